"""A short message after a decline of an index or a forecast is about the same: "and the US?", "make it 12"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Question, Slots
from assistant.store.selection import is_closed

_RATES = ("cagr", "average_growth", "trend_growth", "volatility")
_DONE = "operations:"
_SHORT = 8
"""Words; a longer message stands on its own."""
_KEPT = ("forecast",)
_ASKED = ("explain:when",)
"""Cues of a question that was not answered, and is asked again of something else: "when did …", "and Mexico?"."""
_MODELS = frozenset({"indices:gravity"})
"""Models, which are no figure themselves: where a whole figure is named beside one, that is what is asked on."""
_ELSEWHERE = (
    *("explain:", "availability:", "sourcing:", "indices:"),
    *("dialogue:first", "dialogue:back", "dialogue:undo", "dialogue:repair"),
)
"""Cues that turn to something else than the turn before."""


def declined(question: Question) -> Codes:
    """What a turn that was declined leaves to the next one: the index or forecast that was asked for."""
    asked = question.asked
    beside = _MODELS if asked.measures and asked.places and asked.periods else frozenset()
    said = question.about - beside
    cues = tuple(sorted(cue for cue in said if cue.startswith("indices:") or cue in _ASKED))
    return (*cues, *(f"unsupported:{name}" for name in _KEPT if name in question.unsupported))


def defined(question: Question) -> Codes:
    """What a turn that a note explained leaves to the next one: the rate that it told the meaning of."""
    return tuple(f"{_DONE}{name}" for name in _RATES if name in question.slots.operations)


def leaning(question: Question, dialogue: Dialogue) -> Question:
    """The question with the index or forecast of a declined turn before it, where it names no measure of its own."""
    left = dialogue.turns[-1].declined if dialogue.turns else ()
    slots = question.slots
    rates = frozenset(code.removeprefix(_DONE) for code in left if code.startswith(_DONE))
    if rates:
        asked = says(question, "calculated") and not slots.operations
        return replace(question, slots=replace(slots, operations=rates)) if asked else question
    if "indices:dependence" in left and _is_of_a_state(slots):
        return replace(question, about=question.about | {"indices:dependence"})
    foretold = all(code == "unsupported:forecast" for code in left)
    dated = bool(slots.periods) and all(map(is_closed, slots.periods))  # "just 2024 then"
    grown = foretold and (dated or slots.operations - {"polar"})  # "ok, the growth so far then"
    own = slots.measures or grown or question.unknown or question.unsupported or len(question.text.split()) > _SHORT
    talks = any(cue.startswith(_ELSEWHERE) for cue in question.about)
    said = slots.places or slots.filters or slots.periods or slots.keys or slots.number or slots.without
    if not left or own or talks or not (said or "exclusion:not" in str(question.mentions)):
        return question
    cues = {code for code in left if not code.startswith("unsupported:")}
    unsupported = tuple(code.split(":")[1] for code in left if code.startswith("unsupported:"))
    return replace(question, about=question.about | cues, unsupported=unsupported)


def _is_of_a_state(slots: Slots) -> bool:
    """Whether a share of a state's trade is asked for, of which the one that it depends on is the part."""
    return "share" in slots.operations and bool(slots.filters.get("region")) and len(set(slots.places)) < 2
