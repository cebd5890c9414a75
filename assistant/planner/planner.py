"""What a planner is: given a question and what is known, the next calls, nothing more to call, or a gap."""

from __future__ import annotations

from typing import Protocol

from assistant.lexicon.question import Question
from assistant.types import Call, Evidence, Gap


class Planner(Protocol):
    """Plans in rounds: each round sees the evidence of those before; () means that nothing is missing."""

    def next(self, question: Question, evidence: Evidence) -> tuple[Call, ...] | Gap:
        """The next calls, or () when the evidence answers the question, or why it cannot be planned."""
        ...
