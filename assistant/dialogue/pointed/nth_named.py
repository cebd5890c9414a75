"""One of those asked about in turn, by its place among them: "back to the first country", "in the first year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language
from assistant.lexicon.question import RANKED, Codes, Slots
from assistant.lexicon.tokens import phrase
from assistant.store.selection import WORLD, is_closed
from assistant.types import Mention

_SIGNS = {
    **{"partner": ("place", "place"), "region": ("region", "region"), "port": ("port", "port")},
    **{"mode": ("modes", "modes"), "year": ("period", "period"), "month": ("period", "period")},
}
"""The kind of mention, and the sign before the code, that name one of a dimension."""
_FIRST = frozenset({"dialogue:first", "searching:first"})
_CHOOSING = ("explain:who", "operations:top", "operations:bottom", "tests:", "quantity")


def nth_named(text: str, mentions: Sequence[Mention], dialogue: Dialogue, language: Language) -> tuple[Mention, ...]:
    """The mentions with "the first country" as the one that was asked about first; as they are where none was."""
    for led, key in zip(mentions, mentions[1:], strict=False):
        dimension = next((c.removeprefix("keys:") for c in key.candidates if c.startswith("keys:")), "")
        place = _place(led)
        if dimension not in _SIGNS or not place or text[led.end : key.start].strip() or _is_plural(key, language):
            continue
        if _is_sought(text, mentions, key, language):
            continue
        asked = _asked(dialogue, dimension)
        if len(asked) >= max(place, 2):
            return tuple(_put(mentions, led, key, dimension, asked[place - 1]))
    return tuple(mentions)


def _is_plural(key: Mention, language: Language) -> bool:
    """Whether a word for a kind is of several: "countries", and not "país"."""
    return key.text.endswith("s") and any((key.text[:-n],) in language.phrases for n in (1, 2)) or "ies" in key.text


def _place(mention: Mention) -> int:
    """The place that words name: 1 for "the first" and "back to the first"; 0 for other words."""
    named = next((c.removeprefix("ordinals:") for c in mention.candidates if c.startswith("ordinals:")), "")
    return int(named) if named else int(bool(_FIRST & {*mention.candidates}))


def _is_sought(text: str, mentions: Sequence[Mention], key: Mention, language: Language) -> bool:
    """Whether the first is what is looked for: "which was the first year", "the first country to exceed 10 billion"."""
    asks = language.forms("polar", "asks") & {*phrase(text[: key.start])}
    chosen = any(code.startswith(_CHOOSING) for m in mentions for code in m.candidates)
    behind = {*phrase(text[key.end :])[:1]} & (
        language.forms("prepositions", "to") | language.forms("search", "clauses")
    )
    return bool(asks or chosen or behind)


def _put(mentions: Sequence[Mention], led: Mention, key: Mention, dimension: str, code: str) -> Iterator[Mention]:
    """The mentions with one code in the place of the ordinal and its kind; what leads back is kept as leading back."""
    kind, sign = _SIGNS[dimension]
    for mention in mentions:
        if mention is key:
            yield replace(key, kind=kind, candidates=(f"{sign}:{code}",))
        elif mention is led and "dialogue:first" in led.candidates:
            yield replace(led, kind="dialogue", candidates=("dialogue:and",))
        elif mention is not led:
            yield mention


def _asked(dialogue: Dialogue, dimension: str) -> Codes:
    """Those of a kind that the last questions were about, each alone, in the order in which they came up."""
    found: list[str] = []
    for turn in reversed([turn for turn in dialogue.turns if turn.slots is not None]):
        code = _alone(turn, dimension)
        if not code:
            break
        found.insert(0, code)
    return tuple(dict.fromkeys(found))


def _alone(turn: Turn, dimension: str) -> str:
    """The one code of a kind that a question was about; "" where it ranked, searched or listed."""
    slots = turn.slots or Slots()
    if slots.operations & RANKED or slots.keys:
        return ""
    if dimension in ("year", "month"):
        closed = len(slots.periods) == 1 and is_closed(slots.periods[0])
        return slots.periods[0] if closed and len(slots.periods[0]) == len(_SHAPES[dimension]) else ""
    codes = slots.partner if dimension == "partner" else slots.filters.get(dimension, ())
    return codes[0] if len(codes) == 1 and codes[0] != WORLD else ""


_SHAPES = {"year": "2024", "month": "2024-05"}

__all__ = ["nth_named"]
