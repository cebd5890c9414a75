"""Which of two grew faster, or moved more: both rates and how far they are apart."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.numbers import plain
from assistant.answer.sentences.head import Head, Said, boolean, entity, number
from assistant.answer.sentences.wording import sized
from assistant.periods import GRAINS
from assistant.types import Fact, Frame, Json

_DIMENSIONS = ("partner", "reporter", "mode", "product", "region", "port")


def apart(head: Head) -> Said:
    """The one ahead first, both rates, and the difference in percentage points; a yes or no where it was asked."""
    sides = [(head.behind(name), head.call.args[name]["ref"]) for name in ("of", "minus")]
    facts = [head.fact(0, frame, call) for frame, call in sides]
    second = head.frame.detail["ahead"] == "second"
    order = (1, 0) if second else (0, 1)
    names = [_name(head, sides[at][0], sides[1 - at][0]) for at in order]
    told = [_rate(head, *sides[at], facts[at]) for at in order]
    blanks = {
        "first": names[0],
        "second": names[1],
        "rate": told[0],
        "other": told[1],
        "subject": _subject(head, sides),
    }
    name = _phrase(head)
    text = head.words.phrase(name, value=sized(head.figure()), **blanks)
    amount = {**number(head.fact()), "value": plain(abs(head.fact().value))}
    ahead = [] if name.endswith("alike") else _winner(head, sides[order[0]][0], sides[order[1]][0])
    answers = [*ahead, *(number(facts[at]) for at in order), amount]
    if "polar" not in head.operations:
        return text, answers
    holds = head.frame.detail["ahead"] == "first"
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _phrase(head: Head) -> str:
    """Which sentence says it: faster or slower growth, a rise in money, a share that moved further."""
    detail = head.frame.detail
    if detail["ahead"] == "none":
        return "faster.alike"
    money = head.frame.unit != "percentage points"
    shares = head.behind().unit == "percentage points"
    kind = "share" if shares else "in_money" if money else "grew"
    if detail["apart"] == "size":
        return "faster.moved_share" if shares else "faster.moved"
    return f"faster.{kind}_less" if detail["apart"] == "least" else f"faster.{kind}"


def _rate(head: Head, frame: Frame, call: str, fact: Fact) -> str:
    """A rate with the values that it was taken from."""
    of = head.of(call).call.args["of"]["ref"]
    behind = head.evidence.frames[of]
    ends = [head.figure(row, behind, of) for row in (0, len(behind.rows) - 1)]
    return head.words.phrase("faster.rate", rate=head.ledger.slot(fact), **{"from": ends[0], "to": ends[1]})


def _differing(frame: Frame, other: Frame) -> str:
    """What the two differ in: a dimension, the measure, or the period."""
    found = (name for name in _DIMENSIONS if getattr(frame.about, name) != getattr(other.about, name))
    return "measure" if frame.measure != other.measure else next(found, "period")


def _name(head: Head, frame: Frame, other: Frame) -> str:
    """How one of the two is called: by what it differs in from the other."""
    by = _differing(frame, other)
    if by == "measure":
        return head.words.label(frame.measure)
    code = str(getattr(frame.about, by) or "")
    return (
        head.words.period(code)
        if by == "period"
        else head.words.listed([head.words.name(by, c) for c in code.split(",")])
    )


def _winner(head: Head, frame: Frame, other: Frame) -> list[dict[str, Json]]:
    by = _differing(frame, other)
    if by == "measure":
        return [{"kind": "entity", "value": frame.measure, "unit": None, "label": head.words.label(frame.measure)}]
    code = str(getattr(frame.about, by) or "")
    return [entity("period" if by == "period" and "period" in GRAINS else by, code, head.words)]


def _subject(head: Head, sides: list[tuple[Frame, str]]) -> str:
    """What both are rates of, and from when to when."""
    (frame, _), (other, _) = sides
    base, by = frame.detail.get("base"), _differing(frame, other)
    traded = replace(frame, measure="total")
    subject = (
        head.subject(traded if by == "measure" else frame)
        if by in ("period", "measure")
        else head.words.label(frame.measure)
    )
    span = head.words.period(frame.about.period)
    if by == "period":
        return subject
    return head.words.phrase("faster.over", subject=subject, period=span, base=head.words.period(str(base or "")))
