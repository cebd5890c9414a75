"""One sentence for each kind of answer about tariffs; each names whose estimate it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.answer.numbers import plain
from assistant.answer.sentences.head import Head, Said, boolean, entities, keyed_numbers, number
from assistant.answer.sentences.kinds import sentence
from assistant.answer.sentences.rated import Rated, day_item, listed
from assistant.answer.sentences.tariff_rows import count, extreme, ranked, rows, series
from assistant.answer.sentences.wording import sized
from assistant.measures import DAY, TARIFFS
from assistant.types import Fact


def tariff_sentence(rated: Rated) -> Said:
    """The sentence of an answer about tariffs, by the tool that made it."""
    head, frame = rated.head, rated.head.frame
    if head.call.tool == "tariff":
        return (series if DAY in frame.by else rows if frame.by else value)(rated)
    if head.call.tool == "difference":
        return moved(rated) if "minus" in head.call.args else compared(rated)
    if writer := _BY_TOOL.get(head.call.tool):
        return writer(rated)
    text, answer = sentence(head)
    return rated.phrase("by", text=text), answer


def value(rated: Rated) -> Said:
    """One rate, with the two parts that it is made of."""
    head, frame = rated.head, rated.head.frame
    year, subject = str(frame.detail["base_year"]), rated.words.subject(replace(frame, measure="tariff"))
    if "terms" not in frame.detail or frame.measure == "base_tariff":
        text = rated.phrase("base", subject=head.subject(), value=head.figure(), year=year)
        return text, [number(head.fact())]
    added = frame.measure == "added_tariff"
    facts = {"added" if added else "value": head.fact()}
    facts |= {"value": _part(head, "total", "tariff")} if added else {"added": _part(head, "added", "added_tariff")}
    facts["base"] = _part(head, "base", "base_tariff", year)
    slots = {name: head.ledger.slot(fact) for name, fact in facts.items()}
    text = rated.phrase(
        "added" if added else "value",
        subject=subject,
        when=rated.when(frame),
        since=rated.since(frame),
        year=year,
        **slots,
    )
    order = ("added", "value", "base") if added else ("value", "added", "base")
    dated = [] if frame.detail["undated"] else [day_item(str(frame.detail["day"]), rated.words)]
    return text, [*(number(facts[name]) for name in order), *dated]


def _part(head: Head, part: str, measure: str, period: str | None = None) -> Fact:
    about = period or head.frame.about.period
    return head.ledger.part(head.frame, head.call.id, part, TARIFFS[measure], head.words.label(measure), about)


def compared(rated: Rated) -> Said:
    """Two rates side by side, and which is higher by how much; a yes or no where that was asked."""
    head = rated.head
    behind, of = head.behind(), head.call.args["of"]["ref"]
    known = [row for row, line in enumerate(behind.rows) if line.value is not None]
    text = rated.phrase("rows", what=rated.what(behind), when=rated.when(behind), rows=listed(head, behind, of, known))
    apart = head.frame.rows[0].value or 0
    ahead = 0 if apart >= 0 else 1
    text += (
        rated.phrase("ahead", name=head.keyed(ahead, behind), value=sized(head.figure()))
        if apart
        else rated.phrase("equal")
    )
    sides = [
        item for row in (ahead, 1 - ahead) for item in (*entities(head.of(of), row), number(head.fact(row, behind, of)))
    ]
    amount = {**number(head.fact()), "value": plain(abs(head.fact().value))}
    answers = [*sides[:1], amount, *sides[1:]] if apart else [number(head.fact()), *sides]
    if "polar" in head.operations and head.operations & {"exceed", "trail"}:
        holds = apart < 0 if "trail" in head.operations else apart > 0
        return rated.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]
    return text, answers


def moved(rated: Rated) -> Said:
    """How far rates moved between two moments."""
    head = rated.head
    refs = [head.call.args[name]["ref"] for name in ("minus", "of")]
    before, after = (head.evidence.frames[ref] for ref in refs)
    when = {"first": rated.when(before), "last": rated.when(after)}
    if head.frame.by:
        shown = listed(head, head.frame, head.call.id, range(len(head.frame.rows)))
        text = rated.phrase("moved", what=rated.what(after), rows=shown, **when)
        return text, keyed_numbers(head, range(len(head.frame.rows)))
    main, ends = head.fact(), [head.fact(0, frame, ref) for frame, ref in ((before, refs[0]), (after, refs[1]))]
    name = "rose" if main.value > 0 else "fell" if main.value < 0 else "flat"
    blanks = {
        "from": head.ledger.slot(ends[0]),
        "to": head.ledger.slot(ends[1]),
        "value": sized(head.ledger.slot(main)),
    }
    text = rated.phrase(name, subject=head.subject(after), **when, **blanks)
    return text, [number(main), number(ends[1]), number(ends[0])]


_BY_TOOL: Mapping[str, Callable[[Rated], Said]] = {"rank": ranked, "extreme": extreme, "count": count}
