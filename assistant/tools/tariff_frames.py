"""Rates as a frame: values, the parts that they are made of, and what has to be said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.measures import DAY, ROUNDING, TARIFFS
from assistant.store.rates import Rate
from assistant.store.tables import Table
from assistant.tools.tariff_spans import Span, base_year, is_day, is_undated
from assistant.types import About, Frame, Json, Note, Row


def _value(rate: Rate, what: str, before: bool) -> Decimal | None:
    """The rate of the year before, what was added to it, or both together."""
    added = Decimal(0) if before else rate.added
    if what == "base_tariff":
        return rate.base
    if what == "added_tariff":
        return added
    return None if rate.base is None or added is None else ROUNDING.add(rate.base, added)


def frame_of(
    table: Table,
    what: str,
    partners: Sequence[str],
    products: Sequence[str],
    by: tuple[str, ...],
    span: Span,
    chosen: Sequence[Rate],
    found: Sequence[Rate],
) -> Frame:
    """The frame of the rates that were chosen: keyed as asked, in percent or percentage points, with its basis."""
    keys = [tuple(r.day.isoformat() if k == DAY else str(getattr(r, k)) for k in by) for r in chosen]
    rows = tuple(Row(key, _value(r, what, span.before)) for key, r in zip(keys, chosen, strict=True))
    about = About(
        reporter=table.books,
        partner=None if "partner" in by else ",".join(partners) or None,
        flow="import",
        product=None if "product" in by else ",".join(products) or None,
        period=_month(span.text),
    )
    return Frame(
        measure=what,
        unit=TARIFFS[what],
        by=by,
        rows=rows,
        about=about,
        table=table.id,
        basis=table.basis.sentence("import"),
        notes=tuple(_notes(table, what, by, span, partners, products)),
        detail=_detail(table, span, chosen, found),
    )


def _month(text: str) -> str:
    return text[:7] if is_day(text) else text


def _detail(table: Table, span: Span, chosen: Sequence[Rate], found: Sequence[Rate]) -> dict[str, Json]:
    """Which day's rate it is; of one rate since when it is unchanged, and the two parts that it is made of."""
    newest = max(rate.day for rate in chosen).isoformat()
    detail: dict[str, Json] = {"asked": span.text, "day": newest, "base_year": base_year(table)}
    detail |= {"undated": is_undated(table), "before": span.before, "newest": max(r.day for r in found).isoformat()}
    if len(chosen) == 1 and not span.before:
        (rate,) = chosen
        detail["since"] = _unchanged_since(rate, found).isoformat()
        parts = {"base": rate.base, "added": rate.added, "total": _value(rate, "tariff", False)}
        detail["terms"] = {name: str(0 if value is None else value) for name, value in parts.items()}
    return detail


def _unchanged_since(rate: Rate, found: Sequence[Rate]) -> date:
    """The first of the dates in a row up to this one with the same rate."""
    since = rate.day
    for earlier in reversed([r for r in found if r.day < rate.day and r.partner == rate.partner]):
        if earlier.added != rate.added:
            break
        since = earlier.day
    return since


def _notes(
    table: Table, what: str, by: Sequence[str], span: Span, partners: Sequence[str], products: Sequence[str]
) -> list[Note]:
    """That additions are estimates, and of what a ranking of everyone is a part."""
    estimated = what != "base_tariff" and not span.before
    notes = [Note("estimate", table.release), *(Note("gap", gap.reason) for gap in table.gaps)] if estimated else []
    open_keys = [key for key, codes in (("partner", partners), ("product", products)) if key in by and not codes]
    parts = (table.population.get(key, "complete") for key in open_keys)
    return [*notes, *(Note("partial", part) for part in parts if part != "complete")]
