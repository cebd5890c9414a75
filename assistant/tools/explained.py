"""Why an answer stands on its table: what became of each table that was considered, and the rows behind the figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.measures import MEASURES
from assistant.periods import GRAINS, Period
from assistant.store.considered import Considered, considered
from assistant.store.demands import release_over
from assistant.store.selection import Selection
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.select import selection_of
from assistant.types import Json, Listing

_COLUMNS = (
    *("table", "publisher", "books", "release", "priority", "verdict", "reason"),
    *("retrieved", "url", "licence"),
)
_MOST = 4
"""Other tables whose values are looked up."""
_OPEN = ("why_not", "others", "revised", "doubt")
"""What is asked about tables beside the one that answered: what the question demanded does not rule them out."""
_NOT_THE_SAME = ("part", "unstated")
"""Tables that could answer in part only: their value says nothing about the one in the answer."""
_STEPS = {"M": "month", "Q": "quarter", "A": "year", "D": "month"}


def explained(
    store: Store,
    *,
    what: str = "why",
    selections: Sequence[Mapping[str, Any]] = (),
    about: Mapping[str, str] | None = None,
) -> Listing:
    """Every loaded table with why it answers these selections or does not, the one that was used first.

    `selections` are arguments of `select` as they were resolved; `about` are the demands that single tables out
    ({"source": "bts"}); `what` is "why", "why_not", "where", "others", "revised", "cite", "rows" or "doubt".
    """
    used = tuple(dict.fromkeys(table for args in selections if (table := (args.get("basis") or {}).get("table"))))
    asked = [selection_of(_freed(args, {} if what in _OPEN else args.get("basis") or {})) for args in selections]
    found = considered(store.tables, asked, store.names.groups, used) if asked else ()
    periods = [Period.parse(period) for selection in asked for period in selection.periods]
    readings = list(_one_a_source(found))
    detail = {
        "what": what,
        "used": list(used),
        "readings": readings[:_MOST],
        "considered": [[each.table.id, each.verdict, each.reason, dict(each.detail)] for each in found],
        "singled": [each.table.id for each in found if about and _is_meant(each.table, about, periods)],
        "about": dict(about or {}),
        "rows": list(_rows(store, selections)) if what == "rows" else [],
        "releases": {each.table.id: release_over(each.table, periods) for each in found if each.verdict != "no"},
    }
    could = [each for each in found if each.verdict == "could"]
    text = f"{len(found)} tables considered; {len(could)} others could answer."
    cited = tuple(dict.fromkeys((*used, *(detail["readings"] if what in _OPEN else ()))))
    return Listing(text, _COLUMNS, tuple(_row(each) for each in found), cited, detail=detail)


def _one_a_source(found: Sequence[Considered]) -> Iterator[str]:
    """The other tables whose value says something: the first of each source and valuation that measures the whole."""
    seen = set()
    for each in found:
        kind = each.table.source, each.table.basis.valuation_import
        if each.verdict == "used" or each.verdict == "could" and each.reason not in _NOT_THE_SAME and kind not in seen:
            seen.add(kind)
            yield from [each.table.id] if each.verdict == "could" else []


def _row(each: Considered) -> tuple[str, ...]:
    table = each.table
    told = ", ".join(f"{name} {value}" for name, value in each.detail.items() if value)
    why = f"{each.reason} ({told})" if told else each.reason
    known = (table.title, table.publisher, table.books, table.release, str(table.priority))
    return *known, each.verdict, why, table.retrieved, table.url, table.licence


def _freed(args: Mapping[str, Any], basis: Mapping[str, str]) -> dict[str, Any]:
    """The arguments with what was demanded of the basis, without the table that they were resolved to."""
    return {**args, "basis": {name: value for name, value in basis.items() if name != "table"}}


def _is_meant(table: Table, about: Mapping[str, str], periods: Sequence[Period]) -> bool:
    """Whether a table is the one, or of the kind, that is asked about."""
    own = {"source": table.source, "books": table.books, "table": table.id, "release": release_over(table, periods)}
    own["valuation"] = "consumption" if "consumption" in table.basis.valuation_import else "general"
    return all(own.get(name) == value for name, value in about.items())


def _rows(store: Store, selections: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Json]]:
    """The selections that list what was added up: each flow by the table's own periods, or by the keys asked for."""
    seen: list[dict[str, Json]] = []
    for args in selections:
        table = store.by_id[args["basis"]["table"]]
        for name in _terms(selection_of(args)):
            rows = {**args, "measure": name, "by": _grain(args.get("by") or (), table)}
            if rows not in seen:
                seen.append(rows)
                yield rows


def _terms(selection: Selection) -> Iterator[str]:
    """The measures that are sums of rows and make up the selection's."""
    for term in selection.measure.terms.values():
        plain = (m.name for m in MEASURES.values() if list(m.terms.values()) == [term] and m.flow == term[1])
        yield next(plain, selection.measure.name)


def _grain(by: Sequence[str], table: Table) -> list[str]:
    kept = [key for key in by if key not in GRAINS]
    return list(by) if kept else [_STEPS[table.frequency]]
