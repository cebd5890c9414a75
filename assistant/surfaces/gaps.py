"""A support lead's view: what was not answered, by cause, each with what would mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from assistant.surfaces.ledger import Entry

_TITLES = {"declined": "declined", "clarify": "asked back", "down": "thumbs down", "up": "thumbs up"}
_MENDS = {
    "unknown_words": "a word that is not known: add it to `assistant/languages/*.toml` or to the corpus's names",
    "unknown_code": "a product code that is not in the nomenclature: add it to `corpus/nomenclature/hs.csv`",
    "passages": "add a note on this to `corpus/documents/`",
    "nothing_asked": "add a note on this to `corpus/documents/`, or its way of asking to `assistant/languages/*.toml`",
    "place": "load a table with trade of these two places",
    "dimension": "load a table that breaks this trade down so",
    "code": "load a table that holds this code",
    "measure": "load a table with this measure",
    "level": "load a table with products in this detail",
    "period": "load a newer (or longer) release of the table",
    "frequency": "load a table that appears more often",
    "population": "load a table that holds all partners",
    "partial": "load a table that holds the whole",
    "lacking": "load a table that holds the whole",
    "basis": "load a table on these books or of this source",
    "empty_rows": "nothing: the table holds no such trade",
    "services": "load a table of services trade",
    "currency": "load a table of exchange rates",
    "real": "load a table of price indices",
    "gdp": "load a table of GDP",
    "per_head": "load a table of population",
    "jobs": "load a table of employment and wages",
    "prices": "load a table of prices",
    "fdi": "load a table of investment",
    "groups": "add the group to the corpus, with its members",
    "classes": "load a table by that classification",
    "crossings": "load a table of crossings",
    "adjusted": "load a seasonally adjusted table",
    "not_realised": "a combination that is not planned: an example in `tests/plans/`, then the grammar",
    "fault": "a fault of the assistant: see its log",
    "unsound": "a fault of the assistant: see its log",
    "direction": "say in the question who sells to whom, or name both places",
    "ambiguous": "nothing, or a clearer name in the corpus: the name means several things",
    "whose": "set TRADE_ASSISTANT_HOME to the country that is meant where none is named",
}
_BY_KIND = {
    "out_of_scope": "nothing: this is outside what the assistant is for",
    "not_permitted": "nothing: this is refused on purpose",
    "not_published": "nothing: no office publishes this",
    "no_data": "load a table with this, or add a note on it",
    "answered": "look at the answers; put the wrong ones into `tests/questions/bugs/` with what is right",
}
_OTHER = "look at the questions: a way of asking may be missing in `assistant/languages/*.toml`"


def mend(entry: Entry) -> str:
    """What would mend a cause."""
    if entry.verdict == "up":
        return "nothing: readers liked it"
    return _MENDS.get(entry.cause) or _BY_KIND.get(entry.kind) or _OTHER


def lines(entries: Sequence[Entry], *, keeps: bool) -> Iterator[str]:
    """The view as text, the most frequent cause first."""
    if not entries:
        yield "Nothing is recorded yet: the chat page counts what it declines, asks back, and the thumbs it gets."
    for entry in entries:
        cause = f"{entry.kind}: {entry.cause}" if entry.cause else entry.kind
        span = entry.first if entry.first == entry.last else f"{entry.first} to {entry.last}"
        yield f"{entry.times:6,}  {_TITLES.get(entry.verdict, entry.verdict):11}  {cause}  ({span})"
        yield f"        → {mend(entry)}"
        yield from (f"          {detail}" for detail in entry.details)
        yield from (f"          “{question}”" for question in entry.examples)
    if entries and not keeps:
        yield "Only counts are kept. TRADE_ASSISTANT_KEEP_QUESTIONS=1 keeps the questions too."


def to_dict(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The view as JSON."""
    return [{**asdict(entry), "mend": mend(entry)} for entry in entries]
