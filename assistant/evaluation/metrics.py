"""Counts of verdicts, with the interval in which the true share lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, get_args

Verdict = Literal["right", "declined rightly", "asked rightly", "declined wrongly", "asked wrongly", "WRONG"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
RIGHTLY = frozenset(VERDICTS[:3])
_Z = 1.959964


def wilson(hits: int, number: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share, in percent.

    >>> [round(end, 1) for end in wilson(0, 100)]
    [0.0, 3.7]
    """
    if number == 0:
        return 0.0, 100.0
    share, square = hits / number, _Z**2
    middle = (share + square / (2 * number)) / (1 + square / number)
    half = _Z * sqrt(share * (1 - share) / number + square / (4 * number**2)) / (1 + square / number)
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each verdict fell."""

    counts: Counter[Verdict]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Tally:
        """The tally of some verdicts."""
        return cls(Counter(verdicts))

    @classmethod
    def by_wording(cls, judged: Iterable[tuple[str, Verdict]]) -> Tally:
        """The tally of wordings, each as its worst filling: ten fillings of one sentence are one proof."""
        worst: dict[str, Verdict] = {}
        for wording, verdict in judged:
            worst[wording] = max(verdict, worst.get(wording, verdict), key=VERDICTS.index)
        return cls.of(worst.values())

    @property
    def number(self) -> int:
        """How many verdicts."""
        return self.counts.total()

    @property
    def good(self) -> int:
        """How many were right, or declined or asked rightly."""
        return sum(self.counts[verdict] for verdict in RIGHTLY)

    def line(self, name: str) -> str:
        """The tally on one line of the report."""
        cells = "".join(f"{self.counts[verdict] or '.':>6}" for verdict in VERDICTS)
        shares = (_share(self.good, self.number), _share(self.counts["WRONG"], self.number))
        return f"{name[:24]:24}{self.number:>6}{cells}   {'   '.join(shares)}"


def heading(name: str = "") -> str:
    """The line above the tallies."""
    short = ("right", "decl+", "ask+", "decl-", "ask-", "WRONG")
    return (
        f"{name:24}{'n':>6}"
        + "".join(f"{name:>6}" for name in short)
        + f"   {'good % (95 %)':21}   {'wrong % (95 %)':21}"
    )


def _share(hits: int, number: int) -> str:
    low, high = wilson(hits, number)
    return f"{100 * hits / max(number, 1):5.1f} ({low:5.1f} - {high:5.1f})"


def ordered(names: Sequence[str]) -> list[str]:
    """The distinct names, the most frequent first, then by name."""
    return sorted(set(names), key=lambda name: (-names.count(name), name))
