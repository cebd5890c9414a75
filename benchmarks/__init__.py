"""Speed and memory, each beside its limit: `python -m benchmarks`."""
