"""Slots to calls."""

from assistant.planner.grammar.plan import plan
from assistant.planner.grammar.steps import ref

__all__ = ["plan", "ref"]
