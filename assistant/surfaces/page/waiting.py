"""What a visitor has asked and is not answered yet: a question typed while another is looked up waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question, and how many turns of the conversation stay before it; None for all of them."""

    question: str
    keep: int | None = None


@dataclass(slots=True)
class Waiting:
    """The questions of one visit in their order; Streamlit runs its page anew for each, beside the run before."""

    asked: list[Asked] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def first(self) -> Asked | None:
        """The question that is to be answered next; None where all are."""
        return next(iter(self.asked), None)

    def answer(self, asked: Asked, answered: Callable[[Asked], None]) -> None:
        """Has a question answered once: not again where the run before, which this one ended, has done so by now."""
        with self.lock:
            if asked in self.asked:
                answered(asked)
                self.asked.remove(asked)


__all__ = ["Asked", "Waiting"]
