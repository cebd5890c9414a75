"""Who came first at each of several times, or at how many of them one did."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, boolean, entity, keyed_numbers
from assistant.answer.sentences.wording import when
from assistant.periods import Period
from assistant.types import Json

_LISTED = 12


def led(head: Head) -> Said:
    """The first of each time, or the times at which the one that is named came first."""
    return _of_one(head, str(only)) if (only := head.frame.detail.get("only")) else _of_all(head)


def _of_one(head: Head, code: str) -> Said:
    """At how many of the times one came first, and at which."""
    frame, words = head.frame, head.words
    thing, time, total = _thing(head), str(frame.detail["each"]), int(frame.detail["searched"][0])
    times = [row.key[frame.by.index(time)] for row in frame.rows]
    listed = [f"{words.period(text)} ({head.figure(row)})" for row, text in enumerate(times[:_LISTED])]
    blanks = {"name": words.key(thing, code), "n": str(len(times)), "total": str(total), "keys": words.plural(time)}
    text = words.phrase(f"led_in{_which(head)}", **_place(head), subject=head.subject(), period=when(head), **blanks)
    listed = listed if len(times) <= _LISTED else _runs(head, times)
    text += words.phrase("led_list", list=words.listed(listed)) if 0 < len(listed) <= _LISTED else ""
    count: Json = {"kind": "number", "value": str(len(times)), "unit": "count", "label": words.plural(time)}
    periods = [entity(time, text, words) for text in times]
    answers = [count, *periods] if "count" in head.operations or not periods else [*periods, count]
    if "polar" not in head.operations:
        return text, answers
    holds = len(times) == total if "each" in head.operations else bool(times)  # "in every year", "in any year"
    return words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _runs(head: Head, times: list[str]) -> list[str]:
    """Times that follow each other as stretches: "2007", "2009 to 2022"."""
    runs: list[list[str]] = []
    for text in times:
        follows = runs and Period.parse(runs[-1][-1]).last + 1 == Period.parse(text).first
        runs = [*runs[:-1], [*runs[-1], text]] if follows else [*runs, [text]]
    named = [[head.words.period(run[at]) for at in (0, -1)] for run in runs]
    return [first if first == last else head.words.phrase("range", first=first, last=last) for first, last in named]


def _of_all(head: Head) -> Said:
    """How often each came first, most often first, and the first of each time where these are few."""
    frame, words = head.frame, head.words
    thing = _thing(head)
    often = frame.detail["often"]
    parts = [words.phrase("led_times", name=words.key(thing, code), n=str(times)) for code, times in often]
    keys = words.plural(str(frame.detail["each"]))
    blanks = {
        **_place(head),
        "total": str(frame.detail["searched"][0]),
        "keys": keys,
        "list": words.listed(parts[:_LISTED]),
    }
    text = words.phrase(f"led_each{_which(head)}", subject=head.subject(), period=when(head), **blanks)
    rows = range(min(_LISTED, len(frame.rows)))
    text += words.phrase("led_rows", list="; ".join(f"{head.keyed(row)} ({head.figure(row)})" for row in rows))
    return text, keyed_numbers(head, range(len(frame.rows)))


def _thing(head: Head) -> str:
    """The kind of thing that was put in order."""
    return next(key for key in head.frame.by if key != head.frame.detail["each"])


def _which(head: Head) -> str:
    """Which of the phrases says it: of the first, the last or another place."""
    return "_place" if "place" in head.frame.detail else "_low" if head.frame.detail["rank"] == "asc" else ""


def _place(head: Head) -> dict[str, str]:
    """The name of the place where it is not the first."""
    names, place = head.words.language.section("say")["places"], int(head.frame.detail.get("place") or 0)
    return {"place": names[place - 1] if place <= len(names) else str(place)} if place else {}
