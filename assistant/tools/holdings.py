"""What is known of each loaded table, for people who look before they ask: coverage, releases, gaps, tolerances."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.periods import Period
from assistant.store.tables import Gap, Law, Release, Table
from assistant.types import Json

FREQUENCIES = {"D": "daily", "M": "monthly", "Q": "quarterly", "A": "annual"}
_EVER = (12, 9999 * 12 + 11)
"""What a gap or a law without dates spans."""


def described(table: Table) -> dict[str, Json]:
    """All that is declared and found of a table, in plain values.

    Gaps have their kind, span and what they are about, laws the difference that they allow.
    """
    names = ("id", "title", "publisher", "url", "licence", "retrieved", "release", "books", "description", "rows")
    return {
        **{name: getattr(table, name) for name in names},
        "kind": table.kind,
        "first": str(Period(table.first.first, table.first.first)),
        "last": str(Period(table.last.last, table.last.last)),
        "frequency": FREQUENCIES[table.frequency],
        "priority": table.priority,
        "release_kind": table.release_kind,
        "releases": [_release(release, table) for release in table.releases],
        "dimensions": list(table.dims),
        "products": _products(table),
        "basis": table.basis.text,
        "population": dict(table.population),
        "gaps": [_gap(gap) for gap in table.gaps],
        "tolerances": [_law(law) for law in table.laws],
    }


def _span(first: int, last: int) -> str:
    """The months between, an end that is open left blank: "2020-10", "2007-01 on", "to 1991-12", "" where always."""
    start = "" if first <= _EVER[0] else str(Period(first, first))
    end = "" if last >= _EVER[1] else str(Period(last, last))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"{start} on" if start else f"to {end}" if end else ""


def _release(release: Release, table: Table) -> dict[str, Json]:
    first, last = max(release.first, table.first.first), min(release.last, table.last.last)
    return {"kind": release.kind, "span": _span(first, last)}


def _products(table: Table) -> str:
    """The finest products: "HS, 2 digits", "HS, sections"; "" where the table has none."""
    if not table.product_level:
        return ""
    level = f"{table.product_level} digits" if table.product_level.isdigit() else f"{table.product_level}s"
    return f"{table.product_system}, {level}"


def _gap(gap: Gap) -> dict[str, Json]:
    span = _span(gap.first, gap.last) if gap.kind != "break" else f"at {Period(gap.first, gap.first)}"
    return {"kind": gap.kind, "span": span, "where": "; ".join(_where(gap)), "reason": gap.reason}


def _where(gap: Gap) -> Iterator[str]:
    return (f"{name} {', '.join(codes)}" for name, codes in gap.where.items() if codes != ("*",))


def _law(law: Law) -> dict[str, Json]:
    unit = "percent" if law.percent else "in units of currency"
    allowed = "exactly" if law.low == law.high == 0 else f"{law.low:,f} to {law.high:,f} {unit}"
    against = law.other or f"sum over {law.dimension}s"
    return {
        "name": law.name,
        "against": against,
        "span": _span(law.first, law.last),
        "per": law.per,
        "allowed": allowed,
    }
