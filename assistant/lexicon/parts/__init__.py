"""Parts and wholes: shares, portions and sums, and how few make up how much."""
