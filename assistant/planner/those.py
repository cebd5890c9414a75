"""Those of several things that meet what is asked: "with which of them was there a surplus", "which of these fell"."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import RANKED, Condition, Question, Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES

_SIGNED = (("surplus",), ("deficit",))
_FLOWS = (("exports",), ("imports",), ("total",))
_MOVES, _VERSUS = frozenset({"rise", "fall"}), frozenset({"exceed", "trail"})
_BESIDE = frozenset({"compare", "growth"})
"""Operations that the words for choosing bring along: "which of A or B", "which grew"; "did both grow" wants a yes."""


def as_those(slots: Slots, question: Question) -> Slots:
    """The slots of "which of Brazil and Mexico do we have a surplus with" as those of the named that have one.

    So for those that rose or fell, and those that bought more or less at one time than at another.
    """
    slots = _listed(slots) if _asked(question) else slots
    language = load(question.language)
    slots = _signed(slots) if language.said(fold(question.text), "lists", "which_of") else slots
    if slots.number in (len(slots.partner), len(slots.reporter)) and not slots.operations & RANKED:
        slots = replace(slots, number=None)  # "of these four, Belgium, Germany …, with which"
    if slots.condition or slots.number or {*slots.keys} & {*TIMES} or not (_are_several(slots) and _asked(question)):
        return slots
    keys = ("partner",) if len(slots.partner) > 1 and not slots.keys else slots.keys
    if slots.measures in _SIGNED and len(slots.periods) < 2 and not slots.operations - {"compare"}:
        return replace(slots, keys=keys, operations=frozenset(), condition=Condition("above", "0", "amount"))
    moved = _moved(slots) if slots.measures in _FLOWS else ""
    if not moved:
        return slots
    periods = tuple(sorted(slots.periods))
    operations = frozenset({"growth", moved})
    return replace(slots, periods=periods, operations=operations, condition=Condition("above", "0", "percent"))


def _signed(slots: Slots) -> Slots:
    """The slots of "with which of these four did we sell more than we bought" as of those with a surplus."""
    held = slots.operations & _VERSUS
    named = len(slots.partner) > 1 and slots.number in (None, len(slots.partner))
    both = {*slots.measures} == {"exports", "imports"} and len(held) == 1 and not slots.operations - _BESIDE - _VERSUS
    if not both or not named:
        return slots
    surplus = (slots.measures[0] == "exports") == ("exceed" in held)
    measures = ("surplus",) if surplus else ("deficit",)
    return replace(slots, measures=measures, number=None, operations=frozenset())


def _listed(slots: Slots) -> Slots:
    """The slots with the places of which those that meet a limit are: "among Italy and Spain, who sold over"."""
    other = tuple(code for code in slots.places if code not in (*slots.reporter, *slots.partner))
    if slots.condition is None or len(other) < 2 or slots.operations or slots.without or slots.among:
        return slots
    if not slots.reporter and len(slots.partner) == 1:  # "which bought over $40bn from the US: Brazil, Japan"
        return replace(slots, reporter=other)
    alone = slots.keys == ("partner",) and len(slots.reporter) == 1 and not slots.partner
    return replace(slots, partner=other) if alone else slots


def _are_several(slots: Slots) -> bool:
    """Whether several places are named, or those of a group are told apart, and nothing else beside them."""
    listed = {name: codes for name, codes in slots.filters.items() if len(codes) > 1}
    named = [codes for codes in (slots.partner, slots.reporter, *listed.values()) if len(codes) > 1]
    return not {*slots.keys} - {"partner", *listed} and (len(named) == 1 or bool(slots.among and slots.keys))


def _asked(question: Question) -> bool:
    """Whether it is asked which ones, or a group's that are told by a clause: "EU countries with which we had"."""
    language, text = load(question.language), fold(question.text)
    told = bool(question.slots.among) and language.said(text, "among", "telling") is not None
    return told or language.said(text, "lists", "which_ones") is not None


def _moved(slots: Slots) -> str:
    """Which way those that are asked for moved; "" where something else is asked of them."""
    moves, versus = slots.operations & _MOVES, slots.operations & _VERSUS
    beside = _BESIDE | ({"polar"} if versus else set())  # a yes or no on rises is one of each
    beside |= {"top"} if versus and len(slots.partner) > 1 else set()  # "of our top partners A and B, which"
    if slots.operations - beside - _MOVES - _VERSUS or len(moves) + len(versus) != 1 or len(slots.periods) > 2:
        return ""
    if moves:
        return next(iter(moves))
    if len(slots.periods) != 2 or not all(period.isdigit() for period in slots.periods):
        return ""
    later = slots.periods[0] > slots.periods[1]
    return "rise" if later == ("exceed" in versus) else "fall"
