"""In which states, goods or modes one of two sides is ahead: how many, which first, each with both figures."""

from __future__ import annotations

from decimal import Decimal

from assistant.answer.sentences.head import Head, Said, entity, number
from assistant.answer.sentences.rivals import picked_by, sides_of
from assistant.answer.sentences.wording import when
from assistant.types import Frame, Json

_SHOWN = 10


def leading(head: Head) -> Said:
    """The things in which the first side has more, most first, with what both sides have of each."""
    found, sides = head.evidence.frames[picked_by(head).id], sides_of(head)
    names = {name: head.subject(side) for name, (side, _) in zip(("first", "second"), sides, strict=True)}
    rows = [_row(head, found, index, sides) for index in range(min(_SHOWN, len(found.rows)))]
    text = head.words.phrase(
        "leading" if rows else "leading_none",
        claim=" ".join((head.words.phrase("search.above_other", **names), *_limit(head, found))),
        value=head.figure() if head.call.tool == "count" else str(len(found.rows)),
        n=str(found.detail["searched"][0]),
        keys=head.words.plural(found.by[-1]),
        period=when(head),
        list="; ".join(rows),
    )
    return text, [_count(head, found), *(entity(found.by[-1], row.key[-1], head.words) for row in found.rows)]


def _row(head: Head, found: Frame, index: int, sides: list[tuple[Frame, str]]) -> str:
    """A thing with the figures of both sides."""
    key = found.rows[index].key
    places = ([row.key for row in side.rows].index(key) for side, _ in sides)
    first, second = (head.figure(at, side, call) for at, (side, call) in zip(places, sides, strict=True))
    return head.words.phrase("rivals.row", name=head.keyed(index, found), first=first, second=second)


def _limit(head: Head, found: Frame) -> tuple[str, ...]:
    """How far ahead the first side had to be, where that was asked."""
    limit = found.detail["where"]
    if not Decimal(str(limit["value"])):
        return ()
    value = head.words.round_figure(Decimal(str(limit["value"])), found.unit)
    return (head.words.phrase(f"leads.{limit['test']}", value=value),)


def _count(head: Head, found: Frame) -> dict[str, Json]:
    if head.call.tool == "count":
        return number(head.fact())
    return {"kind": "number", "value": str(len(found.rows)), "unit": "count", "label": head.words.plural(found.by[-1])}
