"""What is covered for whom: the months of each reporter, partner and flow of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Span(NamedTuple):
    """The first and the last month that rows reach (counted since year 0), and how many months have rows."""

    first: int
    last: int
    months: int


class Coverage(Mapping[tuple[str, str, str], Span]):
    """The span of each (reporter, partner, flow) of a table; unpacked for a reporter and flow when first asked."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        self._packed = packed
        self._open: dict[tuple[str, str], dict[str, Span]] = {}

    def partners(self, reporter: str, flow: str) -> Mapping[str, Span]:
        """The span of every partner that the reporter has in this flow."""
        key = (reporter, flow)
        if key not in self._open:
            entries = self._packed.get(f"{reporter} {flow}", "").split(";")
            self._open[key] = dict(_unpack(entry) for entry in entries if entry)
        return self._open[key]

    def __getitem__(self, key: tuple[str, str, str]) -> Span:
        reporter, partner, flow = key
        return self.partners(reporter, flow)[partner]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        for reporter, flow in (name.split(" ") for name in self._packed):
            yield from ((reporter, partner, flow) for partner in self.partners(reporter, flow))

    def __len__(self) -> int:
        return sum(text.count(";") + 1 for text in self._packed.values())


def _unpack(entry: str) -> tuple[str, Span]:
    partner, *numbers = entry.split(" ")
    return partner, Span(*map(int, numbers))
