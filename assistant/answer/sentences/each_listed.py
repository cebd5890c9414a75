"""What meets a test at each of several times: how many, which, each with its figure of each time."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, entities, number
from assistant.answer.sentences.rivals import picked_by
from assistant.answer.sentences.wording import computed, tested
from assistant.types import Call, Frame

_SHOWN = 20
Times = list[tuple[Frame, str]]
"""The rows of each time, first to last, with the call that made them."""


def is_each_listed(head: Head) -> bool:
    """Whether the rows are what meets one test at each of several times."""
    if head.call.tool not in ("rank", "count") or not head.frame.detail.get("both"):
        return False
    periods = [frame.about.period for frame, _ in _times(head)]
    return len({*periods}) == len(periods)


def each_listed(head: Head) -> Said:
    """The things that meet the test each time, with the figures of each."""
    picked, times = picked_by(head), _times(head)
    found = head.evidence.frames[picked.id]
    shown = range(min(_SHOWN, len(found.rows)))
    facts = [[head.fact(_at(frame, found, row), frame, call) for frame, call in times] for row in shown]
    named = [head.words.listed([head.ledger.slot(fact) for fact in each]) for each in facts]
    told = [f"{head.keyed(row, found)} ({values})" for row, values in zip(shown, named, strict=True)]
    told += [head.words.phrase("and_more")] if len(found.rows) > _SHOWN else []
    keys = head.words.plural(found.by[-1])
    text = head.words.phrase(
        "each_listed" if told else "each_listed_none",
        subject=computed(Head(head.call, times[-1][0], head.evidence, head.ledger), head.subject(times[-1][0])),
        test=tested(head, found.detail),
        value=head.figure() if head.call.tool == "count" else str(len(found.rows)),
        n=str(found.detail["searched"][0]),
        keys=keys,
        periods=head.words.listed([head.words.period(str(frame.about.period)) for frame, _ in times]),
        list="; ".join(told),
    )
    whole = Head(picked, found, head.evidence, head.ledger)
    rows = [item for row in shown for item in (*entities(whole, row), *map(number, facts[row]))]
    count = {"kind": "number", "value": str(len(found.rows)), "unit": "count", "label": keys}
    return text, [number(head.fact()) if head.call.tool == "count" else count, *rows]


def _times(head: Head) -> Times:
    """The rows that the test was put to, first to last."""
    call = picked_by(head)
    call = head.of(call.args["of"]["ref"]).call if call.tool == "rank" else call
    return [(head.evidence.frames[name], name) for name in reversed(_tested(head, call))]


def _tested(head: Head, call: Call) -> list[str]:
    """The calls whose rows were tested, in the order of the plan."""
    if call.tool != "both":
        return [str(call.args["of"]["ref"])]
    return [name for side in ("of", "other") for name in _tested(head, head.of(call.args[side]["ref"]).call)]


def _at(frame: Frame, found: Frame, row: int) -> int:
    """Where the rows of one time have the row of what was found."""
    return [each.key for each in frame.rows].index(found.rows[row].key)
