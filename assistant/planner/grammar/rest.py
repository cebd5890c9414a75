"""Shares of the partners that are named, and of all others together."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.share import share
from assistant.planner.grammar.steps import Plan, keyed_by, ref
from assistant.store.selection import WORLD


def has_rest(slots: Slots) -> bool:
    """Whether shares of several named partners are asked, and that of everybody else."""
    asked = {"share", "others"} <= slots.operations and not slots.operations - {"share", "others", "table", "per_key"}
    plain = set(slots.keys) <= {"partner"} and not slots.filters and not slots.without and not slots.condition
    return asked and plain and len(slots.partner) > 1 and WORLD not in slots.partner and len(slots.periods) == 1


def with_rest(made: Plan, slots: Slots) -> None:
    """The shares of the partners in order, and the share of the world without them."""
    made.add("rank", of=ref(share(made, replace(slots, whole=()))), n=60, order="desc")
    world = replace(slots, partner=(WORLD,), keys=())
    rest = made.select(replace(world, without={"partner": slots.partner}), slots.periods, [])
    made.add("share", of=ref(rest), total=ref(made.select(world, slots.periods, [])))


def is_all_but(slots: Slots) -> bool:
    """Whether the share of all partners but a few is asked: "what part of imports did not come from China"."""
    asked = "share" in slots.operations and not slots.operations - {"share", "others", "in_percent", "polar", "series"}
    plain = not slots.condition and slots.partner in ((), (WORLD,)) and not set(slots.keys) - TIMES
    return asked and plain and set(slots.without) == {"partner"} and len(slots.periods) == len(slots.measures) == 1


def all_but(made: Plan, slots: Slots) -> None:
    """The share of the world without the partners that are left out."""
    world, by = replace(slots, partner=(WORLD,)), keyed_by(slots)
    rest = made.select(world, slots.periods, by)
    made.add("share", of=ref(rest), total=ref(made.select(replace(world, without={}), slots.periods, by)))


__all__ = ["all_but", "has_rest", "is_all_but", "with_rest"]
