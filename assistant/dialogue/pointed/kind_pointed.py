"""What was spoken of, pointed at by the word for its kind: "total trade through that port"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.store.selection import WORLD
from assistant.types import Mention

_OPEN = ("operations:top", "operations:bottom", "operations:peak")
_PARTS = ("period:month:", "period:quarter:", "period:half:")
_SPOTS = ("region", "port")
_KINDS = {"mode": ("modes", "modes"), "partner": ("place", "place")}
"""The kind of mention and the sign that name one of a dimension, where they are not called like it."""


def of_that_kind(
    text: str, mentions: Sequence[Mention], dialogue: Dialogue, language: Language, home: str
) -> tuple[Mention, ...]:
    """The mentions with "that port" as the port spoken of, or the first of a ranking, and no ranking of all ports.

    "May of the same year" has its year from before.
    """
    kept = list(mentions)
    pointing = [m for m in mentions if _points(text, m, language) or _is_the_one(text, m, mentions, language)]
    for key in [mention for mention in pointing if _dimension(mention)]:
        dimension = _dimension(key)
        if named := _named(key, dimension, kept, dialogue, home):
            kept[kept.index(key)] = named
        elif dimension == "year" and _is_parted(kept):
            kept.remove(key)
    return tuple(kept)


def _dimension(mention: Mention) -> str:
    """The dimension that a word for a kind names: "product" of "chapter"; "" for another word."""
    keys = [code.partition(":")[2] for code in mention.candidates if code.startswith("keys:")]
    return keys[0] if len(keys) == 1 and mention.kind in ("keys", "levels") else ""


def _points(text: str, key: Mention, language: Language) -> bool:
    """Whether the word for a kind stands behind "that", or behind "through the"."""
    before, word = fold(text[: key.start]).split(), fold(text[key.start : key.end]).removesuffix("'s")
    single = not word.endswith("s") and " " not in word
    ends = tuple(" ".join(before[-count:]) for count in (1, 2))
    return single and any(end in language.forms("held", "that_one") for end in ends)


def _is_the_one(text: str, key: Mention, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether "the state" or "the port" is the one spoken of: where none is looked for, and none is named."""
    word, after = fold(text[key.start : key.end]).removesuffix("'s"), fold(text[key.end :]).split()[:1]
    led = fold(text[: key.start]).split()[-1:] == [*language.forms("held", "the_one")][:1] and _dimension(key) in _SPOTS
    sought = any(code.startswith((*_OPEN, "tests:")) or m.kind in _SPOTS for m in mentions for code in m.candidates)
    told = language.forms("lists", "states_told") & {*after}
    return led and not (sought or told or word.endswith("s") or " " in word)


def _named(key: Mention, dimension: str, mentions: Sequence[Mention], dialogue: Dialogue, home: str) -> Mention | None:
    """The one of that kind that was spoken of, as a mention in the place of the word for it; None where none was."""
    last = (dialogue.last.slots if dialogue.last is not None else None) or Slots()
    codes = last.filters.get(dimension, ())
    if dimension == "partner":
        codes = _country_ahead(key, mentions, home) or last.partner
    codes = _head(dimension, dialogue) or codes
    if len(codes) != 1 or codes == (WORLD,):
        return None
    kind, sign = _KINDS.get(dimension, (dimension, dimension))
    return replace(key, kind=kind, candidates=(f"{sign}:{codes[0]}",))


def _country_ahead(key: Mention, mentions: Sequence[Mention], home: str) -> Codes:
    """The one country that is named ahead: "a class about India: the deficit with this country"."""
    ahead = {m.candidates for m in mentions if m.kind == "place" and m.end <= key.start} - {(f"place:{home}",)}
    ranked = any(code in _OPEN for m in mentions for code in m.candidates)
    return tuple(code.partition(":")[2] for codes in ahead for code in codes) if not ranked else ()


def _head(dimension: str, dialogue: Dialogue) -> Codes:
    """The first of a ranking of that kind that was asked for one; () after another question."""
    last = dialogue.last
    if last is None or last.slots is None or last.ranked[0] != dimension or (last.slots.number or 1) > 1:
        return ()
    return last.ranked[1][:1] if last.slots.operations & {"top", "bottom"} or len(last.ranked[1]) == 1 else ()


def _is_parted(mentions: Sequence[Mention]) -> bool:
    return any(code.startswith(_PARTS) for mention in mentions for code in mention.candidates)


__all__ = ["of_that_kind"]
