"""A checked draft made into an answer: slots filled, marks cited, figures with basis, source and receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from assistant.answer.agreement_names import cited
from assistant.answer.draft import Draft
from assistant.answer.numbers import plain
from assistant.answer.receipts import receipt
from assistant.answer.words import Words
from assistant.reply import Answer
from assistant.store.agreements import SOURCE
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.toolbox import READERS
from assistant.types import Call, Evidence, Fact, Json, Passage

_SLOT = re.compile(r"\{(f\d+)(:size)?\}")
_MOST_FIGURES = 60
_NEXT = r"(?<=[.!?])(?<!U\.S\.) (?=[“«]?[A-ZÁÉÍÓÚ])"
"""Between two sentences; the "U.S." of a name ends none."""


def fill(draft: Draft, question: str, evidence: Evidence, words: Words, store: Store) -> Answer:
    """The answer of a draft; every figure's citation mark stands at the end of the first sentence that says it."""
    tables = _tables(draft, evidence)
    if told := [each for each in evidence.listings.values() if "considered" in each.detail]:
        tables = list(dict.fromkeys((*told[0].tables, *tables)))
    lists = [each for each in evidence.listings.values() if each.kind and not each.tables]
    tables = tables or [SOURCE for _ in lists]
    marks = {name: index for index, name in enumerate(tables, start=1)}
    text = _passage_marks(_filled(draft, marks, words), len(marks))
    kinds = any(each.kind for each in evidence.listings.values())
    if marks and not _SLOT.search(draft.text) and (kinds or not evidence.listings):
        text = _first_marked(text, "".join(f"[{mark}]" for mark in marks.values()))
    citations = [
        _table_citation(marks[t], store.by_id[t], evidence, words) if t in store.by_id else cited(marks[t], each)
        for t in tables
        for each in (lists[0] if lists else None,)
    ]
    citations += [_quote(len(marks) + n, passage, quote) for n, (passage, quote) in enumerate(draft.quotes, start=1)]
    return Answer(
        question=question,
        text=text,
        answer=tuple(_plain_answer(item) for item in draft.answer),
        figures=tuple(_figures(draft, evidence.calls, words, store)),
        citations=tuple(citations),
        table=draft.table,
        chart=draft.chart,
        plan=tuple(
            {"tool": c.tool, "id": c.id, "args": dict(c.args)} for c in evidence.calls if c.id not in evidence.problems
        ),
        suggestions=draft.suggestions,
    )


def _tables(draft: Draft, evidence: Evidence) -> list[str]:
    """The tables that the answer stands on: of its figures, of its lists, or of the rows of which none is such."""
    said = [fact.source for fact in draft.facts if "{" + fact.id in draft.text]
    listed = [table for listing in evidence.listings.values() for table in listing.tables]
    searched = [] if draft.quotes or not draft.answer else [frame.table for frame in evidence.frames.values()][:1]
    return list(dict.fromkeys(said or listed or searched))


def _filled(draft: Draft, marks: Mapping[str, int], words: Words) -> str:
    facts = {fact.id: fact for fact in draft.facts}
    sentences = re.split(_NEXT, draft.text)
    return " ".join(_sentence(sentence, facts, marks, words) for sentence in sentences)


def _sentence(text: str, facts: Mapping[str, Fact], marks: Mapping[str, int], words: Words) -> str:
    named = [facts[match[1]].source for match in _SLOT.finditer(text) if match[1] in facts]
    cited = "".join(f"[{marks[source]}]" for source in dict.fromkeys(named) if source in marks)
    said = _SLOT.sub(lambda match: shown(facts[match[1]], words, size=bool(match[2])), text)
    return f"{said} {cited}" if cited else said


def _first_marked(text: str, mark: str) -> str:
    """The text with a citation mark at the end of its first sentence."""
    first, *rest = re.split(_NEXT, text, maxsplit=1)
    return " ".join((first, mark, *rest))


def shown(fact: Fact, words: Words, *, size: bool = False) -> str:
    """A fact's figure as it is said; with `size` without its sign."""
    return words.figure(abs(fact.value) if size else fact.value, fact.unit, fact.precision)


def _passage_marks(text: str, offset: int) -> str:
    return re.sub(r"\[p(\d+)\]", lambda match: f"[{int(match[1]) + offset}]", text)


def _plain_answer(item: Mapping[str, Json]) -> dict[str, Json]:
    value = item["value"]
    if not isinstance(value, Fact):
        return dict(item)
    precision = None if value.precision is None else plain(value.precision)
    return {**item, "value": plain(value.value), "precision": precision}


def _figures(draft: Draft, calls: Sequence[Call], words: Words, store: Store) -> Iterator[dict[str, Json]]:
    said = [fact for fact in draft.facts if "{" + fact.id in draft.text]
    rest = [fact for fact in draft.facts if fact not in said]
    for fact in (*said, *rest)[:_MOST_FIGURES]:
        yield {
            "id": fact.id,
            "measure": fact.measure,
            "value": plain(fact.value),
            "unit": fact.unit,
            "display": shown(fact, words),
            "precision": None if fact.precision is None else plain(fact.precision),
            "about": asdict(fact.about),
            "basis": fact.basis,
            "source": fact.source,
            "receipt": receipt(fact, calls, store),
        }


def _table_citation(number: int, table: Table, evidence: Evidence, words: Words) -> dict[str, Json]:
    return {
        "id": number,
        "kind": "table",
        "source": table.id,
        "title": f"{table.publisher}: {table.title}",
        "url": table.url,
        "locator": "; ".join(dict.fromkeys(_locators(table, evidence, words))),
        "quote": words.phrase("cited_basis", basis=table.basis.text, release=table.release),
    }


def _locators(table: Table, evidence: Evidence, words: Words) -> Iterator[str]:
    """Which rows of a table were read."""
    for call in evidence.calls:
        if call.tool in READERS and call.id not in evidence.problems and call.args["basis"].get("table") == table.id:
            named = ((k, v) for k, v in call.args.items() if k in _ROWS and v)
            yield ", ".join(f"{words.argument(key)} {_written(key, value, words)}" for key, value in named)


_ROWS = ("measure", "what", "reporter", "partner", "product", "mode", "region", "port", "period", "by")


_NAMED = ("measure", "what", "by")
"""Arguments whose values are words of ours and no codes."""


def _written(key: str, value: Json, words: Words) -> str:
    """An argument's values; codes stand as they are, for a reader to look them up."""
    values = [value] if isinstance(value, str) else [str(each) for each in value]
    return ", ".join(words.argument(each) if key in _NAMED else each for each in values)


def _quote(number: int, passage: Passage, quote: str) -> dict[str, Json]:
    title = f"{passage.title} ({passage.publisher})" if passage.publisher else passage.title
    return {
        "id": number,
        "kind": "passage",
        "source": passage.source,
        "title": title,
        "url": passage.url,
        "locator": passage.locator,
        "quote": quote,
    }
