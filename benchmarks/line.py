"""What is reported: a measurement beside its limit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A name, what was measured and the most that it may be, both in `unit`."""

    name: str
    measured: float
    limit: float
    unit: str
    remark: str = ""

    @property
    def over(self) -> bool:
        """Whether the limit is broken; something that could not be measured breaks it."""
        return math.isnan(self.measured) or self.measured > self.limit

    def __str__(self) -> str:
        ratio = f"{self.measured / self.limit:5.2f}{'  OVER' if self.over else ''}"
        digits = 0 if self.limit >= 100 else 1 if self.limit >= 10 else 2
        amounts = f"{self.measured:9.{digits}f} {self.unit:3} {self.limit:9.{digits}f} {self.unit:3}"
        return f"{self.name:46}{amounts} {ratio:13} {self.remark}".rstrip()


def heading() -> str:
    """The line above the lines."""
    return f"{'':46}{'measured':>9}     {'limit':>9}     ratio"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values do not exceed.

    >>> percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95)
    (2, 4)
    """
    return sorted(values)[math.ceil(share * len(values)) - 1]
