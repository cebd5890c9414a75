"""What one figure of a table is about, written down apart from the way in which questions are planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.periods import Period

WORLD = "WLD"
SIGNS: Mapping[str, Mapping[str, int]] = {
    "exports": {"export": 1},
    "imports": {"import": 1},
    "total": {"export": 1, "import": 1},
    "balance": {"export": 1, "import": -1},
    "surplus": {"export": 1, "import": -1},
    "deficit": {"export": -1, "import": 1},
    "duty": {"import": 1},
}
"""The measures that are asked for, each as the flows that it adds or takes away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A measure of a reporter's trade with a partner (the world: WLD) in a span, narrowed by codes of dimensions."""

    measure: str
    reporter: str
    partner: str
    period: Period
    where: tuple[tuple[str, str], ...] = ()

    @property
    def column(self) -> str:
        """The column that is summed."""
        return "duty" if self.measure == "duty" else "value"

    def turned(self) -> Cell:
        """The same figure told from the other side: "Mexico's exports to the US" for "US imports from Mexico"."""
        other = {"exports": "imports", "imports": "exports", "surplus": "deficit", "deficit": "surplus"}
        return replace(
            self, measure=other.get(self.measure, self.measure), reporter=self.partner, partner=self.reporter
        )

    def whole(self, dimension: str) -> Cell:
        """The cell that this one is a part of along a dimension."""
        if dimension == "partner":
            return replace(self, partner=WORLD)
        return replace(self, where=tuple(pair for pair in self.where if pair[0] != dimension))

    def narrowed(self, dimension: str, code: str) -> Cell:
        """The part of this cell that one code of a dimension makes."""
        if dimension == "partner":
            return replace(self, partner=code)
        return replace(self, where=(*self.where, (dimension, code)))

    def at(self, period: Period) -> Cell:
        """The same in another period."""
        return replace(self, period=period)
