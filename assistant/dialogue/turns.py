"""The conversation so far: the turns, and what each was asked and was answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.lexicon.question import Codes, Slots
from assistant.types import Call, Json


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with the slots it was answered with, the table and period of the answer, and what it ranked.

    `calls` are the resolved calls that the answer stood on; a question about its source passes them on.
    `agreements` is what was asked of trade agreements; `options` were offered where it was asked back. `part` counts
    the questions of its message from 0. `drawn` is the ranking, in order, that a single place was taken from. `spoiled`
    and `unsupported` are words that no table holds: a follow-up that does not put them right is declined as well;
    `ambiguous` are those of several meanings, with these; `passed` are those that narrow no figure, which it leaves
    aside; `unheld` are dimensions that no table has together; `declined` is an index or a forecast that was asked for
    in vain; `goods` are the codes that a note was asked about, `topic` the trade that it was asked about; `negative`:
    the one figure that was told is below zero; `scale` is what money was wanted in; `failed`: it followed on and was
    not answered, so that what comes after may be about a figure that was never told.
    """

    text: str
    slots: Slots | None = None
    table: str | None = None
    period: str | None = None
    answered: bool = False
    ranked: tuple[str, Codes] = ("", ())
    drawn: Codes = ()
    language: str | None = None
    agreements: Mapping[str, Json] | None = None
    calls: tuple[Call, ...] = ()
    options: Codes = ()
    part: int = 0
    spoiled: Codes = ()
    ambiguous: tuple[tuple[str, Codes], ...] = ()
    unsupported: Codes = ()
    passed: Codes = ()
    unheld: Codes = ()
    declined: Codes = ()
    goods: Codes = ()
    topic: Slots | None = None
    named_alone: bool = False
    negative: bool = False
    scale: str = ""
    failed: bool = False

    @property
    def order(self) -> Codes:
        """What "the first" and "the third" count in: the whole ranking, even where one place of it was told."""
        return self.drawn or self.ranked[1]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The turns so far, oldest first; it goes in with a question and comes back new."""

    turns: tuple[Turn, ...] = ()

    def with_turn(self, turn: Turn) -> Dialogue:
        """The dialogue with one more turn; only the last twenty are kept."""
        return Dialogue((*self.turns, turn)[-20:])

    def undone(self) -> Dialogue:
        """The dialogue without its newest turn about data and what came after; as it is where that was the only one."""
        earlier = self.without_last()
        return earlier if earlier.last is not None else self

    def without_last(self) -> Dialogue:
        """The dialogue as it was before its newest turn about data."""
        about_data = [number for number, turn in enumerate(self.turns) if turn.slots is not None]
        return Dialogue(self.turns[: about_data[-1]]) if about_data else self

    @property
    def last(self) -> Turn | None:
        """The newest turn that was about data."""
        return next((turn for turn in reversed(self.turns) if turn.slots is not None), None)

    @property
    def sourced(self) -> tuple[Call, ...]:
        """The calls that the newest answer stood on."""
        return next((turn.calls for turn in reversed(self.turns) if turn.calls), ())

    @property
    def ends_in_figures(self) -> bool:
        """Whether the newest answer stood on figures, and quoted no note."""
        return any(call.tool != "passages" for call in self.sourced)
