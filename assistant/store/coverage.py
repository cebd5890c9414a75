"""What is covered for whom: the months of each reporter, partner and flow of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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

    def reporters(self) -> frozenset[str]:
        """Everyone whose trade the table has."""
        return frozenset(key.split(" ")[0] for key in self._packed)

    def naming(self, places: Collection[str]) -> Iterator[tuple[tuple[str, str, str], Span]]:
        """Every (reporter, partner, flow) that has all these places on one side or the other, with its span."""
        for reporter, flow in map(str.split, self._packed):
            others = sorted(set(places) - {reporter})
            if not others:
                every = self.partners(reporter, flow).items()
                yield from (((reporter, partner, flow), span) for partner, span in every)
            elif len(others) == 1 and (found := self._find(reporter, flow, others[0])):
                yield (reporter, others[0], flow), found

    def __getitem__(self, key: tuple[str, str, str]) -> Span:
        reporter, partner, flow = key
        if found := self._find(reporter, flow, partner):
            return found
        raise KeyError(key)

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return (key for key, _ in self.naming(()))

    def __len__(self) -> int:
        return sum(text.count(";") + 1 for text in self._packed.values())

    def _find(self, reporter: str, flow: str, partner: str) -> Span | None:
        if opened := self._open.get((reporter, flow)):
            return opened.get(partner)
        # a search in the packed text: most questions ask for one pair of tens of thousands
        text = ";" + self._packed.get(f"{reporter} {flow}", "")
        start = text.find(f";{partner} ")
        return None if start < 0 else _unpack(text[start + 1 :].split(";", 1)[0])[1]


def _unpack(entry: str) -> tuple[str, Span]:
    partner, *numbers = entry.split(" ")
    return partner, Span(*map(int, numbers))
