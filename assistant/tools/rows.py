"""The rows of a selection: what is asked of its table, and how sums become values of a measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.errors import BadArguments, NoData
from assistant.measures import Measure
from assistant.periods import Period
from assistant.store.covers import Reading, sums_to_world
from assistant.store.members import countries_of, gone_from, told_apart
from assistant.store.selection import WORLD, Selection, digits
from assistant.store.store import Store
from assistant.types import Row

if TYPE_CHECKING:
    from assistant.store.query import Sums

_TURNED = {"export": "import", "import": "export"}
_LEVELS = (4, 6)
"""The digits that products are shown at where a table has more and the question does not say."""


def flow_of(measure: Measure, mirror: bool) -> str | None:
    """The flow that the table's books call the measure's: turned round where they are the partner's."""
    return _TURNED.get(measure.flow or "", measure.flow) if mirror else measure.flow


def rows_of(store: Store, selection: Selection, reading: Reading) -> tuple[tuple[Row, ...], dict[str, str]]:
    """The rows, and of a single row the sums of the reporter's exports ("x") and imports ("m") that it is made of."""
    from assistant.store.query import aggregate  # SQLAlchemy is slow to load, and a question to the notes needs none

    turned = {"reporter": "partner", "partner": "reporter"} if reading.mirror else {}
    flip = _TURNED if reading.mirror else {}
    terms = {n: (column, flip.get(flow, flow)) for n, (column, flow) in selection.measure.terms.items()}
    members, filters, excluded = _filters(store, selection, reading)
    by = tuple(turned.get(key, key) for key in selection.by)
    with store.engine.connect() as connection:
        periods = _queried(selection, reading)
        level = _level(selection, reading.table.product_level)
        found = aggregate(connection, reading.table.id, terms, filters, excluded, by, periods, level)
    grouped = sorted(_grouped(_of_things(selection, found, by), by, members).items())
    order = _asked_order(selection, reading)
    grouped = sorted(grouped, key=lambda item: order(item[0]))
    rows = tuple(Row(key, _combined(selection.measure, sums)) for key, sums in grouped)
    parts = grouped[0][1] if len(grouped) == 1 and set(terms) == {"x", "m"} and not by else {}
    return rows, {name: str(value or 0) for name, value in parts.items()}


def _queried(selection: Selection, reading: Reading) -> Sequence[Period]:
    """The asked periods; keyed by quarter or year, only their whole quarters and years."""
    grain = next((key for key in selection.by if key in ("quarter", "year")), None)
    if grain is None:
        return reading.periods
    parts = [part for period in reading.periods for part in period.split(grain)]
    if not parts:
        raise BadArguments(f"no whole {grain} lies in {', '.join(map(str, reading.periods))}")
    return [Period(min(p.first for p in parts), max(p.last for p in parts))] if len(reading.periods) == 1 else parts


