"""The selection that every plan starts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.errors import BadArguments, NoData
from assistant.measures import MEASURES, Measure
from assistant.periods import Period
from assistant.store.choose import Reading, readings, sums_to_world
from assistant.store.query import GRAINS, Sums, aggregate
from assistant.store.selection import DIMENSIONS, WORLD, Basis, Selection, digits
from assistant.store.store import Store
from assistant.tools.notes import notes_on
from assistant.types import About, Frame, Row

Codes = str | Sequence[str] | None
_KEYS = {*GRAINS, *DIMENSIONS, "reporter", "partner"}
_TURNED = {"export": "import", "import": "export"}


def select(
    store: Store,
    *,
    measure: str,
    reporter: Codes,
    partner: Codes = None,
    product: Codes = None,
    mode: Codes = None,
    region: Codes = None,
    port: Codes = None,
    period: str | Sequence[str] = "latest-year",
    by: Sequence[str] = (),
    without: Mapping[str, Sequence[str]] | None = None,
    basis: Mapping[str, str] | None = None,
    level: int | None = None,
) -> Frame:
    """A measure of a reporter's trade with a partner, one row for each key of `by`.

    Places are ISO3 codes or groups; no partner means the world, or every partner where `by` has "partner".
    Products are HS codes of any length ("8703;8704" is one thing), keyed at `level` digits where `by` has "product" (0: HS sections).
    `period` is written as in the reply contract, or open ("latest", "ever", "2019/"). Values are in whole units.
    Raises BadArguments for an unknown name and NoData where no loaded table covers the whole selection.
    """
    given = {"product": product, "mode": mode, "region": region, "port": port}
    return run(store, _selection(measure, reporter, partner, given, period, by, without, basis, level))


def readings_of(store: Store, args: Mapping[str, Any]) -> tuple[Reading, ...]:
    """The readings of a `select` call's arguments, best first."""
    given = {name: args.get(name) for name in DIMENSIONS}
    named = [args.get(name) for name in ("measure", "reporter", "partner")]
    rest = [
        args.get("period") or "latest-year",
        args.get("by") or (),
        args.get("without"),
        args.get("basis"),
        args.get("level"),
    ]
    return readings(store.tables, _selection(*named, given, *rest), store.names.groups)


def _selection(
    measure: str,
    reporter: Codes,
    partner: Codes,
    given: Mapping[str, Codes],
    period: Codes,
    by: Sequence[str],
    without: Mapping[str, Sequence[str]] | None,
    basis: Mapping[str, str] | None,
    level: int | None,
) -> Selection:
    return Selection(
        _measure(measure),
        _codes(reporter),
        _codes(partner),
        _codes(period),
        _keys(by, _codes(period)),
        {name: _codes(codes) for name, codes in given.items() if codes},
        {name: _codes(codes) for name, codes in (without or {}).items()},
        Basis(**(basis or {})),
        level,
    )


def run(store: Store, selection: Selection) -> Frame:
    """The frame of a selection, from the best reading that covers it; `others` names the other readings."""
    best, *_ = readings(store.tables, selection, store.names.groups)
    rows, terms = _rows(store, selection, best)
    if not any(row.value is not None for row in rows):
        raise NoData(f"{best.table.title} holds no rows for this", cause="empty", detail={"table": best.table.title})
    return Frame(
        measure=selection.measure.name,
        unit=selection.measure.unit.replace("currency", best.table.currency),
        by=selection.by,
        rows=rows,
        about=_about(selection, best),
        table=best.table.id,
        basis=best.table.basis.sentence(_flow(selection.measure, best.mirror)),
        precision=best.table.precision,
        mirror=best.mirror,
        notes=notes_on(selection, best),
        detail={"terms": terms} if terms else {},
    )


def _measure(name: str) -> Measure:
    if name not in MEASURES:
        raise BadArguments(f"there is no measure {name!r}; there are {', '.join(MEASURES)}")
    return MEASURES[name]


def _codes(given: Codes) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _keys(by: Sequence[str], periods: Sequence[str]) -> tuple[str, ...]:
    if unknown := [key for key in by if key not in _KEYS]:
        raise BadArguments(f"`by` has no key {unknown[0]!r}; it takes {', '.join(sorted(_KEYS))}")
    timed = any(key in GRAINS for key in by)
    return tuple(by) if timed or len(periods) == 1 else (*by, "period")


