"""What a check found, as a page to print and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from assistant.evaluation.commit import commit
from assistant.evaluation.judge import Judgement
from assistant.evaluation.metrics import Tally, heading, ordered, wilson
from assistant.evaluation.selfcheck.laws import Held
from assistant.types import Json

ENOUGH = 99.0
"""Percent of the questions that have to be right."""
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question of the check and how it fared."""

    question: str
    language: str
    kind: str
    table: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Broken:
    """A law between answers that does not hold: by how much, and the questions."""

    law: str
    table: str
    apart: float
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """All that a check found; `unasked` names the tables that hold no trade flows and are not asked about."""

    corpus: str
    seed: int
    outcomes: tuple[Outcome, ...]
    laws: tuple[Held, ...]
    bonds: Counter[str]
    broken: tuple[Broken, ...]
    unasked: tuple[str, ...]
    interrupted: bool = False

    @property
    def right(self) -> int:
        """How many questions were answered rightly."""
        return sum(outcome.judgement.verdict == "right" for outcome in self.outcomes)

    @property
    def holds(self) -> bool:
        """Whether no law is broken and enough is right."""
        sound = not self.broken and not any(law.broken for law in self.laws)
        return sound and bool(self.outcomes) and 100 * self.right >= ENOUGH * len(self.outcomes)

    def lines(self) -> Iterator[str]:
        """The certificate, line by line."""
        number = len(self.outcomes)
        low, high = wilson(self.right, number)
        yield f"ACCURACY CERTIFICATE {'' if self.holds else '(NOT MET) '}- {date.today()}"
        yield f"corpus {self.corpus}, code {commit() or 'of no checkout'}, seed {self.seed}"
        if self.interrupted:
            yield f"interrupted after {number:,} questions"
        share = f"{_percent(self.right, number)} (95 %: {low:.1f} - {high:.1f})"
        yield f"{self.right:,} of {number:,} questions right: {share}"
        yield from ("", heading())
        for by in ("kind", "language", "table"):
            names = [getattr(outcome, by) for outcome in self.outcomes]
            for name in ordered(names):
                own = (o.judgement.verdict for o in self.outcomes if getattr(o, by) == name)
                yield Tally.of(own).line(name)
        yield Tally.of(o.judgement.verdict for o in self.outcomes).line("ALL")
        yield from ("", *self._laws(), *self._wrong())

    def _laws(self) -> Iterator[str]:
        broken = [law for law in self.laws if law.broken]
        rows = sum(law.compared for law in self.laws)
        yield f"laws of the tables: {len(self.laws) - len(broken)} of {len(self.laws)} hold, over {rows:,} sums"
        for law in broken:
            yield f"  BROKEN {law.table}: {law.law}, {len(law.broken)} of {law.compared}"
            yield from (f"    {row}" for row in law.broken[:_SHOWN])
        for name, times in sorted(self.bonds.items()):
            failed = [bond for bond in self.broken if bond.law == name]
            yield f"answers, {name}: {times - len(failed)} of {times} times"
            for bond in failed[:_SHOWN]:
                yield f"  BROKEN {bond.table}: apart by {bond.apart:,.2f}: {' | '.join(bond.questions)}"
        if self.unasked:
            yield f"not asked about (no trade flows): {', '.join(self.unasked)}"

    def _wrong(self) -> Iterator[str]:
        for verdict in ("WRONG", "declined wrongly", "asked wrongly"):
            found = [outcome for outcome in self.outcomes if outcome.judgement.verdict == verdict]
            for outcome in found[:_SHOWN]:
                yield f"{verdict} [{outcome.kind}, {outcome.table}] {outcome.question}\n    {outcome.judgement.why}"
            if len(found) > _SHOWN:
                yield f"  … and {len(found) - _SHOWN} more {verdict} (all with --json)"

    def to_dict(self) -> dict[str, Json]:
        """The certificate as JSON: what was found, with every question."""
        return {
            **{"date": str(date.today()), "corpus": self.corpus, "commit": commit(), "seed": self.seed},
            **{"questions": len(self.outcomes), "right": self.right, "holds": self.holds},
            **{"interrupted": self.interrupted, "interval": wilson(self.right, len(self.outcomes))},
            **{by: self._counts(by) for by in ("kind", "language", "table")},
            "laws": [asdict(law) for law in self.laws],
            "bonds": dict(self.bonds),
            "broken": [asdict(bond) for bond in self.broken],
            "unasked": list(self.unasked),
            "outcomes": [{**asdict(o), **asdict(o.judgement)} for o in self.outcomes],
        }

    def _counts(self, by: str) -> dict[str, dict[str, int]]:
        names: Sequence[str] = [getattr(outcome, by) for outcome in self.outcomes]
        return {
            name: dict(Counter(o.judgement.verdict for o in self.outcomes if getattr(o, by) == name))
            for name in ordered(names)
        }


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.2f} %"
