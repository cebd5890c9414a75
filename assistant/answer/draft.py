"""A draft: sentences with slots where figures go, and the facts that fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.answer.words import Words
from assistant.types import About, Fact, Frame, Json, Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its figures are filled in: text with {f1} slots and [p1] marks of passages."""

    text: str
    facts: tuple[Fact, ...] = ()
    answer: tuple[Mapping[str, Json], ...] = ()
    table: Mapping[str, Json] | None = None
    chart: Mapping[str, Json] | None = None
    quotes: tuple[tuple[Passage, str], ...] = ()
    declared: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass
class Ledger:
    """Gives every figure that is said a fact and a slot."""

    words: Words
    facts: list[Fact] = field(default_factory=list)

    def fact(self, frame: Frame, call: str, row: int = 0, *, label: str = "") -> Fact:
        """The fact of a frame's row; the same row is the same fact."""
        line = frame.rows[row]
        if line.value is None:
            raise ValueError("a missing value has no fact")
        return self._kept(
            frame, call, line.key, line.value, label or named(frame, self.words), about_row(frame, line.key)
        )

    def term(self, frame: Frame, call: str, flow: str, value: Decimal) -> Fact:
        """The fact of one of the two sums that a balance or total is made of."""
        name = {"x": "exports", "m": "imports"}[flow]
        about = replace(frame.about, flow="export" if flow == "x" else "import")
        frame = replace(frame, unit=frame.detail.get("currency", frame.unit))
        return self._kept(frame, call, (f"term:{flow}",), value, self.words.label(name), about)

    def part(self, frame: Frame, call: str, name: str, unit: str, label: str, period: str | None) -> Fact:
        """The fact of one of the parts that a frame's value is made of, by the name that its detail gives it."""
        value, about = Decimal(str(frame.detail["terms"][name])), replace(frame.about, period=period)
        return self._kept(replace(frame, unit=unit), call, (f"term:{name}",), value, label, about)

    def slot(self, fact: Fact) -> str:
        """The slot that stands for a fact in a draft's text."""
        return "{" + fact.id + "}"

    def _kept(self, frame: Frame, call: str, key: tuple[str, ...], value: Decimal, label: str, about: About) -> Fact:
        for fact in self.facts:
            if (fact.call, fact.key, fact.measure) == (call, key, label):
                return fact
        new = Fact(
            f"f{len(self.facts) + 1}",
            label,
            value,
            frame.unit,
            about,
            based(frame, self.words),
            frame.table,
            frame.precision,
            call,
            key,
        )
        self.facts.append(new)
        return new


def based(frame: Frame, words: Words) -> str:
    """The basis of a frame; of an index also its formula and what it runs over."""
    if "formula" not in frame.detail:
        return frame.basis
    name = frame.detail["formula"] if frame.detail["over"] else f"{frame.detail['formula']}_one"
    formula = words.phrase(f"formulas.{name}", classes=words.classes(frame))
    return f"{frame.basis}; {formula}"


def about_row(frame: Frame, key: tuple[str, ...]) -> About:
    """What a row is about: the frame's shared slots and its key."""
    about = frame.about
    for dimension, code in zip(frame.by, key, strict=False):
        name = dimension if dimension in ("partner", "reporter", "product", "mode", "region", "port") else "period"
        about = replace(about, **{name: code})
    return about


def named(frame: Frame, words: Words) -> str:
    """What a frame's value is called: its measure, or what was computed from it."""
    measure, detail = words.label(frame.measure), frame.detail
    if frame.unit == "count":
        return words.phrase("labels.count", keys=words.plural((detail.get("of_by") or ["period"])[-1]))
    if "formula" in detail:
        return words.phrase(f"labels.{detail['formula']}", measure=measure)
    for name in ("contribution", "share", "difference", "ratio"):
        if detail.get(name):
            return words.phrase(f"labels.{name}", measure=measure)
    if "growth" in detail:
        kind = detail["growth"] if detail["growth"] in ("cagr", "average", "trend") else "growth"
        return words.phrase(f"labels.{'change' if detail.get('unit') == 'change' else kind}", measure=measure)
    return words.phrase(f"labels.{detail['reduced']}", measure=measure) if "reduced" in detail else measure
