"""What is known of each loaded table: its basis, population, breaks and laws, and what its rows cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from assistant.periods import Period
from assistant.store.coverage import Coverage

Json = Any

DIMENSIONS = ("partner", "product", "mode", "region", "port")
"""The dimension columns that a table may have; one that it lacks means all of it together."""

WORLD = "WLD"
STATED = ("revised", "first published")
"""Releases that a question can demand."""
FREQUENCY_MONTHS = {"M": 1, "Q": 3, "A": 12, "D": 1}


@dataclass(frozen=True, slots=True)
class Basis:
    """What the figures of a table stand on, in codes for choosing and in sentences for saying."""

    goods_services: str = ""
    valuation_export: str = ""
    valuation_import: str = ""
    adjustment: str = ""
    prices: str = ""
    text: str = ""
    text_export: str = ""
    text_import: str = ""

    def sentence(self, flow: str | None = None) -> str:
        """The basis in one plain sentence, of the named flow where the two differ."""
        return {"export": self.text_export, "import": self.text_import}.get(flow or "") or self.text


@dataclass(frozen=True, slots=True)
class Gap:
    """A span or a break that a figure across it has to mention; `where` narrows it to codes of a dimension.

    A break that is `bridged` is not felt by a selection that puts all those codes together.
    """

    kind: str
    first: int
    last: int
    reason: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_totals: bool = False
    bridged: bool = False

    def touches(self, span: Period, codes: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether a selection over these months and codes meets it.

        A break is met by a span with months on both sides, any other gap by one month inside it. A dimension that
        the selection does not narrow is all of it together: met only where the gap is felt in totals. A gap of
        some measures is met only where `codes` names one of them under "measure".
        """
        if self.bridged and all(set(codes.get(name) or ()) >= set(own) for name, own in self.where.items()):
            return False
        crossed = span.first < self.first if self.kind == "break" else span.first <= self.last
        return crossed and span.last >= self.first and all(self._meets(name, codes.get(name)) for name in self.where)

    def _meets(self, name: str, asked: tuple[str, ...] | None) -> bool:
        if asked:
            return not set(asked).isdisjoint(self.where[name])
        return self.in_totals and name != "measure"


@dataclass(frozen=True, slots=True)
class Law:
    """An identity that the rows obey: the difference of two sums stays within `low` and `high`.

    "parts": the members of a dimension less the row of their total; "agrees": this table less `other`.
    The bounds are in units of currency, or in percent of the second sum where `percent` is set.
    """

    name: str
    kind: str
    first: int
    last: int
    low: Decimal
    high: Decimal
    percent: bool = False
    per: str = "period"
    dimension: str = "partner"
    other: str = ""
    flows: tuple[str, ...] = ("export", "import")
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Release:
    """The months of a table that stand as first published, or as revised."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Table:
    """A loaded table: what table.toml declares of it, and what its rows were found to hold.

    `whole` is the id of the table, of the same source, that holds all of which this one's population is a part.
    """

    id: str
    kind: str
    title: str
    publisher: str
    source: str
    description: str
    url: str
    licence: str
    retrieved: str
    release: str
    release_kind: str
    priority: int
    frequency: str
    books: str
    currency: str
    unit: str
    grain: tuple[str, ...]
    basis: Basis
    population: Mapping[str, str]
    totals: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    residuals: Mapping[str, tuple[str, ...]]
    precision: Decimal | None
    gaps: tuple[Gap, ...]
    laws: tuple[Law, ...]
    releases: tuple[Release, ...]
    product_system: str
    product_level: str
    whole: str
    sha256: str
    rows: int
    measures: tuple[str, ...]
    dims: tuple[str, ...]
    reporters: tuple[str, ...]
    periods: tuple[int, ...]
    coverage: Coverage
    packed_members: Mapping[str, str] = field(repr=False)

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of each dimension that may be summed and ranked together."""
        return {name: tuple(codes.split(" ")) for name, codes in self.packed_members.items()}

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str]]:
        """Every code of each dimension: members, groups, residuals and the total."""
        return {name: frozenset(self._codes(name)) for name in self.dims}

    @property
    def first(self) -> Period:
        """The first period that has rows."""
        return self._period(self.periods[0])

    @property
    def last(self) -> Period:
        """The newest period that has rows."""
        return self._period(self.periods[-1])

    def release_of(self, period: Period) -> str:
        """As what its figures of a period stand: "revised", "first published", "mixed"; "" where that is not stated."""
        if not self.releases:
            return self.release_kind if self.release_kind in STATED else ""
        found = {_kind(self.releases, month) for month in range(period.first, period.last + 1)}
        return found.pop() if len(found) == 1 else "" if "" in found else "mixed"

    def _period(self, month: int) -> Period:
        return Period(month, month + FREQUENCY_MONTHS[self.frequency] - 1)

    def _codes(self, name: str) -> Iterator[str]:
        for kind in (self.members, self.groups, self.residuals):
            yield from kind.get(name, ())
        if name in self.totals:
            yield self.totals[name]


def _kind(releases: tuple[Release, ...], month: int) -> str:
    return next((release.kind for release in releases if release.first <= month <= release.last), "")
