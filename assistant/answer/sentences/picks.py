"""Rows that were picked: the highest, a ranking, those that meet a condition, a count, a place."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.sentences.head import Head, Said, boolean, entities, entity, keyed_numbers, number
from assistant.answer.sentences.single import condition_met
from assistant.answer.sentences.wording import computed, tested, when
from assistant.periods import GRAINS, Period

_NAMED, _MOST_NAMED = 5, 20
"""How many of a ranking a sentence names by itself, and how many where more are asked for; the table has them all."""

_SIGNED = ("surplus", "deficit")
_GROWING = frozenset({"fastest", "slowest"})
_CHOSEN = frozenset({"top", "bottom", "fastest", "slowest", "ordered", "others"})
"""What is asked of a ranking, beside which the condition only says what is ranked."""


def extreme(head: Head) -> Said:
    """The highest or lowest of the periods or things searched."""
    _, first, last = head.frame.detail["searched"]
    key = head.frame.by[-1]
    name = str(head.frame.detail["extreme"])
    text = head.words.phrase(
        name,
        key=head.words.label(key),
        subject=computed(head, head.subject()),
        when=head.keyed(),
        value=head.figure(),
        first=head.words.key(key, first[-1]),
        last=head.words.key(key, last[-1]),
    )
    return text, [*entities(head), number(head.fact())]


def rank(head: Head) -> Said:
    """The first of a ranking, and those that come next."""
    frame = head.frame
    if "where" in frame.detail and "place" not in frame.detail and _are_all(head):
        return _meeting(head)
    shown = range(1, min(len(frame.rows), max(_by_itself(head), min(head.number or 0, _MOST_NAMED))))
    rest = head.words.listed([f"{head.keyed(row)} ({head.figure(row)})" for row in shown])
    name = "bottom" if frame.detail["rank"] == "asc" else "top"
    subject = computed(head, head.subject(call=head.call.id)) + head.chosen()
    if frame.detail.get("to"):
        return _places(head, subject), keyed_numbers(head, range(len(frame.rows)))
    if place := frame.detail.get("place"):
        return _placed(head, place, subject), keyed_numbers(head, [0])
    period = _listed_times(head) or when(head)
    name = "first_alone" if frame.detail.get("among", {}).get("first") == len(frame.rows) == 1 else name
    text = head.words.phrase(name, first=head.keyed(), subject=subject, value=head.figure(), period=period)
    if frame.measure in _SIGNED and all(row.value is not None and row.value < 0 for row in frame.rows):
        text = head.words.phrase(f"none_{frame.measure}", text=text)
    text += head.words.phrase("then", rest=rest) if rest else ""
    return text, keyed_numbers(head, range(len(frame.rows)))


def _listed_times(head: Head) -> str:
    """The times that were ranked, where each was named: "2016, 2019 and 2023", which are not all between."""
    frame = head.frame
    if tuple(frame.by) != ("period",):
        return ""
    times = sorted((Period.parse(row.key[0]) for row in frame.rows), key=lambda period: period.first)
    return head.words.listed([head.words.period(str(time)) for time in times])


def _are_all(head: Head) -> bool:
    """Whether all that meet a condition are asked for, in whatever order: "those above $50bn, largest first"."""
    ordered = "ordered" in head.operations and not head.number and not head.operations & _GROWING
    return ordered or not head.operations & _CHOSEN


def _by_itself(head: Head) -> int:
    """How many a sentence names unasked: of all modes, and of those that were chosen, each one."""
    all_told = head.frame.by[-1] == "mode" or head.chosen() or "first" in head.frame.detail.get("among", {})
    return _MOST_NAMED if all_told else _NAMED


def _places(head: Head, subject: str) -> str:
    """Those that stand at several places of a ranking, one after the other."""
    detail = head.frame.detail
    named = [f"{head.keyed(row)} ({head.figure(row)})" for row in range(len(head.frame.rows))]
    blanks = {"keys": head.words.plural(head.frame.by[-1]), "from": str(detail["place"]), "to": str(detail["to"])}
    text = head.words.phrase(
        "places_to",
        **blanks,
        n=str(detail["ranked"]),
        subject=subject,
        period=when(head),
        list=head.words.listed(named),
    )
    return text[:1].upper() + text[1:]


def _placed(head: Head, place: int, subject: str) -> str:
    """The one that stands at a place of a ranking, from the top or from the bottom."""
    low, names = head.frame.detail["rank"] == "asc", head.words.language.section("say")["places"]
    n, keys = str(head.frame.detail["ranked"]), head.words.plural(head.frame.by[-1])
    blanks = {"name": head.keyed(), "subject": subject, "value": head.figure(), "period": when(head), "n": n}
    if place > len(names) and not low:
        return head.words.phrase("position", rank=str(place), **blanks)
    nth = names[place - 1] if place <= len(names) else str(place)
    return head.words.phrase("place_last" if low else "place", place=nth, keys=keys, **blanks)


def count(head: Head) -> Said:
    """How many rows there are, or meet the condition."""
    detail = head.frame.detail
    keys = head.words.plural((detail.get("of_by") or ["period"])[-1])
    if "first" in detail.get("among", {}) and "where" not in detail:
        text = head.words.phrase(
            "count_first",
            value=head.figure(),
            first=str(detail["among"]["first"]),
            keys=keys,
            group=head.words.place(str(head.frame.about.partner)),
            subject=head.subject(replace(head.frame, about=replace(head.frame.about, partner="WLD"))),
            period=when(head),
        )
        return text, [number(head.fact())]
    if "where" not in detail:
        return f"{head.figure()} {keys}", [number(head.fact())]
    text = head.words.phrase(
        "count",
        subject=computed(head, head.subject()),
        test=tested(head, detail),
        value=head.figure(),
        n=str(detail["searched"][0]),
        keys=keys,
        period=_searched(head, (detail.get("of_by") or ["period"])[-1]),
    )
    return text, [number(head.fact())]


def _searched(head: Head, key: str) -> str:
    """The times that were searched where rows are keyed by one; else the period that all rows share."""
    _, first, last = head.frame.detail["searched"]
    if key not in GRAINS or not first:
        return when(head)
    ends = list(dict.fromkeys((head.words.key(key, first[-1]), head.words.key(key, last[-1]))))
    return head.words.phrase("range", first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]


def _none(head: Head) -> Said:
    """That nothing meets the condition."""
    keys, detail = head.words.plural(head.frame.by[-1]), head.frame.detail
    searched, test = str(detail["searched"][0]), tested(head, detail)
    subject = computed(head, head.subject())
    text = head.words.phrase("where_none", n=searched, keys=keys, subject=subject, test=test, period=when(head))
    return text, [{"kind": "number", "value": "0", "unit": "count", "label": keys}]


def where(head: Head) -> Said:
    """The rows that meet the condition; of a single figure, whether it does."""
    frame = head.frame
    if not frame.by:
        return condition_met(head)
    if not frame.rows:
        return _none(head)
    return _meeting(head)


def _meeting(head: Head) -> Said:
    """How many rows meet the condition, and which; of many the first, and that there are more."""
    frame, keys = head.frame, head.words.plural(head.frame.by[-1])
    met, shown = int(frame.detail.get("ranked", len(frame.rows))), range(min(_MOST_NAMED, len(frame.rows)))
    named = [f"{head.keyed(row)} ({head.figure(row)})" for row in shown]
    named += [head.words.phrase("and_more")] if met > len(named) else []
    text = head.words.phrase(
        "where",
        value=str(met),
        n=str(frame.detail["searched"][0]),
        keys=keys,
        subject=computed(head, head.subject(call=head.call.id)),
        test=tested(head, frame.detail),
        period=_searched(head, frame.by[-1]),
        list=head.words.listed(named),
    )
    count = {"kind": "number", "value": str(met), "unit": "count", "label": keys}
    if frame.by[-1] in GRAINS:
        return text, [count, *(item for row in range(len(frame.rows)) for item in entities(head, row))]
    return text, [*keyed_numbers(head, range(len(frame.rows))), count]


def position(head: Head) -> Said:
    """A yes or no where the question asks whether something comes first, and the rank."""
    code, detail = str(head.frame.detail["position"]), head.frame.detail
    behind = head.behind()
    row = next(index for index, row in enumerate(behind.rows) if code in row.key)
    of = head.call.args["of"]["ref"]
    blanks = {
        "name": head.words.key(behind.by[0], code),
        "rank": head.figure(),
        "n": str(detail["ranked"]),
        "subject": computed(head, head.subject(behind)),
        "period": when(head),
        "value": head.figure(row, behind, of),
    }
    text = head.words.phrase("position_low" if detail.get("order") == "asc" else "position", **blanks)
    place = head.frame.rows[0].value or 0
    holds = place == int(detail["at"]) if detail.get("at") else place <= int(detail["within"])
    if "otherwise" in head.operations and place != 1:
        first = {"first": head.words.key(behind.by[0], behind.rows[0].key[0]), "value": head.figure(0, behind, of)}
        text += head.words.phrase("position_first", **first)
    if "polar" in head.operations:
        text = head.words.phrase("yes" if holds else "no", text=text)
    return text, [boolean(holds), number(head.fact()), entity(behind.by[0], str(detail["first"][0][0][0]), head.words)]
