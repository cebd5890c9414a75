"""A place asked for behind a first that is only told: "we all know it was with China. Who came second?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, words
from assistant.lexicon.words.wordings import without_words
from assistant.types import Mention

LATER = "standing:later"
"""What stands beside the place, for which the first is known and not asked for."""

_KINDS = {"place": "partner", "modes": "mode", "region": "region", "port": "port", "product": "product"}
_FIRST = frozenset({*(f"operations:{name}" for name in ("top", "best", "bottom", "worst")), "ordinals:1", "ranks:1"})
_PLACES = ("ordinals:", "ranks:")
_HOME = ("place:USA",)
_BALANCES = frozenset({"measures:surplus", "measures:deficit"})
_CUT = re.compile(r"[.;:!,—–](?=\s)")


def behind_known(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without the thing that is told to be first, where the question behind asks for a later place."""
    asked = _asked(text, mentions, language)
    cut = max((m.end() for m in _CUT.finditer(text) if asked and m.end() <= asked.start), default=0)
    told = [m for m in mentions if m.end <= cut]
    behind = [m for m in mentions if m.start >= cut]
    if asked is None or not _is_told(text[:cut], told, language) or _is_of_thing(text[cut:], behind, language):
        return tuple(mentions), unknown
    found = _thing(told, behind, language)
    if found is None:
        return tuple(mentions), unknown
    thing, key = found
    again = {m.candidates for m in behind if m.kind == "place"}
    rest = [_plain(m) for m in _without(told, thing) if m.candidates not in again or m.candidates == _HOME]
    later = [m for m in behind if "dialogue:and" not in m.candidates and (m.start != asked.start or m.end != asked.end)]
    placed = tuple(sorted((*rest, *_keyed(later, asked, key)), key=lambda m: m.start))
    return placed, without_words(text, unknown, (asked.start, asked.end))


def _asked(text: str, mentions: Sequence[Mention], language: Language) -> Mention | None:
    """The later place that is asked for, as a mention that counts it; "next" is the second."""
    ranks = [m for m in mentions if _number(m) > 1]
    if ranks and all(_number(m) < _number(ranks[-1]) for m in ranks[:-1]):
        return replace(ranks[-1], kind="ordinals", candidates=(f"ordinals:{_number(ranks[-1])}", LATER))
    nexts = [t for t in words(fold(text)) if t.word in language.forms("lists", "next")]
    if ranks or len(nexts) != 1:
        return None
    return Mention("ordinals", nexts[0].start, nexts[0].end, nexts[0].word, ("ordinals:2", LATER))


def _number(mention: Mention) -> int:
    """The place that a mention counts, 0 where it counts none."""
    codes = (c.partition(":")[2] for c in mention.candidates if c.startswith(_PLACES))
    return int(next((code for code in codes if code.isdigit()), 0))


def _is_told(text: str, told: Sequence[Mention], language: Language) -> bool:
    """Whether a clause says which is first and asks nothing."""
    said = {token.word for token in words(fold(text))}
    first = any(_FIRST & {*m.candidates} or _number(m) for m in told)
    asks = said & language.forms("known_first", "asks") or "?" in text
    verb = said & language.forms("known_first", "tells") or any(m.kind == "verbs" for m in told)
    return first and not asks and bool(verb)


def _thing(told: Sequence[Mention], behind: Sequence[Mention], language: Language) -> tuple[Mention, str] | None:
    """What is told to be first and the kind of thing that is ranked; None where it is not clear."""
    named = [m for m in told if _is_thing(m, language) and len(m.candidates) == 1]
    kinds = _spoken_of(behind, language) or _spoken_of(told, language)
    if kinds:
        named = [m for m in named if _KINDS[m.kind] in kinds]
    elif len(named) > 1:
        first = next(m.start for m in told if _FIRST & {*m.candidates} or _number(m))
        named = [m for m in named if m.start < first and m.kind != "product"]
    return (named[0], f"keys:{_KINDS[named[0].kind]}") if len(named) == 1 else None


def _is_of_thing(text: str, behind: Sequence[Mention], language: Language) -> bool:
    """Whether a thing is named, or the first is asked about itself: "what's its second largest export?"."""
    points = {token.word for token in words(fold(text))} & language.forms("known_first", "points")
    flows = any({"measures:imports", "measures:exports"} & {*m.candidates} and m.kind == "measures" for m in behind)
    kinds = any(c.startswith("keys:") for m in behind for c in m.candidates)
    return bool(points) or flows and not kinds or any(_is_thing(m, language) for m in behind)


def _is_thing(mention: Mention, language: Language) -> bool:
    """Whether it names what can stand in a ranking, and neither home nor a group that is chosen from."""
    groups = {f"place:{code}" for code in language.section("groups")}
    return mention.kind in _KINDS and mention.candidates != _HOME and not groups & {*mention.candidates}


def _spoken_of(mentions: Sequence[Mention], language: Language) -> set[str]:
    """The kinds of things that nouns name; "who" names none."""
    nouns = [m for m in mentions if fold(m.text) not in language.forms("lists", "who")]
    return {c[5:] for m in nouns for c in m.candidates if c.startswith("keys:")}


def _without(told: Sequence[Mention], thing: Mention) -> list[Mention]:
    """What is told without the thing and the preposition right before it."""
    at = next(index for index, m in enumerate(told) if m is thing)
    gone = {at, at - 1} if at and told[at - 1].kind == "prepositions" else {at}
    balance = next((i for i, m in enumerate(told) if _BALANCES & {*m.candidates}), len(told))
    if at < balance and (ends := [i for i, m in enumerate(told) if i > balance and m.candidates == _HOME]):
        return _ours([m for i, m in enumerate(told) if i not in {*gone, ends[0] - 1} or i == balance])
    return [m for index, m in enumerate(told) if index not in gone]


def _ours(told: Sequence[Mention]) -> list[Mention]:
    """What is told with the surplus that a partner has with home as the deficit that home has with it."""
    return [replace(m, candidates=("measures:deficit",)) if "measures:surplus" in m.candidates else m for m in told]


def _plain(mention: Mention) -> Mention:
    """The mention; one that counts a place as the superlative that it stands for."""
    told = _number(mention) > 0
    return replace(mention, kind="operations", candidates=("operations:top",)) if told else mention


def _keyed(behind: Sequence[Mention], asked: Mention, key: str) -> list[Mention]:
    """What is asked, with "who" as the kind of thing that is ranked, which is said where no word does."""
    kinds = [m for m in behind if any(c.startswith("keys:") for c in m.candidates)]
    named = [replace(m, candidates=(key,)) if m in kinds and m.candidates == ("keys:partner",) else m for m in behind]
    return [*named, asked if kinds else replace(asked, candidates=(*asked.candidates, key))]


__all__ = ["LATER", "behind_known"]
