"""Which of the two that were asked about had more: "which of them carried more in 2024, and by what factor?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses
from assistant.dialogue.held.joining import both_ways
from assistant.dialogue.held.told_pair import told_pair
from assistant.dialogue.pointed.chosen import flow_of
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase

_BESIDE = frozenset({"ratio", "difference", "in_percent", "in_money", "per_key", "top", "bottom"})
_SIDES = {"exceed": frozenset({"exceed", "top"}), "trail": frozenset({"trail", "bottom"})}
_SIDED = frozenset(_SIDES)
_KINDS = frozenset({"partner", "region", "port", "mode", "product"})


def more_of_two(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with its bare "more" or "less" as which of the last two is ahead or behind; else as it stands."""
    question = _more_of_flows(question, dialogue, home)
    new, side, pair = question.slots, _side(question), told_pair(dialogue)
    if pair is None or not side or not chooses(question) or not _is_bare(question, home):
        return question
    asked = new.periods or new.operations or not new.measures
    if not asked or new.measures and flow_of(question, pair, home) != pair.measures:
        return question
    slots = Slots(operations=(new.operations - {"per_key", "top", "bottom"}) | {side}, periods=new.periods)
    return replace(question, slots=slots, about=question.about - {"dialogue:those", "dialogue:that", "dialogue:and"})


def _more_of_flows(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with which of the exports and imports asked about in turn is ahead: "which one was larger?"."""
    new = question.slots
    sides = [side for side, said in _SIDES.items() if new.operations & said]
    named = new.measures or new.periods or new.places or new.keys
    if named or len(sides) != 1 or not chooses(question) or not _is_bare(question, home) or not both_ways(dialogue):
        return question
    slots = Slots(operations=new.operations - _SIDES[sides[0]] - {"per_key"} | {sides[0]})
    return replace(question, slots=slots)


def _is_bare(question: Question, home: str) -> bool:
    """Whether nothing is named but a time, and what is asked beside the one that is chosen."""
    new = question.slots
    named = new.filters or new.without or new.condition or new.ordinal or question.unknown or new.floor or new.beside
    named = named or any("keys:product" in m.candidates for m in question.mentions)  # "which goods sold more?"
    own = {*new.places} <= {home} and {*new.keys} <= _KINDS and new.number in (None, 2)
    return own and not named and new.operations <= _BESIDE | _SIDED


def _side(question: Question) -> str:
    """What is asked of the one that is chosen: "exceed", "trail" or ""."""
    language, told = load(question.language), {*phrase(question.text)}
    sides = {"more": "exceed", "less": "trail"}
    said = {side for name, side in sides.items() if told & language.forms("comparatives", name)}
    return said.pop() if len(said) == 1 else ""


__all__ = ["more_of_two"]
