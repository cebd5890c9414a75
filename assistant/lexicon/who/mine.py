"""What somebody trades ("I import auto parts from Mexico, …") is no figure where another one is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import phrase
from assistant.types import Mention

_MEASURES = "measures:"
_FLOWS = frozenset({"measures:exports", "measures:imports"})
_STOPS = ".!?;:"
_ASKED = (_MEASURES, "verbs:buy", "verbs:sell")


def are_mine(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """The verbs of trade that somebody says of themselves, where another one or a measure is asked behind them."""
    if not language.forms("lists", "myself"):
        return []
    mine = [m for m in mentions if _FLOWS & {*m.candidates} and _is_mine(text, m, language)]
    last = max((m.end for m in mine), default=0)
    asked = any(m.start > last and any(c.startswith(_ASKED) for c in m.candidates) for m in mentions)
    return mine if asked else []


def _is_mine(text: str, verb: Mention, language: Language) -> bool:
    """Whether a verb stands behind an "I", or is of the first person and opens what is said: "exporto", "exportó"."""
    before = text[: verb.start].rstrip()
    led = bool({*phrase(before)[-1:]} & language.forms("lists", "myself"))
    own = text[verb.start : verb.end].lower() in language.section("lists").get("my_trading", ())
    return led or own and (not before or before[-1] in _STOPS)


def without_mine(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions without those verbs."""
    mine = are_mine(text, mentions, language)
    return tuple(m for m in mentions if m not in mine)


__all__ = ["are_mine", "without_mine"]
