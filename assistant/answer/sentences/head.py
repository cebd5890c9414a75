"""A result that an answer states, and the direct answers that a sentence gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.draft import Ledger
from assistant.answer.words import Words
from assistant.periods import GRAINS
from assistant.types import Call, Evidence, Fact, Frame, Json

Said = tuple[str, list[dict[str, Json]]]
"""A sentence without its full stop, and the direct answers that it gives."""


@dataclass(frozen=True, slots=True)
class Head:
    """A result that the answer states: its call, its frame, and the frames behind it."""

    call: Call
    frame: Frame
    evidence: Evidence
    ledger: Ledger
    operations: frozenset[str] = frozenset()
    number: int | None = None
    """How many the question asks for, where it says it."""

    @property
    def words(self) -> Words:
        """What names and phrases are taken from."""
        return self.ledger.words

    def behind(self, name: str = "of") -> Frame:
        """The frame that an argument refers to; a KeyError where it refers to none."""
        return self.evidence.frames[self.call.args[name]["ref"]]

    def subject(self, frame: Frame | None = None, call: str = "") -> str:
        """What is measured, in words; what is left out is what the named call leaves out, else any of the plan."""
        return self.words.subject(frame or self.frame, without=self._without(call))

    def figure(self, row: int = 0, frame: Frame | None = None, call: str = "") -> str:
        """The slot of a row's figure."""
        return self.ledger.slot(self.fact(row, frame, call))

    def fact(self, row: int = 0, frame: Frame | None = None, call: str = "") -> Fact:
        """The fact of a row's figure."""
        return self.ledger.fact(frame or self.frame, call or self.call.id, row)

    def of(self, name: str) -> Head:
        """The head of an earlier call."""
        call = next(c for c in self.evidence.calls if c.id == name)
        return Head(call, self.evidence.frames[name], self.evidence, self.ledger)

    def keyed(self, row: int = 0, frame: Frame | None = None) -> str:
        """The name of a row: its keys in words."""
        frame = frame or self.frame
        return ", ".join(self.words.key(d, code) for d, code in zip(frame.by, frame.rows[row].key, strict=True))

    def chosen(self) -> str:
        """Those among which the rows were ranked, in words; "" where all there are were ranked."""
        dimension, behind = self.frame.by[-1], self._behind(self.call.id)
        codes = behind[0].args.get(dimension) if behind else None
        several = [codes] if isinstance(codes, str) else codes or []
        if dimension in GRAINS or all(code.endswith("-") for code in several):
            return ""  # all the states of a country
        if dimension == "partner" and len(several) == 1:
            return ""  # the group that the subject names
        names = [";".join(several)] if dimension == "product" else several  # titles of several would fill lines
        return self.words.phrase("ranked_among", names=self.words.listed([self.words.key(dimension, n) for n in names]))

    def _behind(self, name: str) -> list[Call]:
        """The selection that a named call goes back to; every call where none is named."""
        calls = {call.id: call for call in self.evidence.calls}
        while name and "ref" in (of := calls[name].args.get("of") or {}):
            name = of["ref"]
        return [calls[name]] if name else list(self.evidence.calls)

    def _without(self, name: str) -> str:
        for call in self._behind(name):
            if call.tool == "select" and (left := call.args.get("without")):
                return self.words.listed([self.words.name(d, code) for d, codes in left.items() for code in codes])
        return ""


def number(fact: Fact, unit: str | None = None) -> dict[str, Json]:
    """A number of the direct answer."""
    return {"kind": "number", "value": fact, "unit": unit or fact.unit, "label": fact.measure}


def entity(dimension: str, code: str, words: Words) -> dict[str, Json]:
    """A place, mode, product or period of the direct answer."""
    kind = "period" if dimension in GRAINS else "entity"
    return {"kind": kind, "value": code, "unit": None, "label": words.key(dimension, code)}


def entities(head: Head, row: int = 0) -> list[dict[str, Json]]:
    """The places, modes, products or periods of a row's key."""
    key = head.frame.rows[row].key
    return [entity(d, code, head.words) for d, code in zip(head.frame.by, key, strict=True)]


def keyed_numbers(head: Head, rows: Iterable[int]) -> list[dict[str, Json]]:
    """The keys of rows, each with its number."""
    return [item for row in rows for item in (*entities(head, row), number(head.fact(row)))]


def boolean(holds: bool) -> dict[str, Json]:
    """A yes or no of the direct answer."""
    return {"kind": "boolean", "value": str(holds).lower(), "unit": None, "label": "yes" if holds else "no"}
