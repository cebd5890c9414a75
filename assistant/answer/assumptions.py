"""What was filled in without being said: defaults, what was carried over, mended spelling, the newest month."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.words import Words
from assistant.lexicon.question import Question
from assistant.types import Evidence


def assumptions(question: Question, evidence: Evidence, words: Words) -> tuple[str, ...]:
    """The sentences that declare what the question did not say."""
    return tuple(dict.fromkeys(_sentences(question, evidence, words)))


def _sentences(question: Question, evidence: Evidence, words: Words) -> Iterator[str]:
    if question.corrected:
        yield words.phrase("assumed.corrected", words=", ".join(question.corrected))
    yield from _left_aside(question, words)
    if question.carried:  # the newest time is said below: it may be another than before
        named = (name for name in question.carried if name != "periods" or not _counts_from_data(question))
        if names := [words.phrase(f"carried.{name}") for name in named]:
            yield words.phrase("assumed.carried", names=words.listed(names))
    frame = evidence.main
    if frame is None:
        return
    slots = question.slots
    blanks = {
        "reporter": words.place(",".join(slots.reporter)) if slots.reporter else "",
        "partner": words.place(",".join(slots.partner)) if slots.partner else "",
        "period": words.period(frame.about.period),
    }
    for name in question.assumed:
        if name != "period" or frame.about.period:
            yield words.phrase(f"assumed.{_said_as(name, question, evidence)}", **blanks)
    if (spread := frame.detail.get("reduced")) in ("per_day", "per_month"):
        yield words.phrase(f"assumed.{spread}")
    yield from (note.text for note in frame.notes if note.kind in ("gap", "estimate"))
    if any(mention.kind == "home" for mention in question.mentions):
        yield words.phrase("assumed.home", reporter=blanks["reporter"])
    if _counts_from_data(question) and frame.about.period and "period" not in question.assumed:
        yield words.phrase("assumed.latest", period=blanks["period"])


def _left_aside(question: Question, words: Words) -> Iterator[str]:
    """What is not taken over from before: words, and things by their names."""
    codes = [name.split(":", 1) for name in question.left_aside if ":" in name]
    if left := [name for name in question.left_aside if ":" not in name]:
        yield words.phrase("assumed.left_aside", words=", ".join(left))
    if codes:
        yield words.phrase("assumed.apart", names=words.listed([words.name(*code) for code in codes]))


def _counts_from_data(question: Question) -> bool:
    """Whether a period is the newest of its table, which another table may have another of."""
    return any(period.startswith(("latest", "last:", "this")) for period in question.slots.periods)


def _said_as(name: str, question: Question, evidence: Evidence) -> str:
    """The phrase of a default: total trade or imports alone; the partner whose books are all that is loaded."""
    if name == "measure" and question.slots.measures == ("imports",):
        return "imports"
    return "only_partner" if name == "partner" and any(f.mirror for f in evidence.frames.values()) else name
