"""The first few of a ranking, said by their places: "the biggest buyers, first to third", "del primero al tercero"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import without_words
from assistant.types import Mention

_ORDERS = frozenset({"operations:top", "operations:bottom", "operations:ordered"})
_MOVES = frozenset({"operations:rise", "operations:fall"})
"""What goes from one place to another: "which country fell from first to third"."""


def first_places(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the places as the number of the first few, and the unknown words without theirs.

    They stay where nothing is put in order, where they are times ("first to third quarter") and beside another number.
    """
    found = _places(language).search(fold(text))
    if found is None:
        return tuple(mentions), unknown
    number = next(n for n, words in language.section("ranks").items() if found["last"] in map(fold, words))
    inside = [m for m in mentions if m.start < found.end() and found.start() < m.end]
    others = [m for m in mentions if m not in inside]
    codes = {c for m in others for c in m.candidates}
    counts = {c for m in others for c in m.candidates if m.kind == "quantity" and c.startswith("n:")}
    ordered = bool(codes & _ORDERS) and not codes & _MOVES and not any(m.kind == "period" for m in inside)
    if not ordered or counts - {f"n:{number}"}:
        return tuple(mentions), unknown
    few = Mention("quantity", found.start(), found.end(), found[0], (f"n:{number}",))
    placed = others if counts else sorted((*others, few), key=lambda mention: mention.start)
    return tuple(placed), without_words(text, unknown, found.span())


def _places(language: Language) -> re.Pattern[str]:
    """The first place joined to a later one, which is `last`."""
    leads, first, joins = (language.any_of("place_ranges", name) for name in ("from", "first", "joins"))
    last = language.any_of("ranks", *language.section("ranks"))
    return re.compile(rf"(?<!\w)(?:{leads}\s+)?{first}\s+{joins}\s+(?P<last>{last})(?!\w)")


__all__ = ["first_places"]
