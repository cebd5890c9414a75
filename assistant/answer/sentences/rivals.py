"""Who has more trade with one country than with another: how many, which first, each with both figures."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, entity, number
from assistant.answer.sentences.wording import tested, when
from assistant.types import Call, Frame, Json

_SHOWN, _LEFT_OUT = 10, 3


def are_rivals(head: Head) -> bool:
    """Whether the rows are partners in which one country is ahead of another."""
    return is_ahead(head) and len({side.about.reporter for side, _ in sides_of(head)}) == 2


def is_ahead(head: Head) -> bool:
    """Whether the rows are things in which one of two sides is ahead of the other."""
    picked = picked_by(head)
    detail = head.evidence.frames[picked.id].detail
    return picked.tool == "where" and bool(detail.get("difference")) and "rank" in detail and "minus" in _apart(head)


def sides_of(head: Head) -> list[tuple[Frame, str]]:
    """The two selections that were subtracted, each with the call that made it."""
    return [(head.evidence.frames[name], name) for name in (_apart(head)["of"], _apart(head)["minus"])]


def rivals(head: Head) -> Said:
    """The partners that buy or sell more, most first, with what they have with each of the two."""
    picked = picked_by(head)
    found = head.evidence.frames[picked.id]
    sides = sides_of(head)
    names = [head.words.place(str(side.about.reporter)) for side, _ in sides]
    flow = "bought" if found.measure == "exports" else "sold"
    blanks = {"first": names[0], "second": names[1], "n": str(found.detail["searched"][0]), "period": when(head)}
    told = [_side_by_side(head, key, sides) for key in _keys(found)[:_SHOWN]]
    text = head.words.phrase(
        f"rivals.{flow}" if told else f"rivals.none_{flow}",
        value=_counted(head, found),
        list="; ".join(told),
        limit=_limit(head, found),
        **blanks,
    )
    return text, [_count(head, found), *_answers(head, found, sides)]


def left_out(head: Head) -> str:
    """That partners with a figure of the first alone are left out, and which; "" where there are none."""
    if head.call.tool not in ("where", "count") or not are_rivals(head):
        return ""
    first, second = (side for side, _ in sides_of(head))
    held, taken = {row.key[0] for row in second.rows}, {str(first.about.reporter), str(second.about.reporter)}
    values = {row.key[0]: row.value for row in first.rows if row.value and row.key[0] not in held | taken}
    alone = sorted(values, key=lambda code: (-(values[code] or 0), code))
    if not alone:
        return ""
    places = head.words.listed([head.words.place(code) for code in alone[:_LEFT_OUT]])
    text = head.words.phrase("rivals.left_out", names=places, second=head.words.place(str(second.about.reporter)))
    ours = {code for code in alone if head.words.names.territories.get(code) == second.about.reporter}
    names = head.words.listed([head.words.place(code) for code in sorted(ours)])
    owner = head.words.place(str(second.about.reporter))
    return f"{text} {head.words.phrase('territory', name=names, owner=owner)}" if ours else text


def picked_by(head: Head) -> Call:
    """The call that kept the rows: the head's own, or the one that it counts."""
    return head.of(head.call.args["of"]["ref"]).call if head.call.tool == "count" else head.call


def _apart(head: Head) -> dict[str, str]:
    """The ids of the two selections that were subtracted; empty where none were."""
    call = picked_by(head)
    while call.tool in ("where", "rank"):
        call = head.of(call.args["of"]["ref"]).call
    return {name: call.args[name]["ref"] for name in ("of", "minus") if name in call.args}


def _keys(frame: Frame) -> list[str]:
    return [row.key[0] for row in frame.rows]


def _side_by_side(head: Head, code: str, sides: list[tuple[Frame, str]]) -> str:
    """A partner with both figures."""
    first, second = (head.figure(_keys(frame).index(code), frame, call) for frame, call in sides)
    return head.words.phrase("rivals.row", name=head.words.place(code), first=first, second=second)


def _counted(head: Head, found: Frame) -> str:
    """How many there are: the slot of a count where one was made."""
    return head.figure() if head.call.tool == "count" else str(len(found.rows))


def _limit(head: Head, found: Frame) -> str:
    """By how much, where the question set a limit."""
    if found.detail["where"]["value"] == "0":
        return ""
    return head.words.phrase("rivals.limit", test=tested(head, found.detail))


def _count(head: Head, found: Frame) -> dict[str, Json]:
    label = head.words.plural("partner")
    if head.call.tool == "count":
        return number(head.fact())
    return {"kind": "number", "value": str(len(found.rows)), "unit": "count", "label": label}


def _answers(head: Head, found: Frame, sides: list[tuple[Frame, str]]) -> list[dict[str, Json]]:
    """Each partner with its figure of the first and of the second."""
    answers: list[dict[str, Json]] = []
    for code in _keys(found)[:_SHOWN]:
        facts = (head.fact(_keys(frame).index(code), frame, call) for frame, call in sides)
        answers += [entity("partner", code, head.words), *map(number, facts)]
    return answers
