"""Goods that did not go by a mode, said with a verb between: "was not carried by truck", "no se movió por tren"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import words
from assistant.lexicon.words.wordings import without_words
from assistant.types import Mention

_FEW = 4
"""How many words may stand between the "not" and the mode: "did not leave Canada by", "was not carried by"."""
_PASSED = ("verbs:", "governs:", "operations:shift", "harmless:", "prepositions:", "dialogue:", "exclusion:")


def not_by(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with what leaves out right before the mode that goods did not go by, and no word between unknown."""
    mode = next((m for m in mentions if m.candidates[0].startswith("modes:")), None)
    denied = _denied(text, mentions, mode, language) if mode else None
    if mode is None or denied is None:
        return tuple(mentions), unknown
    kept = [m for m in mentions if not (denied <= m.start < mode.start and _leaves_out(m))]
    left_out = Mention("exclusion", mode.start, mode.start, "", ("exclusion:not",))
    before, after = (m for m in kept if m.start < mode.start), (m for m in kept if m.start >= mode.start)
    return (*before, left_out, *after), without_words(text, unknown, (denied, mode.start))


def _denied(text: str, mentions: Sequence[Mention], mode: Mention, language: Language) -> int | None:
    """Where the "not" starts that a verb alone parts from the mode; None where there is none."""
    before = words(text[: mode.start])[-_FEW - 1 :]
    says = language.forms("lists", "denials")
    said = [token for token in before if token.word in says]
    if not said:
        return None
    start, end = said[-1].start, mode.start
    inside = (m for m in mentions if start <= m.start < end)
    apart = set(text[start:end]) & set(",;:.?!")
    return None if apart or any(not m.candidates[0].startswith(_PASSED) for m in inside) else start


def _leaves_out(mention: Mention) -> bool:
    return any(c.startswith(("exclusion:", "harmless:", "dialogue:repair")) for c in mention.candidates)


__all__ = ["not_by"]
