"""An earlier answer as it is explained: its frame, what became of each table, and how both are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer.draft import Ledger
from assistant.answer.reasons import passed
from assistant.answer.words import Words
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import OTHER, Call, Evidence, Frame, Listing


@dataclass(frozen=True, slots=True)
class Judged:
    """A table that was considered, with what became of it."""

    table: Table
    verdict: str
    reason: str
    detail: Mapping[str, str]


class Earlier:
    """The earlier answer, run once more, with the tables that were considered for it."""

    def __init__(self, words: Words, store: Store, evidence: Evidence, listing: Listing) -> None:
        self.words, self.store, self.evidence, self.detail = words, store, evidence, listing.detail
        self.ledger = Ledger(words)
        self.judged = [Judged(store.by_id[t], v, r, d) for t, v, r, d in listing.detail["considered"]]
        self.own: list[Call] = [c for c in evidence.calls if OTHER not in c.id and c.id in evidence.frames]

    @property
    def frame(self) -> Frame:
        """What the earlier answer stated; an IndexError where it stated no figure."""
        return self.evidence.frames[self.own[-1].id]

    @property
    def used(self) -> Table:
        """The table that it stands on."""
        return self.store.by_id[self.frame.table]

    def say(self, name: str, **blanks: str) -> str:
        """A phrase about explanations with its blanks filled."""
        return self.words.phrase(f"explained.{name}", **blanks)

    def reason(self, each: Judged) -> str:
        """Why a table was not used, as what follows its name."""
        return passed(each.reason, each.detail, self.words) if each.reason else self.words.phrase("passed.used")

    def other(self, each: Judged) -> Frame | None:
        """What the earlier answer would be on another table; None where that was not looked up."""
        return self.evidence.frames.get(self.call_on(each))

    def call_on(self, each: Judged) -> str:
        """The id of the call that gives it."""
        return f"{self.own[-1].id}{OTHER}{each.table.id}"

    def differs(self, each: Judged) -> bool:
        """Whether another table gives another single figure."""
        other = self.other(each)
        if self.frame.by or other is None or other.by:
            return False
        return other.value is not None and other.value != self.frame.value
