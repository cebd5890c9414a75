"""What is left out around its name or by taking it from the whole: "take Mexico out", "world minus China"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.types import Mention

_NOT = "exclusion:not"
_LESS = "operations:difference"
_WORLD = "place:WLD"
_NAMED = ("place:", "modes:", "product:", "port:", "region:", "period:")


def taken_out(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with a name that a verb and its particle close around left out, and what the whole is less of."""
    found = tuple(_less(text, tuple(mentions)))
    for verb, particle in _around(text, language):
        inside = [m for m in found if verb[1] <= m.start and m.end <= particle[0]]
        names = [m for m in inside if m.candidates[0].startswith(_NAMED)]
        if not names or not _only(text, verb[1], particle[0], names, language):
            continue
        kept, unknown = without_spans(text, found, unknown, verb, particle)
        found = in_order([*kept, Mention("exclusion", *verb, text[slice(*verb)].lower(), (_NOT,))])
    return found, unknown


def _around(text: str, language: Language) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a verb of taking stands, and its particle at most eight words behind it: "take … out", "put … aside"."""
    verbs, particles = (language.any_of("lists", name) for name in ("takes_out", "taken_out"))
    around = rf"(?<!\w)({verbs})(?:\s+[\w.'&,()#-]+){{1,8}}?\s+({particles})(?!\w)"
    return [(m.span(1), m.span(2)) for m in re.finditer(around, fold(text))]


def _only(text: str, start: int, end: int, names: Sequence[Mention], language: Language) -> bool:
    """Whether nothing but the names and words that join them stands in between."""
    lists = language.section("lists")
    joins = {word for name in ("joins", "articles") for phrase in lists.get(name, ()) for word in fold(phrase).split()}
    words = [t for t in tokenised(text) if start <= t.start < end]
    return all(t.word in joins or any(m.start <= t.start < m.end for m in names) for t in words)


def _less(text: str, mentions: tuple[Mention, ...]) -> Sequence[Mention]:
    """The mentions with "minus" and "less" between the world and a place as what leaves the place out."""
    found = list(mentions)
    for at in range(1, len(found) - 1):
        before, less, after = found[at - 1 : at + 2]
        placed = after.candidates[0].startswith("place:") and _WORLD not in after.candidates
        both = _LESS in less.candidates and less.text in ("minus", "less", "menos", "moins")
        if both and placed and _WORLD in before.candidates and _near(text, before, less, after):
            found[at] = replace(less, kind="exclusion", candidates=(_NOT,))
    return found


def _near(text: str, *mentions: Mention) -> bool:
    return all(not text[a.end : b.start].strip(" ,") for a, b in pairwise(mentions))


__all__ = ["taken_out"]
