"""The selection that every plan starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.errors import BadArguments
from assistant.measures import MEASURES, Measure
from assistant.periods import GRAINS
from assistant.store.choose import readings
from assistant.store.covers import Reading
from assistant.store.members import told_apart
from assistant.store.selection import DIMENSIONS, WORLD, Basis, Selection
from assistant.store.store import Store
from assistant.tools.nearby import nothing
from assistant.tools.notes import notes_on
from assistant.tools.rows import flow_of, rows_of
from assistant.types import About, Frame

Codes = str | Sequence[str] | None
_KEYS = {*GRAINS, *DIMENSIONS, "reporter", "partner"}


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

    Places are ISO3 codes or groups; no partner means the world, or every partner where `by` has "partner";
    one group there is told apart by its members.
    Products are HS codes of any length ("8703;8704" is one thing), keyed at `level` digits where `by` has "product"
    (0: HS sections).
    `period` is written as in the reply contract, or open ("latest", "ever", "2019/"). Values are in whole units.
    Raises BadArguments for an unknown name and NoData where no loaded table covers the whole selection.
    """
    given = {"product": product, "mode": mode, "region": region, "port": port}
    return run(store, _selection(measure, reporter, partner, given, period, by, without, basis, level))


def readings_of(store: Store, args: Mapping[str, Any]) -> tuple[Reading, ...]:
    """The readings of a `select` call's arguments, best first."""
    return readings(store.tables, selection_of(args), store.names.groups)


def selection_of(args: Mapping[str, Any]) -> Selection:
    """The selection that the arguments of a `select` call ask for."""
    given = {name: args.get(name) for name in DIMENSIONS}
    return _selection(
        args.get("measure", ""),
        args.get("reporter"),
        args.get("partner"),
        given,
        args.get("period") or "latest-year",
        args.get("by") or (),
        args.get("without"),
        args.get("basis"),
        args.get("level"),
    )


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
        codes_of(reporter),
        codes_of(partner),
        codes_of(period),
        _keys(by, codes_of(period)),
        {name: codes_of(codes) for name, codes in given.items() if codes},
        {name: codes_of(codes) for name, codes in (without or {}).items()},
        Basis(**(basis or {})),
        level,
    )


def run(store: Store, selection: Selection) -> Frame:
    """The frame of a selection, from the best reading that covers it; `others` names the other readings."""
    best, *_ = readings(store.tables, selection, store.names.groups)
    rows, terms = rows_of(store, selection, best)
    group = told_apart(selection, store.names.groups)
    if not any(row.value is not None for row in rows):
        raise nothing(store, selection, best)
    return Frame(
        measure=selection.measure.name,
        unit=selection.measure.unit.replace("currency", best.table.currency),
        by=selection.by,
        rows=rows,
        about=replace(_about(selection, best), partner=group) if group else _about(selection, best),
        table=best.table.id,
        basis=best.table.basis.sentence(flow_of(selection.measure, best.mirror)),
        precision=best.table.precision,
        mirror=best.mirror,
        notes=notes_on(selection, best, group),
        detail={"terms": terms, "currency": best.table.currency} if terms else {},
    )


def _measure(name: str) -> Measure:
    if name not in MEASURES:
        raise BadArguments(f"there is no measure {name!r}; there are {', '.join(MEASURES)}")
    return MEASURES[name]


def codes_of(given: Codes) -> tuple[str, ...]:
    """The codes that were given: one alone, several, or none."""
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _keys(by: Sequence[str], periods: Sequence[str]) -> tuple[str, ...]:
    if unknown := [key for key in by if key not in _KEYS]:
        raise BadArguments(f"`by` has no key {unknown[0]!r}; it takes {', '.join(sorted(_KEYS))}")
    timed = [key for key in by if key in GRAINS]
    if len(timed) > 1:
        raise BadArguments(f"`by` takes one key of time, not {' and '.join(timed)}")
    return tuple(by) if timed or len(periods) == 1 else (*by, "period")


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
