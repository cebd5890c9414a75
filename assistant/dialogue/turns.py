"""The conversation: what earlier turns asked and were answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.lexicon.question import Codes, Slots
from assistant.types import Call, Json


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with the slots it was answered with, the table and period of the answer, and what it ranked.

    `calls` are the resolved calls that the answer stood on; a question about its source passes them on.
    `agreements` is what was asked of trade agreements.
    """

    text: str
    slots: Slots | None = None
    table: str | None = None
    period: str | None = None
    answered: bool = False
    ranked: tuple[str, Codes] = ("", ())
    language: str | None = None
    agreements: Mapping[str, Json] | None = None
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The turns so far, oldest first; it goes in with a question and comes back new."""

    turns: tuple[Turn, ...] = ()

    def with_turn(self, turn: Turn) -> Dialogue:
        """The dialogue with one more turn; only the last twenty are kept."""
        return Dialogue((*self.turns, turn)[-20:])

    @property
    def last(self) -> Turn | None:
        """The newest turn that was about data."""
        return next((turn for turn in reversed(self.turns) if turn.slots is not None), None)

    @property
    def sourced(self) -> tuple[Call, ...]:
        """The calls that the newest answer stood on."""
        return next((turn.calls for turn in reversed(self.turns) if turn.calls), ())
