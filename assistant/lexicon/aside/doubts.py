"""What doubts an earlier figure, or asks which of two stands: "I read it was 152 billion", "which should I use"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.types import Mention

DOUBT, MIXED = "sourcing:doubt", "sourcing:mixed"
_ADVICE = "unsupported:advice"
_NAMED = (
    *("measures:", "place:", "home:", "product:", "period:", "region:", "port:", "modes:", "keys:", "goods:"),
    *("tariffs:", "verbs:", "indices:", "sources:", "books:"),
)
"""What a figure is asked of; an amount that is told beside it belongs to a question of its own."""
_FEW = 4
"""Words of "so is that wrong?"; a longer message without an amount says what it is about."""
_WHOSE = ("place:", "home:", "sources:", "books:")


def doubted(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words with a doubt as the one cue that it is; it seeks no advice."""
    plain = fold(text)
    mixed = None if _names_a_figure(mentions) else _mixed(plain, language)
    span = mixed or _chosen(plain, language) or _told(plain, mentions, unknown, language)
    if span is None:
        return tuple(mentions), unknown
    start, end = span
    more = any(c.startswith(_NAMED) for m in mentions if m.start >= end for c in m.candidates)
    end = end if mixed or more else len(text)  # "which number should go in the slide": what it is for is no matter
    kept, unknown = without_spans(text, mentions, unknown, (start, end))
    doubt = Mention("sourcing", start, end, plain[start:end], (MIXED if mixed else DOUBT,))
    return in_order([*(m for m in kept if _ADVICE not in m.candidates), doubt]), unknown


def _chosen(plain: str, language: Language) -> tuple[int, int] | None:
    """Where it is asked which figure stands, or which to take: "which one is right", "cuál publico"."""
    if language.said(plain, "doubts", "which") is None:
        return None
    which, may, settle = (language.any_of("doubts", name) for name in ("which", "may", "settle"))
    taken, right = (language.any_of("doubts", name) for name in ("taken", "right"))
    found = re.search(rf"(?<!\w){which}\s+(?:(?:{may}\s+{settle}|{taken})(?!\w)|{right}(?=\W*$))", plain)
    return found.span() if found else None


def _mixed(plain: str, language: Language) -> tuple[int, int] | None:
    """Where it is asked if two figures may be made one: "should we average them", "can I just take the mean"."""
    may, mix = (language.any_of("doubts", name) for name in ("may", "mix"))
    found = language.said(plain, "doubts", "mix") and re.search(rf"(?<!\w){may}\s+(?:\w+\s+)?{mix}(?!\w)", plain)
    return found.span() if found else None


def _names_a_figure(mentions: Sequence[Mention]) -> bool:
    """Whether more is named than whose figures they are."""
    apart = [name for name in _NAMED if name not in _WHOSE]
    return any(c.startswith(tuple(apart)) for m in mentions for c in m.candidates)


def _told(plain: str, mentions: Sequence[Mention], unknown: Codes, language: Language) -> tuple[int, int] | None:
    """The whole message, where it only tells another amount, or asks if the one before is wrong."""
    if unknown or any(c.startswith(_NAMED) for m in mentions for c in m.candidates):
        return None
    wrong = language.said(plain, "doubts", "wrong")
    if not (any(m.kind == "quantity" for m in mentions) or re.search(r"\d\s*%", plain)):
        return (0, len(plain)) if wrong and len(plain.split()) <= _FEW else None
    said = wrong or language.said(plain, "doubts", "heard") or language.said(plain, "hearsay", "guess")
    return (0, len(plain)) if said else None


__all__ = ["doubted"]
