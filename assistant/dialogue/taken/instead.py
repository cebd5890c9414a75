"""One thing in the place of the one that was asked about: "China instead of Japan", "rail rather than trucks"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.types import Mention

_VERSUS = frozenset({"compare"})
_FILTERS = {"modes": "mode", "product": "product", "region": "region", "port": "port"}


def instead(question: Question, dialogue: Dialogue) -> Question:
    """The question without what the earlier one was about, where something else is named to stand in for it."""
    last = dialogue.last.slots if dialogue.last is not None else None
    replaced = _replaced(question)
    if last is None or replaced is None:
        return question
    before, language = phrase(question.text[: replaced.start]), load(question.language)
    slots = _without(question.slots, last, replaced, bool(language.forms("lists", "whole_flow") & {*before}))
    if slots == question.slots:
        return question
    return replace(question, slots=replace(slots, operations=slots.operations - _VERSUS))


def _replaced(question: Question) -> Mention | None:
    """What stands behind the words for "instead of"; None where there are none."""
    language = load(question.language)
    small = language.forms("lists", "articles") | language.forms("prepositions", "to", "from", "with", "by", "of")
    for mention in question.mentions:
        if mention.kind in ("place", "measures", *_FILTERS) and _is_led(
            question.text[: mention.start], language, small
        ):
            return mention
    return None


def _is_led(text: str, language: Language, small: frozenset[str]) -> bool:
    words = list(phrase(text))
    while words and words[-1] in small and not _ends(words, language):
        words.pop()
    return _ends(words, language)


def _ends(words: list[str], language: Language) -> bool:
    leads = (phrase(text) for text in language.section("held").get("in_place_of", ()))
    return any(tuple(words[-len(lead) :]) == tuple(lead) for lead in leads)


def _without(slots: Slots, last: Slots, replaced: Mention, whole: bool) -> Slots:
    """The slots without the code that is replaced, where the earlier question was about it and another is named."""
    codes = {code.split(":", 1)[1] for code in replaced.candidates if ":" in code}
    if replaced.kind == "measures":
        total = whole and slots.measures == last.measures and codes & {*last.measures}
        return replace(slots, measures=("total",)) if total else slots
    if replaced.kind == "place":
        left = _less(slots.places, codes)
        if not left or not codes & {*last.partner}:
            return slots
        if len(last.partner) > 1 and len(left) == 1:  # of two that were compared, one is put in the other's place
            both = tuple(dict.fromkeys(left[0] if code in codes else code for code in last.partner))
            return replace(slots, places=both, partner=both, origin=(), destination=())
        ends = (_less(slots.partner, codes), _less(slots.origin, codes), _less(slots.destination, codes))
        return replace(slots, places=left, partner=ends[0], origin=ends[1], destination=ends[2])
    name = _FILTERS[replaced.kind]
    kept = _less(slots.filters.get(name, ()), codes)
    known = kept and codes & {*last.filters.get(name, ())}
    places = tuple(dict.fromkeys(slots.places))  # two states of one country
    return replace(slots, filters={**slots.filters, name: kept}, places=places) if known else slots


def _less(named: Codes, codes: set[str]) -> Codes:
    return tuple(code for code in named if code not in codes)


__all__ = ["instead"]
