"""Who stands next in a ranking: "runner-up, behind Canada", "after trucks, the next most important way"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_KINDS = {"place": "partner", "modes": "mode", "region": "region", "port": "port", "product": "product"}
_SECOND = frozenset({"ordinals:2", "ranks:2"})
_ELSE = frozenset({"operations:bottom", "operations:difference", "operations:ratio", "operations:compare"})
"""What is asked beside a place, which the next one in the ranking does not answer."""


def next_in_rank(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the second, or the next, that stands behind a thing as the one right behind it."""
    loose = (t for t in words(fold(text)) if not any(m.start <= t.start < m.end for m in mentions))
    nexts = {*unknown, *(t.word for t in loose)} & language.forms("lists", "next")
    second = next((at for at, m in enumerate(mentions) if _SECOND & {*m.candidates}), None)
    cue = next((at for at in range(len(mentions) - 1) if _leads(text, mentions, at, language, bool(nexts))), None)
    if cue is None or not nexts and second is None or any(_ELSE & {*m.candidates} for m in mentions):
        return tuple(mentions), unknown
    found = list(mentions)
    found[cue] = replace(found[cue], kind="standing", candidates=("standing:after",))
    if nexts:
        found[cue + 1 :] = _joined(text, found[cue + 1 :])
    if second is not None and second != cue:
        found[second : second + 1] = _kind(mentions, second, mentions[cue + 1])
    return tuple(found), tuple(word for word in unknown if word not in nexts)


def _joined(text: str, things: list[Mention]) -> list[Mention]:
    """The things with those that are listed with the first as one: "after Mexico and Canada, who were the next"."""
    first, *rest = things
    while len(rest) > 1 and "dialogue:and" in rest[0].candidates and _is_like(first, rest[1]):
        codes = f"{first.candidates[0]};{rest[1].candidates[0].partition(':')[2]}"
        first = replace(first, text=text[first.start : rest[1].end], end=rest[1].end, candidates=(codes,))
        rest = rest[2:]
    return [first, *rest]


def _is_like(first: Mention, other: Mention) -> bool:
    return first.kind == other.kind and len(other.candidates) == 1


def _leads(text: str, mentions: Sequence[Mention], at: int, language: Language, nexts: bool) -> bool:
    """Whether "behind" or "after" stands right before something that can be ranked; beside "next", "apart from" too."""
    cue, thing = mentions[at : at + 2]
    between = {token.word for token in words(fold(text[cue.end : thing.start]))}
    behind = cue.text in language.forms("lists", "behind_it") or nexts and "exclusion:not" in cue.candidates
    ranked = thing.kind in _KINDS and len(thing.candidates) == 1
    return behind and ranked and between <= language.forms("lists", "articles")


def _kind(mentions: Sequence[Mention], at: int, thing: Mention) -> list[Mention]:
    """The kind of thing that is ranked in place of the word for second, where no other word names it."""
    named = any(c.startswith("keys:") for m in mentions for c in m.candidates)
    key = f"keys:{_KINDS[thing.kind]}"
    return [] if named else [replace(mentions[at], kind="keys", candidates=(key,))]


__all__ = ["next_in_rank"]