def _filters(
    store: Store, selection: Selection, reading: Reading
) -> tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Which group each partner code stands for, the codes to keep, the codes to leave out."""
    table, groups = reading.table, store.names.groups
    own = table.codes.get("partner", frozenset())
    places: list[str] = []
    members: dict[str, str] = {}
    summed = "partner" in selection.by or "partner" in selection.without
    summed = summed or sums_to_world(table)
    everyone = reading.partner == (WORLD,) and ("partner" in selection.without or sums_to_world(table))
    partners = () if everyone else reading.partner
    partners = partners or (() if summed else (WORLD,))
    if group := told_apart(selection, groups):
        last = max(period.last for period in reading.periods)
        partners = (*countries_of(group, groups), *gone_from(group, store.names.moves, last))
    taken = {part for code in selection.without.get("partner", ()) for part in _countries(store, code, reading)}
    for code in partners:
        apart = bool(taken) and code in own and code in (*table.groups.get("partner", ()), *groups)
        parts = _countries(store, code, reading) if apart else (code,)
        parts = groups[code] if code in groups and code not in own else parts
        members.update({part: code for part in parts if part != code})
        places += [part for part in parts if part not in reading.reporter and part not in taken]
    filters = {"reporter": reading.reporter, **selection.filters}
    for dimension, codes in selection.filters.items():  # "MX-" is every state of Mexico
        known = sorted(table.members.get(dimension, ()))
        filters[dimension] = tuple(n for c in codes for n in (filter(_starts(c), known) if c.endswith("-") else (c,)))
    if products := selection.filters.get("product"):
        filters["product"] = tuple(code for thing in products for code in digits(thing))
    excluded = {
        dimension: (*table.groups.get(dimension, ()), *_total(table.totals, dimension)) for dimension in table.dims
    }
    for dimension in selection.by:
        excluded[dimension] = (*excluded.get(dimension, ()), *table.residuals.get(dimension, ()))
    without = {
        dimension: tuple(part for code in codes for part in digits(code)) if dimension == "product" else codes
        for dimension, codes in selection.without.items()
    }
    for dimension, codes in without.items():
        excluded[dimension] = (*excluded.get(dimension, ()), *(taken if dimension == "partner" else codes))
    if places:
        filters["partner"] = tuple(places)
    kept = {  # of what is named, groups and residuals stay; what is left out by name does not: "87, less 8708"
        dimension: without.get(dimension, ()) if dimension in filters else codes
        for dimension, codes in excluded.items()
        if dimension in table.dims
    }
    return members, filters, kept


def _countries(store: Store, code: str, reading: Reading) -> tuple[str, ...]:
    """The countries that a place stands for; NoData for a group without a list, or to which members came later."""
    groups, moves = store.names.groups, store.names.moves
    months = [month for period in reading.periods for month in (period.first, period.last)]
    whole = code in reading.table.groups.get("partner", ()) and code not in groups
    if whole or any(joined > min(months) for joined, _ in moves.get(code, {}).values()):
        raise NoData(
            "a group that is published as a whole cannot be taken apart",
            kind="not_computable",
            cause="group",
            detail={"name": code},
        )
    return (*countries_of(code, groups), *gone_from(code, moves, max(months)))


def _starts(prefix: str) -> Callable[[str], bool]:
    return lambda code: code.startswith(prefix)


def _total(totals: Mapping[str, str], dimension: str) -> tuple[str, ...]:
    return (totals[dimension],) if dimension in totals else ()


def _asked_order(selection: Selection, reading: Reading) -> Callable[[tuple[str, ...]], tuple[int, ...]]:
    """What tells where a row's codes stand in the lists of the question; rows that are not listed keep their order."""
    lists = {"partner": selection.partner, "reporter": selection.reporter, **selection.filters}
    lists["period"] = tuple(map(str, reading.periods))
    places = [{code: at for at, code in enumerate(lists.get(name, ()))} for name in selection.by]
    return lambda key: tuple(at.get(code, 0) for code, at in zip(key, places, strict=True))


def _level(selection: Selection, finest: str) -> int | None:
    """The digits that products are keyed at: as asked, or so that each listed product can be told apart.

    Where nothing is said, headings of a table that is finer than these, and what a single product named consists of.
    """
    named = [len(code) for thing in selection.filters.get("product", ()) for code in digits(thing)]
    if selection.level == 0:
        return None
    if selection.level or len(selection.filters.get("product", ())) > 1:
        return selection.level or max(named)
    finer = next((level for level in _LEVELS if level > max(named, default=2)), None)
    return finer if finest.isdigit() and int(finest) > 4 else None


def _of_things(
    selection: Selection, found: Sequence[tuple[tuple[str, ...], Sums]], by: Sequence[str]
) -> Sequence[tuple[tuple[str, ...], Sums]]:
    """The sums under the listed products that each keyed code belongs to: under both of "95" and "9503"."""
    listed = selection.filters.get("product", ())
    if "product" not in by or len(listed) < 2:
        return found
    at = by.index("product")
    owners = {
        code: [thing for thing in listed if code.startswith(digits(thing))] or [code]
        for code in {k[at] for k, _ in found}
    }
    return [((*key[:at], thing, *key[at + 1 :]), sums) for key, sums in found for thing in owners[key[at]]]


def _grouped(
    found: Sequence[tuple[tuple[str, ...], Sums]], by: Sequence[str], members: Mapping[str, str]
) -> dict[tuple[str, ...], Sums]:
    """The sums with the members of a group put together under the group's code."""
    name = "partner" if "partner" in by and set(members) & {key[by.index("partner")] for key, _ in found} else "product"
    place = by.index(name) if name in by and members else None
    merged: dict[tuple[str, ...], Sums] = {}
    for key, sums in found:
        group = key if place is None else (*key[:place], members.get(key[place], key[place]), *key[place + 1 :])
        merged[group] = {term: _plus(merged.get(group, {}).get(term), value) for term, value in sums.items()}
    return merged


def _plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return right if left is None else left if right is None else left + right


def _combined(measure: Measure, sums: Sums) -> Decimal | None:
    """The measure's value; None without rows. A flow without rows beside one with rows is zero trade."""
    if all(value is None for value in sums.values()):
        return None
    return measure.combine({name: Decimal(0) if value is None else value for name, value in sums.items()})
