"""Whether a table covers a whole selection: what it holds of it, or at which stage it falls out.

A table answers with its own books where it holds the reporter that was named, and mirrored (flows turned round)
where it holds the partner's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.periods import GRAINS, LENGTHS, Period
from assistant.store.anyone import everyone, may_be_partial, reach_of_any
from assistant.store.demands import unmet
from assistant.store.members import countries_of, told_apart
from assistant.store.selection import WORLD, Selection, digits, resolve
from assistant.store.tables import Table

_FREQUENCY = {"D": 1, "M": 1, "Q": 3, "A": 12}
_TURNED = {"export": "import", "import": "export"}
_STAGES = (
    *("basis", "place", "measure", "dimension", "code", "level", "population", "frequency", "period"),
    *("valuation", "release"),
)
"""What a table is asked in turn; the furthest that any table got is what a decline speaks of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to answer a selection: a table, its own books or mirrored, and the periods there."""

    table: Table
    mirror: bool
    reporter: tuple[str, ...]
    partner: tuple[str, ...]
    periods: tuple[Period, ...]

    @property
    def newest(self) -> int:
        """The last month that it reaches."""
        return max(period.last for period in self.periods)


class Lacks(Exception):
    """What a table was asked for and does not have: the stage at which it fell out, and the blanks of its reason."""

    def __init__(self, stage: str, **detail: str) -> None:
        self.stage, self.detail = stage, detail

    @property
    def place(self) -> int:
        """How far the table got."""
        return _STAGES.index(self.stage)


def read(table: Table, selection: Selection, mirror: bool, groups: Mapping[str, tuple[str, ...]]) -> Reading:
    """How a table answers a selection, with its own books or mirrored; Lacks where it does not cover the whole."""
    basis = selection.basis
    if (basis.table and table.id != basis.table) or (basis.source and basis.source != table.source):
        raise Lacks("basis")
    if basis.books and table.books != basis.books:
        raise Lacks("basis")
    reporter, partner = selection.reporter, selection.partner
    if mirror:
        partner = partner or (everyone(table, selection) if may_be_partial(table, selection) else ())
        if not partner or WORLD in partner:
            raise Lacks("place")
        reporter, partner = partner, reporter
    covered = _places(table, selection, mirror, reporter, partner, groups)
    _check_dimensions(table, selection)
    if "sound" in selection.periods:
        covered = _sound(table, codes_of(selection, reporter, partner), *covered), covered[1]
    periods = tuple(_period(table, text, *covered) for text in selection.periods)
    if lack := unmet(table, selection, mirror, periods):
        raise Lacks(lack[0], **lack[1])
    return Reading(table, mirror, reporter, partner, periods)


def codes_of(selection: Selection, reporter: tuple[str, ...], partner: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What a gap of a table has to touch to bear on a selection."""
    places = {"reporter": reporter, "partner": partner or (WORLD,), **selection.filters}
    return {**places, "measure": (selection.measure.name,)}


def _sound(table: Table, codes: Mapping[str, tuple[str, ...]], first: int, last: int) -> int:
    """The first month after which the table lacks no part of it up to its newest."""
    span = Period(first, last)
    ends = [gap.last + 1 for gap in table.gaps if gap.kind == "missing" and gap.touches(span, codes)]
    return max((first, *(end for end in ends if end <= last)))


def _places(
    table: Table,
    selection: Selection,
    mirror: bool,
    reporter: Iterable[str],
    partner: Sequence[str],
    groups: Mapping[str, tuple[str, ...]],
) -> tuple[int, int]:
    """The first and last month that the table has for every pair of places and flow."""
    flows = {flow for _, flow in selection.measure.terms.values()}
    flows = {_TURNED[flow] for flow in flows} if mirror else flows
    keyed = "reporter" if mirror else "partner"
    anyone = None if keyed in selection.by else WORLD
    first, last = 0, 10**9
    if mirror and not selection.partner:
        if (reach := reach_of_any(table, tuple(reporter), partner, flows)) is None:
            raise Lacks("place", reporter=",".join(partner))
        return reach
    if not mirror and (group := told_apart(selection, groups)):
        return _of_members(table, tuple(reporter), group, flows, groups)
    for pair in ((r, p) for r in reporter for p in partner or (anyone,)):
        for flow in flows:
            span = _span(table, pair[0], pair[1], flow, groups)
            if span is None:
                raise Lacks("place", reporter=pair[0], partner=pair[1] or "")
            first, last = max(first, span[0]), min(last, span[1])
    return first, last


