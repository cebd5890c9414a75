"""Answers about tariffs: the sentence, what of it is an estimate, the table and the chart."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.charts import chart
from assistant.answer.crossed import crossed
from assistant.answer.draft import Draft, Ledger
from assistant.answer.numbers import plain
from assistant.answer.sentences import Head, sentence
from assistant.answer.sentences.rated import Rated
from assistant.answer.sentences.tariffs import tariff_sentence
from assistant.answer.tables import table
from assistant.answer.words import Words, capital
from assistant.lexicon.question import Question
from assistant.measures import DAY, TARIFFS
from assistant.store.store import Store
from assistant.types import OTHER, Call, Evidence, Frame, Json


def is_about_tariffs(evidence: Evidence) -> bool:
    """Whether the answer stands on a table of rates."""
    return evidence.main is not None and evidence.main.measure in TARIFFS


def tariff_draft(question: Question, evidence: Evidence, words: Words, store: Store) -> Draft:
    """The draft of an answer about tariffs: sentence, what it is an estimate of, table and chart."""
    ledger = Ledger(words)
    call = [call for call in evidence.calls if call.id in evidence.frames][-1]
    frame = evidence.frames[call.id]
    origin = store.by_id[frame.table]
    source = words.phrase(f"sources.{origin.source}") or origin.publisher
    rated = Rated(Head(call, frame, evidence, ledger, question.slots.operations), source, origin.last.last)
    text, answer = tariff_sentence(rated)
    finer = [capital(sentence(Head(c, evidence.frames[c.id], evidence, ledger))[0]) + "." for c in _duties(evidence)]
    drawn = _drawn(call, evidence)
    single = call.tool in ("tariff", "where") and "terms" in frame.detail and not frame.by
    named = words.phrase(f"publishers.{origin.source}") or origin.publisher
    shown = _parts(frame, named, words) if single else _rows(call, evidence, words)
    return Draft(
        " ".join((capital(text) + ".", *_further(call, frame, words), *finer)),
        facts=tuple(ledger.facts),
        answer=tuple(answer),
        table=shown,
        chart=chart(drawn, words),
    )


def _duties(evidence: Evidence) -> list[Call]:
    """The calls that found the duty collected on the product itself, where the rate is of its chapter."""
    return [c for c in evidence.calls if c.tool == "select" and c.id in evidence.frames and OTHER not in c.id]


def _further(call: Call, frame: Frame, words: Words) -> Iterator[str]:
    """That additions are estimates, that a chapter stands for a product, of what a ranking is a part."""
    if any(note.kind == "estimate" for note in frame.notes):
        yield words.phrase("tariff.estimate")
    given = call.args.get("product") or ()
    asked = (given,) if isinstance(given, str) else tuple(given)
    parts = [part for code in asked for part in code.split(";")]
    if any(len(part) > 2 for part in parts):
        used = tuple(dict.fromkeys(part[:2] for part in parts))
        named = [words.listed([words.product(code) for code in codes]) for codes in (asked, used)]
        yield capital(words.phrase("wider", asked=named[0], used=named[1]))
    if population := [note.text.removeprefix("partial: ") for note in frame.notes if note.kind == "partial"]:
        yield words.phrase("among", population="; ".join(population))


def _drawn(call: Call, evidence: Evidence) -> Frame:
    """The frame to draw: of a single figure its course over the dates, of what was picked what it was picked from."""
    frame = evidence.frames[call.id]
    if frame.by and len(frame.rows) > 1:
        return frame
    behind = {c.args["of"]["ref"] for c in evidence.calls if "of" in c.args}
    courses = [f for name, f in evidence.frames.items() if DAY in f.by or name in behind and len(f.rows) > 1]
    return courses[0] if courses else frame


def _parts(frame: Frame, source: str, words: Words) -> dict[str, Json]:
    """A rate in its parts: what was collected, what was added, both together."""
    detail, about = frame.detail, frame.about.period
    day = about if detail["undated"] else str(detail["day"])
    parts = (("base_tariff", "base", detail["base_year"]), ("added_tariff", "added", day), ("tariff", "total", day))
    columns = [capital(words.label(name)) for name in ("measure", "period", "value", "unit", "source")]
    rows = [
        [capital(words.label(measure)), when, detail["terms"][part], words.unit(TARIFFS[measure]), source]
        for measure, part, when in parts
    ]
    return {"columns": columns, "rows": rows}


def _rows(call: Call, evidence: Evidence, words: Words) -> dict[str, Json]:
    """The rows that the answer gives, or those that its figure was worked out from."""
    frame = evidence.frames[call.id]
    ends = [evidence.frames[value["ref"]] for value in call.args.values() if isinstance(value, dict) and "ref" in value]
    if call.tool == "difference":
        frames = ends if len(ends) == 1 else [ends[1], ends[0]]  # of two moments the earlier stands first
        return _moments(frames, frame, words) if len(ends) > 1 else _dated(table(frames, words), frames[0])
    if call.tool in ("extreme", "position", "count") and ends:
        frame = ends[0]
    return _dated(table([frame], words), frame)


def _dated(shown: dict[str, Json], frame: Frame) -> dict[str, Json]:
    """The table with its dates as the contract writes them."""
    if DAY not in frame.by:
        return shown
    at = frame.by.index(DAY)
    if cross := crossed(frame):
        sides = [[code, *row[1:]] for code, row in zip(cross.rows, shown["rows"], strict=True)]
        return {**shown, "rows": sides} if cross.down == at else shown
    rows = [[*row[:at], line.key[at], *row[at + 1 :]] for row, line in zip(shown["rows"], frame.rows, strict=True)]
    return {**shown, "rows": rows}


def _moments(frames: list[Frame], moved: Frame, words: Words) -> dict[str, Json]:
    """The rates at two moments and the change between them, a line for each partner or chapter."""
    before, after = frames
    names = [str(frame.detail["asked"]) for frame in frames]
    keys = [capital(words.label(key)) for key in after.by]
    columns = [
        *keys,
        *(f"{name} ({words.unit(after.unit)})" for name in names),
        f"{capital(words.label('move'))} ({words.unit(moved.unit)})",
    ]
    earlier, change = ({row.key: row.value for row in frame.rows} for frame in (before, moved))
    rows = []
    for row in after.rows:
        values = (earlier.get(row.key), row.value, change.get(row.key))
        rows.append([*(words.key(d, c) for d, c in zip(after.by, row.key, strict=True)), *map(_plain, values)])
    return {"columns": columns, "rows": rows}


def _plain(value: object) -> str | None:
    return None if value is None else plain(value)  # type: ignore[arg-type]
