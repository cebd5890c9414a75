"""What meets a limit with each of two: how many, which, each with both figures."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, entities, number
from assistant.answer.sentences.rivals import picked_by
from assistant.answer.sentences.wording import tested, when
from assistant.types import Frame, Json

_SHOWN = 20
Sides = list[tuple[Frame, str]]


def is_both(head: Head) -> bool:
    """Whether the rows are what meets a limit with each of two."""
    return head.call.tool in ("both", "rank", "count") and bool(head.frame.detail.get("both"))


def both_limits(head: Head) -> Said:
    """The things or times that meet the limit with both, with what each has of the one and of the other."""
    picked = picked_by(head)
    found, sides = head.evidence.frames[picked.id], _sides(head)
    shown = range(min(_SHOWN, len(found.rows)))
    facts = [[head.fact(_at(side, found, row), side, call) for side, call in sides] for row in shown]
    names = [head.keyed(row, found) for row in shown]
    values = [head.words.listed([head.ledger.slot(fact) for fact in pair]) for pair in facts]
    told = [f"{name} ({pair})" for name, pair in zip(names, values, strict=True)]
    told += [head.words.phrase("and_more")] if len(found.rows) > _SHOWN else []
    keys = head.words.plural(found.by[-1])
    first, second = (head.subject(side, call) for side, call in sides)
    text = head.words.phrase(
        "leading" if told else "leading_none",
        claim=head.words.phrase("both_limits", first=first, second=second, test=tested(head, found.detail)),
        value=head.figure() if head.call.tool == "count" else str(len(found.rows)),
        n=str(len(set.intersection(*({row.key for row in side.rows if row.value is not None} for side, _ in sides)))),
        keys=keys,
        period=when(head),
        list="; ".join(told),
    )
    rows = [item for row in shown for item in (*_named(head, found, row), *map(number, facts[row]))]
    count = {"kind": "number", "value": str(len(found.rows)), "unit": "count", "label": keys}
    return text, [number(head.fact()) if head.call.tool == "count" else count, *rows]


def _sides(head: Head) -> Sides:
    """The two selections that the limit was put to, each with the call that made it."""
    call = picked_by(head)
    call = head.of(call.args["of"]["ref"]).call if call.tool == "rank" else call
    tested = (head.of(call.args[name]["ref"]).call for name in ("of", "other"))
    return [(head.evidence.frames[name], name) for name in (where.args["of"]["ref"] for where in tested)]


def _at(side: Frame, found: Frame, row: int) -> int:
    """Where a selection has the row of what was found."""
    return [each.key for each in side.rows].index(found.rows[row].key)


def _named(head: Head, found: Frame, row: int) -> list[dict[str, Json]]:
    return entities(Head(picked_by(head), found, head.evidence, head.ledger), row)
