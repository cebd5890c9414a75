"""Prints every measurement beside its limit; the exit code is 1 where one is over."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import answering, processes, refusing
from benchmarks.line import Line, heading

Measure = Callable[[Path], list[Line]]
PARTS: dict[str, Measure] = {
    "build": processes.builds,
    "cold": processes.cold,
    "ask": answering.measure,
    "refuse": refusing.measure,
    "memory": processes.memory,
}
"""What is measured, in this order: the build makes the store that the others use."""


def main() -> int:
    """The exit code: 0 where every limit holds, else 1."""
    given = _parser().parse_args()
    print(heading())
    with TemporaryDirectory() as folder:
        lines = [_shown(line) for line in _lines(given.store or Path(folder), given.only, fresh=given.store is None)]
    return 1 if any(line.over for line in lines) else 0


def _lines(store: Path, only: list[str], *, fresh: bool) -> Iterator[Line]:
    for name, measure in PARTS.items():
        if name == "build" and fresh or name != "build" and (not only or name in only):
            yield from measure(store)


def _shown(line: Line) -> Line:
    print(line, flush=True)
    return line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", choices=(*PARTS, []), help="measure only these (default: all)")
    parser.add_argument("--store", type=Path, help="a built store to use; without it one is built, and timed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
