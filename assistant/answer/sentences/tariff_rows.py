"""Sentences of several tariff rates: ranked, side by side at a moment, at each date."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, keyed_numbers, number
from assistant.answer.sentences.kinds import sentence
from assistant.answer.sentences.rated import NAMED, Rated, day_item, listed
from assistant.answer.sentences.wording import tested
from assistant.types import Frame


def ranked(rated: Rated) -> Said:
    """The highest or lowest, and those that come next; of changes, between which moments."""
    head, frame = rated.head, rated.head.frame
    numbers = keyed_numbers(head, range(len(frame.rows)))
    if ends := _moments(head):
        when = {"first": rated.when(ends[0]), "last": rated.when(ends[1])}
        shown = listed(head, frame, head.call.id, range(min(NAMED, len(frame.rows))))
        return rated.phrase("moved", what=rated.what(ends[1]), rows=shown, **when), numbers
    if "place" in frame.detail:
        return rated.phrase("by", text=sentence(head)[0]), numbers
    behind = head.behind()
    rest = rated.words.listed(
        [f"{head.keyed(row)} ({head.figure(row)})" for row in range(1, min(NAMED, len(frame.rows)))]
    )
    name = "bottom" if frame.detail["rank"] == "asc" else "top"
    then = rated.words.phrase("then", rest=rest) if rest else ""
    text = rated.phrase(name, what=rated.what(behind), when=rated.when(behind), first=head.keyed(), value=head.figure())
    return text + then, numbers


def _moments(head: Head) -> list[Frame]:
    """The earlier and the later frame of the difference that a ranking is of; none where it is of no difference."""
    call = head.call
    while call.tool != "difference" and "of" in call.args:
        call = next(c for c in head.evidence.calls if c.id == call.args["of"]["ref"])
    both = ("minus", "of") if "minus" in call.args else ()
    return [head.evidence.frames[call.args[side]["ref"]] for side in both]


def rows(rated: Rated) -> Said:
    """Several rates at one moment."""
    head, frame = rated.head, rated.head.frame
    shown = listed(head, frame, head.call.id, range(min(2 * NAMED, len(frame.rows))))
    text = rated.phrase("rows", what=rated.what(frame), when=rated.when(frame), rows=shown)
    return text, keyed_numbers(head, range(len(frame.rows)))


def series(rated: Rated) -> Said:
    """The rates at each date: the first, the last and the highest."""
    head, frame = rated.head, rated.head.frame
    if len(frame.by) > 1:
        return _lines(rated)
    best = max(range(len(frame.rows)), key=lambda row: (frame.rows[row].value or 0, -row))
    last = len(frame.rows) - 1
    text = rated.phrase(
        "series",
        subject=head.subject(),
        first=head.keyed(0),
        last=head.keyed(last),
        to=head.figure(last),
        best=head.figure(best),
        when=head.keyed(best),
        **{"from": head.figure(0)},
    )
    return text, keyed_numbers(head, range(len(frame.rows)))


def _lines(rated: Rated) -> Said:
    """Several lines of rates: what each is at the newest and at the first date."""
    head, frame = rated.head, rated.head.frame
    days = sorted({row.key[-1] for row in frame.rows})
    at = {day: [row for row, line in enumerate(frame.rows) if line.key[-1] == day] for day in (days[-1], days[0])}
    last, earlier = (
        ", ".join(f"{head.words.key(frame.by[0], frame.rows[row].key[0])} {head.figure(row)}" for row in at[day])
        for day in (days[-1], days[0])
    )
    ends = {"first": rated.words.period(days[0]), "last": rated.words.period(days[-1])}
    text = rated.phrase("lines", what=rated.what(frame), rows=last, earlier=earlier, **ends)
    return text, keyed_numbers(head, at[days[-1]])


def extreme(rated: Rated) -> Said:
    """The highest or lowest of the dates."""
    head = rated.head
    _, first, last = head.frame.detail["searched"]
    ends = {"first": rated.words.period(first[-1]), "last": rated.words.period(last[-1])}
    name = str(head.frame.detail["extreme"])
    text = rated.phrase(name, subject=head.subject(), when=head.keyed(), value=head.figure(), **ends)
    return text, [day_item(head.frame.rows[0].key[-1], rated.words), number(head.fact())]


def count(rated: Rated) -> Said:
    """How many meet the condition."""
    head, detail = rated.head, rated.head.frame.detail
    behind = head.behind()
    text = rated.phrase(
        "count",
        value=head.figure(),
        n=str(detail["searched"][0]),
        keys=rated.words.plural((detail.get("of_by") or ["period"])[-1]),
        what=rated.what(behind),
        test=tested(head, detail),
        when=rated.when(behind),
    )
    return text, [number(head.fact())]
