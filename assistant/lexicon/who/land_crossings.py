"""Crossings that say how goods went and not where: "exports to Jalisco, land crossings" of a table of land modes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_PORTS = "keys:port"
_ABROAD = ("region:MX-", "keys:region_mx")
_FLOWS = ("measures:exports", "measures:imports", "verbs:sell", "verbs:buy")


def by_land(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without "land crossings" beside states abroad, whose trade is loaded for the land modes alone.

    Elsewhere the words for land are not understood.
    """
    if not any(c.startswith(_ABROAD) for m in mentions for c in m.candidates):
        return tuple(mentions), (*unknown, *_unheld(text, mentions, language))
    mentions, unknown = _without_land(text, mentions, unknown, language)
    land, asks = (language.forms("lists", name) for name in ("overland", "port_asks"))
    kept = tuple(m for m in mentions if _PORTS not in m.candidates or not _is_way(text, m, land, asks))
    return kept, unknown


def over_land(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions without "land modes" where states or ports are what is asked for: "how many states, by land modes".

    Their tables are of those modes, and "which land modes" asks for them.
    """
    if not any({_PORTS, "keys:region_mx"} & {*m.candidates} for m in mentions):
        return tuple(mentions)
    land, asks = language.forms("lists", "overland"), language.forms("lists", "mode_asks")
    return tuple(m for m in mentions if "keys:mode" not in m.candidates or not _is_way(text, m, land, asks))


def _without_land(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[Sequence[Mention], Codes]:
    """The mentions and unknown words without those of "by land"."""
    said = language.said(fold(text), "lists", "by_land")
    if said is None or _PORTS in {c for m in mentions for c in m.candidates}:
        return mentions, unknown
    outside = [m for m in mentions if m.end <= said.start() or m.start >= said.end()]
    flows = any(c.startswith(_FLOWS) for m in outside for c in m.candidates)  # "sold there, land trade is fine"
    kept = outside if flows else [m for m in mentions if m in outside or m.kind == "measures"]
    return kept, tuple(word for word in unknown if word not in said[0].split())


def _unheld(text: str, mentions: Sequence[Mention], language: Language) -> Codes:
    """The words for land where no table adds its modes up: "exports by land" are not all exports."""
    told = any(c == _PORTS or c.startswith(("modes:", "port:")) for m in mentions for c in m.candidates)
    said = None if told else language.said(fold(text), "lists", "by_land")
    return tuple(word for word in said[0].split() if word in language.forms("lists", "overland")) if said else ()


def _is_way(text: str, mention: Mention, land: frozenset[str], asks: frozenset[str]) -> bool:
    """Whether ports or modes are only ways over land: no "which", "each" or "through the port of" before them."""
    before = [token.word for token in tokenised(text[: mention.start])][-3:]
    after = [token.word for token in tokenised(text[mention.end :])][:1]
    inside = {token.word for token in tokenised(text[mention.start : mention.end])}
    return bool(land & ({*before[-2:], *after} | inside)) and not asks & {*before}


__all__ = ["by_land", "over_land"]
