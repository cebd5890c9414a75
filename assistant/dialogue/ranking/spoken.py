"""The one thing that a place of a ranking told of, spoken of: after the sixth, "what did that country sell us?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.ranking.told import figure, told
from assistant.dialogue.ranking.words import places
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language
from assistant.lexicon.question import Question, Slots
from assistant.types import Mention

_POINTING = frozenset({"dialogue:that", "dialogue:those"})
_PLACES = ("ordinals:", "ranks:", "standing:")
_ASKED = ("measures:", "verbs:", "operations:", "period:", "place:", "product:", "region:", "port:", "modes:", "keys:")
"""What asks for another figure of it: "how much was that one worth?" is of the place itself."""
_OF_ALL = "operations:share"
"""What is asked of one in all that was ranked: of ports and goods it is of the ranking itself."""


def of_the_one(text: str, mentions: Sequence[Mention], dialogue: Dialogue, language: Language) -> Dialogue:
    """The dialogue with the figure of the one that was told last in the place of its place, where it is pointed at.

    It stays as it is where nothing is pointed at, or a place is spoken of again: "how far is that from the first?".
    """
    last, before = dialogue.last, told(dialogue)
    if last is None or last.slots is None or before is None or not _is_place(dialogue):
        return dialogue
    if not before.alone or before.is_paced:
        return dialogue
    pointing = any(_POINTING & {*m.candidates} for m in mentions)
    said = Question(text, language.code, tuple(mentions), Slots())
    placed = places(said, before.dimension, before.ranking.measures)  # "and who is ahead of them?"
    parted = before.dimension != "partner" or before.ranking.filters
    asked = any(code.startswith(_ASKED) for m in mentions for code in m.candidates)
    if not pointing or not asked or placed or any(_is_of_ranking(m, parted=bool(parted)) for m in mentions):
        return dialogue
    slots = figure(before.ranking, before.dimension, before.alone)
    spoken = replace(last, slots=slots, ranked=(before.dimension, (before.alone,)), drawn=())
    return Dialogue(tuple(spoken if turn is last else turn for turn in dialogue.turns))


def _is_place(dialogue: Dialogue) -> bool:
    """Whether one place of a ranking was asked for last, and no list."""
    slots = dialogue.last.slots if dialogue.last is not None else None
    return slots is not None and bool(slots.keys) and bool(slots.pick or slots.beside)


def _is_of_ranking(mention: Mention, *, parted: bool) -> bool:
    """Whether a word is of a place, or of the whole that was parted; "that country" is read as the first as well."""
    placed = any(code.startswith(_PLACES) for code in mention.candidates)
    return parted and _OF_ALL in mention.candidates or placed and not _POINTING & {*mention.candidates}


__all__ = ["of_the_one"]