def _flow(measure: Measure, mirror: bool) -> str | None:
    return _TURNED.get(measure.flow or "", measure.flow) if mirror else measure.flow


def _rows(store: Store, selection: Selection, reading: Reading) -> tuple[tuple[Row, ...], dict[str, str]]:
    """The rows, and of a single row the sums of the reporter's exports ("x") and imports ("m") that it is made of."""
    turned = {"reporter": "partner", "partner": "reporter"} if reading.mirror else {}
    flip = _TURNED if reading.mirror else {}
    terms = {n: (column, flip.get(flow, flow)) for n, (column, flow) in selection.measure.terms.items()}
    members, filters, excluded = _filters(store, selection, reading)
    by = tuple(turned.get(key, key) for key in selection.by)
    with store.engine.connect() as connection:
        periods = _queried(selection, reading)
        found = aggregate(connection, reading.table.id, terms, filters, excluded, by, periods, _level(selection))
    grouped = sorted(_grouped(found, by, members | _things(selection, found, by)).items())
    grouped = sorted(grouped, key=lambda item: _asked_order(item[0], selection, reading))
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
    for code in partners:
        parts = (code,) if code in own or code not in groups else groups[code]
        members.update({part: code for part in parts if part != code})
        places += [part for part in parts if part not in reading.reporter]
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
    for dimension, codes in selection.without.items():
        excluded[dimension] = (*excluded.get(dimension, ()), *codes)
    if places:
        filters["partner"] = tuple(places)
    kept = {
        dimension: codes
        for dimension, codes in excluded.items()
        if dimension not in filters and dimension in table.dims
    }
    return members, filters, kept


def _starts(prefix: str) -> Callable[[str], bool]:
    return lambda code: code.startswith(prefix)


def _total(totals: Mapping[str, str], dimension: str) -> tuple[str, ...]:
    return (totals[dimension],) if dimension in totals else ()


def _asked_order(key: tuple[str, ...], selection: Selection, reading: Reading) -> tuple[int, ...]:
    """Where a row's codes stand in the lists of the question; rows that are not listed keep their order."""
    lists = {"partner": selection.partner, "reporter": selection.reporter, **selection.filters}
    lists["period"] = tuple(map(str, reading.periods))
    places = (lists.get(name, ()) for name in selection.by)
    return tuple(codes.index(code) if code in codes else 0 for code, codes in zip(key, places, strict=True))


def _level(selection: Selection) -> int | None:
    """The digits that products are keyed at: as asked, or so that each listed product can be told apart."""
    named = [len(code) for thing in selection.filters.get("product", ()) for code in digits(thing)]
    if selection.level == 0:
        return None
    return selection.level or (max(named) if len(selection.filters.get("product", ())) > 1 else None)


def _things(selection: Selection, found: Sequence[tuple[tuple[str, ...], Sums]], by: Sequence[str]) -> dict[str, str]:
    """Which listed product each keyed code belongs to."""
    listed = selection.filters.get("product", ())
    if "product" not in by or len(listed) < 2:
        return {}
    at = by.index("product")
    owner = {code: thing for thing in listed for code in digits(thing)}
    keys = {key[at] for key, _ in found}
    return {key: next((owner[code] for code in owner if key.startswith(code)), key) for key in keys}


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
    values = {name: Decimal(0) if value is None and len(sums) > 1 else value for name, value in sums.items()}
    if all(value is None for value in sums.values()) or any(value is None for value in values.values()):
        return None
    return measure.combine({name: value for name, value in values.items() if value is not None})


def _about(selection: Selection, reading: Reading) -> About:
    def shared(codes: Sequence[str], key: str) -> str | None:
        return None if key in selection.by else ",".join(codes) or None

    period = None if any(key in GRAINS for key in selection.by) else str(reading.periods[0])
    return About(
        reporter=shared(selection.reporter, "reporter"),
        partner=shared(selection.partner or (WORLD,), "partner"),
        flow=selection.measure.flow,
        period=period,
        **{d: shared(codes, d) for d, codes in selection.filters.items() if not codes[0].endswith("-")},
    )
