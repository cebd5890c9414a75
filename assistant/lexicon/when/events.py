"""Words that only call a named time something: "the pandemic slump of April 2020", "the decade 2001-2010"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_TURNS = frozenset({"operations:top", "operations:bottom", "searching:peak"})
_MOVED = ("operations:rise", "operations:fall", "operations:growth", "operations:difference", "operations:exceed")
_LEFT_OUT = "exclusion:not"
_NEAR = 3
"""How many words may stand between "after" and what it names: "after the great crash"."""
_MOVES = ("operations:rise", "operations:fall", "operations:growth")


def as_times(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without names of events and of decades, where a date is named."""
    dates = [c.removeprefix("period:") for m in mentions if m.kind == "period" for c in m.candidates[:1]]
    if not any(code[:1].isdigit() for code in dates):
        return tuple(mentions), unknown
    events = language.forms("trade_words", "events")
    said = events | (language.forms("trade_words", "decade") if any(map(_is_decade, dates)) else frozenset())
    said |= _before(text, events, unknown, language.forms("lists", "articles"))
    kept = tuple(m for m in mentions if not _is_event(text, m, events) and not _opens_event(text, m, mentions))
    kept = tuple(m for m in kept if not _is_turn(text, m, kept))
    return kept, tuple(word for word in unknown if fold(word) not in said)


def _before(text: str, events: frozenset[str], unknown: Codes, articles: frozenset[str]) -> frozenset[str]:
    """The unknown words right before the name of an event: "before covid", "amid the pandemic"."""
    words = [word for word in re.findall(r"[\w-]+", fold(text)) if word not in articles]
    pairs = zip(words, words[1:], strict=False)
    return frozenset(one for one, other in pairs if one in unknown and other in events)


def _is_event(text: str, mention: Mention, events: frozenset[str]) -> bool:
    """Whether a word for a move is part of an event's name, and asks for no growth: "the covid slump"."""
    before = re.findall(r"[\w-]+", fold(text)[: mention.start])[-1:]
    moves = all(c.startswith(_MOVES) for c in mention.candidates)
    return moves and mention.text in events and bool(set(before) & events)


def _opens_event(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether "after" says when and leaves nothing out: "after the crash of 2009", "after the 2009 slump"."""
    after = next((m for m in mentions if m.start >= mention.end and m.kind != "period"), None)
    moves = after is not None and all(c.startswith(_MOVES) for c in after.candidates)
    close = after is not None and len(text[mention.end : after.start].split()) <= _NEAR
    return mention.candidates == (_LEFT_OUT,) and bool(mention.text) and moves and close


def _is_turn(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a low or high only names the year beside it, from which a move is taken: "from trough (2009) to 2012"."""
    ends = bool(_TURNS & {*mention.candidates}) and sum(m.kind == "period" for m in mentions) == 2
    beside = any(m.kind == "period" and text[mention.end : m.start].strip() in ("(", "of") for m in mentions)
    return ends and beside and any(c.startswith(_MOVED) for m in mentions for c in m.candidates)


def _is_decade(code: str) -> bool:
    """Whether a period is ten years in a row: "the decade 2001–2010"."""
    ends = code.split("/")
    return len(ends) == 2 and all(end.isdigit() for end in ends) and 9 <= int(ends[1]) - int(ends[0]) <= 10


__all__ = ["as_times"]