def _of_members(
    table: Table, reporter: Sequence[str], group: str, flows: Iterable[str], groups: Mapping[str, tuple[str, ...]]
) -> tuple[int, int]:
    """The months covered with any member of a group; Lacks where the table holds only some of them."""
    wanted, first, last = set(countries_of(group, groups)), 0, 10**9
    for known in (table.coverage.partners(code, flow) for code in reporter for flow in flows):
        spans = [known[member] for member in wanted if member in known]
        if not spans or table.population.get("partner") != "complete" and wanted - set(reporter) - set(known):
            raise Lacks("place", reporter=",".join(reporter), partner=group)
        first, last = max(first, min(s.first for s in spans)), min(last, max(s.last for s in spans))
    return first, last


def _span(
    table: Table, reporter: str, partner: str | None, flow: str, groups: Mapping[str, tuple[str, ...]]
) -> tuple[int, int] | None:
    """The months covered for a pair: of any partner where it is None, of each member where it is a group."""
    if partner is None or partner == WORLD and sums_to_world(table):
        spans = table.coverage.partners(reporter, flow).values()
        return (min(s.first for s in spans), max(s.last for s in spans)) if spans else None
    known = table.coverage.partners(reporter, flow)
    if found := known.get(partner):
        return found.first, found.last
    members = [known.get(member) for member in groups.get(partner, ()) if member != reporter]
    if not members or not all(members):
        return None
    present = [member for member in members if member]
    return max(m.first for m in present), min(m.last for m in present)


def sums_to_world(table: Table) -> bool:
    """Whether a table without a row for the world holds every partner, so that they add up to it."""
    return table.population.get("partner") == "complete" and WORLD not in table.codes.get("partner", ())


def _check_dimensions(table: Table, selection: Selection) -> None:
    asked = {*selection.filters, *selection.without, *(key for key in selection.by if key not in GRAINS)}
    for dimension in sorted(asked - {"reporter", "partner"}):
        if dimension not in table.dims:
            raise Lacks("dimension", dimension=dimension, together=",".join(sorted(asked - {"reporter", "partner"})))
    for dimension, codes in (*selection.filters.items(), *selection.without.items()):
        for code in codes if dimension != "partner" else ():
            if not has(table, dimension, code):
                raise Lacks("code", dimension=dimension, code=code)
    population = table.population.get("partner", "complete")
    whole = population == "complete" or may_be_partial(table, selection)
    if "partner" in selection.by and not selection.partner and not whole:
        raise Lacks("population", population=population.removeprefix("partial: "))
    for dimension in {*selection.without} - {"partner", *selection.by, *selection.filters}:
        if (population := table.population.get(dimension, "complete")) != "complete":  # all imports but Laredo's
            raise Lacks("population", population=population.removeprefix("partial: "))
    _check_detail(table, selection)


def _check_detail(table: Table, selection: Selection) -> None:
    """The level of products, the measure, and how often the table appears."""
    if selection.level == 0 and table.product_level != "section":
        raise Lacks("level", level="section")
    if selection.level and not (table.product_level.isdigit() and int(table.product_level) >= selection.level):
        raise Lacks("level", level=str(selection.level))
    if not selection.measure.columns <= set(table.measures):
        raise Lacks("measure", measure=selection.measure.name)
    step = _FREQUENCY[table.frequency]
    grain = next((key for key in selection.by if key in GRAINS and key != "period"), None)
    if grain and LENGTHS[grain] < step:
        raise Lacks("frequency", grain=grain)


def has(table: Table, dimension: str, code: str) -> bool:
    """Whether a table holds a code, or for a product codes of all its parts."""
    if code.endswith("-"):
        return any(known.startswith(code) for known in table.codes[dimension])
    if dimension != "product":
        return code in table.codes[dimension]
    return all(any(known.startswith(part) for known in table.codes[dimension]) for part in digits(code))


def _period(table: Table, text: str, first: int, last: int) -> Period:
    period = resolve(text, first, last)
    step = _FREQUENCY[table.frequency]
    if period.first % step or (period.last + 1) % step:
        raise Lacks("frequency", period=str(period))
    if period.first < first or period.last > last:
        ends = (Period(first, first + step - 1), Period(last - step + 1, last))
        raise Lacks("period", period=str(period), first=str(ends[0]), last=str(ends[1]))
    return replace(period)
