"""A place of the ranking before as what holds it: after the top five, "exports to number 2", "the fourth's share"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language, load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.when.period_forms import any_of

_NAMED = frozenset({"partner", "region", "port", "mode", "product"})
_MOST = 20
_COUNTS = ("ordinals:", "ranks:")


def named_by_place(text: str, dialogue: Dialogue, language: Language, name: Callable[[str, str], str]) -> str:
    """The message with each place of the ranking before as the name of what holds it; as it is where it says no more.

    "Who was second in 2010?" asks for a place, and is left.
    """
    turn, told = _ranking(dialogue), fold(text)
    if turn is None or not language.section("placed") or len(told) != len(text):
        return text
    found = [(_span(match), codes) for match in _pattern(language).finditer(told) if (codes := _held(match, turn))]
    if not found or _is_all(told, [span for span, _ in found], language):
        return text
    for (start, end), codes in reversed(found):
        named = [called(turn.ranked[0], code, name) for code in codes]
        merged = language.section("placed").get("merged", {}).get(told[start:end].split()[0], "")
        text = text[:start] + merged + f" {language.section('numbers')['joins'][0]} ".join(named) + text[end:]
    return text


def is_read(question: Question) -> bool:
    """Whether a share is asked of the one place that is said, which is a place already: "the second one's share?"."""
    slots = question.slots
    places = [m for m in question.mentions if any(code.startswith(_COUNTS) for code in m.candidates)]
    left_out = any(m.kind == "exclusion" for m in question.mentions)
    alone = slots.ordinal is not None and len(places) == 1 and slots.operations == {"share"}
    return alone and not (left_out or slots.number or slots.filters)


def followed(question: Question, dialogue: Dialogue) -> tuple[Question, Dialogue]:
    """A question whose places were named as one that follows on, and the dialogue whose last figures are not ranked.

    What leaves one out ("without the first") is of the ranking itself.
    """
    question = replace(question, about=question.about | {"dialogue:and"})
    last = dialogue.last
    if last is None or last.slots is None or question.slots.without or question.slots.keys:
        return question, dialogue
    bare = replace(plain(last.slots), level=None, sections=False, floor=None, floor_period="")
    turns = tuple(replace(turn, slots=bare) if turn is last else turn for turn in dialogue.turns)
    return question, Dialogue(turns)


def _ranking(dialogue: Dialogue) -> Turn | None:
    """The newest ranking of places, ports, modes or goods; None where times were ranked since."""
    last = next((turn for turn in reversed(dialogue.turns) if turn.slots is not None and turn.ranked[1]), None)
    return last if last and last.ranked[0] in _NAMED and len(last.order) > 1 else None


def _is_all(told: str, spans: list[tuple[int, int]], language: Language) -> bool:
    """Whether a message says nothing but places, and asks how much: "and how much is the second?"."""
    for start, end in reversed(spans):
        told = f"{told[:start]} {told[end:]}"
    return not {*phrase(told)} - language.forms("short", "fillers") - language.forms("placed", "amounts")


def called(dimension: str, code: str, name: Callable[[str, str], str]) -> str:
    """What a thing is called so that it is understood: a chapter by its code."""
    return f"HS {code}" if dimension == "product" and code.isdigit() else name(dimension, code)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("several" if match["several"] else "one")


def _held(match: re.Match[str], turn: Turn) -> tuple[str, ...]:
    """The codes that hold the place or the places; () where the ranking is shorter."""
    order, language = turn.order, load(turn.language or "en")
    if match["several"]:
        size = _numbers(language).get(match["count"], 0)
        return order[:size] if 1 < size <= len(order) else ()
    if match["last"]:
        return order[-1:]
    said = match["nth"] or match["nth_"] or match["n"]
    place = _numbers(language).get(said, 0) if said else 1
    return order[place - 1 : place] if place else ()


@cache
def _numbers(language: Language) -> dict[str, int]:
    """The places and the counts by the words for them: "third", "3rd", "three", "3"."""
    words, ranks = language.section("numbers").get("words", {}), language.section("ranks")
    named = {fold(name): int(n) for section in (words, ranks) for n, names in section.items() for name in names}
    return named | {str(n): n for n in range(1, _MOST)} | dict.fromkeys(language.forms("placed", "one"), 1)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A word for a place that stands for what holds it, and not for what is asked."""
    held, numbers = language.section("placed"), _numbers(language)
    ranks = {fold(name) for names in language.section("ranks").values() for name in names}
    nth, n = any_of(ranks | language.forms("placed", "one")), any_of(numbers.keys() - ranks)
    the, after = any_of([*held["the"], *held.get("merged", {})]), rf"(?=\s*(?:$|[?.,;:!)]|'|{any_of(held['after'])}\b))"
    one = (
        rf"(?:{the}\s+)?(?P<nth>{nth})[\s-]+{any_of(held['things'])}|{the}\s+(?P<nth_>{nth})"
        rf"|(?:(?:{the}\s+)?{any_of(held['number'])}\s*|#\s*)(?P<n>{n})"
        rf"|{any_of(held['first'])}|(?P<last>{any_of(held['last'])})"
    )
    asked = "".join(rf"(?<!\b{re.escape(lead)} )" for lead in language.forms("placed", "asks"))
    several = rf"\b{any_of(held['leads'])}\s+(?P<several>{any_of(held['ends'])}\s+(?P<count>{n}))\b{after}"
    return re.compile(rf"(?<!\w){several}|{asked}(?<![\w#])(?P<one>{one})\b{after}")


__all__ = ["called", "followed", "is_read", "named_by_place"]
