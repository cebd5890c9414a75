"""The share of several things, which may be meant of them together: "Canada and Mexico's slice of US trade"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.share import is_shareable, share
from assistant.planner.grammar.steps import Plan

_SAID = frozenset({"share", "in_percent", "amount"})


def is_joint_share(slots: Slots) -> bool:
    """Whether partners, modes or goods are named in a list, and no word says that their shares are told apart."""
    lists = [codes for codes in (slots.partner, *slots.filters.values()) if len(codes) > 1]
    alone = len(lists) == len(slots.measures) == len(slots.periods) == 1 and not slots.keys and not slots.within
    plain = {"share"} <= slots.operations <= _SAID and slots.condition is None
    return alone and plain and is_shareable(slots)


def joint_share(made: Plan, slots: Slots) -> None:
    """The share of all of them together."""
    share(made, replace(slots, operations=slots.operations | {"sum"}))


__all__ = ["is_joint_share", "joint_share"]
