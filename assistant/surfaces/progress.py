"""Progress of long work on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TextIO

_LOGGED = 10.0
"""Seconds from one line to the next where it is a file that is written to."""


class Progress:
    """A progress bar that appears with the first step told."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._bar: Any = None

    def __enter__(self) -> Callable[[int, int, str], None]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _tell(self, done: int, total: int, label: str) -> None:
        if self._bar is None:
            from tqdm import tqdm

            form, often = "{percentage:3.0f}% |{bar:30}| {desc}", 0.1 if self._out.isatty() else _LOGGED
            self._bar = tqdm(total=total, file=self._out, bar_format=form, mininterval=often, miniters=0)
        self._bar.total = total
        self._bar.set_description_str(label, refresh=False)
        self._bar.update(done - self._bar.n)
