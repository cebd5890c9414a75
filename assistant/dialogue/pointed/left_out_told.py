"""What the ranking before found, left out of it by a pointing word: "apart from that one, who leads?" as its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.dialogue.pointed.place_named import called
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import any_of

_RANKS = frozenset({"top", "bottom", "ordered"})
_NAMED = frozenset({"partner", "region", "port", "mode", "product"})


def without_told(text: str, dialogue: Dialogue, language: Language, name: Callable[[str, str], str]) -> str:
    """The message with "that one", behind a word that leaves out, as what the ranking found; else as it stands."""
    turn, told = dialogue.last, fold(text)
    if turn is None or turn.ranked[0] not in _NAMED or len(told) != len(text) or not language.section("left_out"):
        return text
    match = _pattern(language).search(told)
    if match is None:
        return text
    start, end = match.span("one") if match["one"] else match.span("other")
    codes = _found(turn, several=told[start:end] in language.forms("left_out", "those"))
    named = f" {language.section('numbers')['joins'][0]} ".join(called(turn.ranked[0], code, name) for code in codes)
    return text[:start] + named + text[end:] if codes else text


def _found(turn: Turn, *, several: bool) -> tuple[str, ...]:
    """What came first or was told alone; all of a few, where those are spoken of."""
    slots, (_, codes) = turn.slots, turn.ranked
    if slots is None or len(codes) == 1:
        return () if several else codes
    size = slots.number or 1
    ranked = slots.operations & _RANKS and not slots.beside and not slots.pick
    return turn.order[:size] if ranked and several == (size > 1) else ()


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A pointing word behind a word that leaves out ("apart from that one"), or between two ("leaving it aside")."""
    said = language.section("left_out")
    those = any_of([*said["one"], *said["those"]])
    ends = rf"(?=\s*(?:$|[?.,;:!)]|{any_of(said['after'])}\b))"
    behind = any_of([*said["behind"], *language.section("exclusion").get("behind", ())])
    return re.compile(
        rf"(?<!\w){any_of(said['leads'])}\s+(?P<one>{those})\b{ends}|(?<!\w)(?P<other>{those})\s+(?:is\s+)?{behind}\b"
    )


__all__ = ["without_told"]
