"""An answer about tariffs: whose estimate it is, of which moment, and of what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.sentences.head import Head
from assistant.answer.words import Words
from assistant.periods import Period
from assistant.types import Frame, Json

NAMED = 5
"""Rows that a sentence names; the table holds them all."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer about tariffs: its head, whose estimate it is, and the last month that the estimates reach."""

    head: Head
    source: str
    last: int

    @property
    def words(self) -> Words:
        """What names and phrases are taken from."""
        return self.head.words

    def phrase(self, name: str, /, **blanks: str) -> str:
        """A phrase about tariffs, with the source in it."""
        return self.words.phrase(f"tariff.{name}", source=self.source, **blanks)

    def when(self, frame: Frame) -> str:
        """The moment of a rate: the end of a month or year, a day, the newest date, the year before."""
        asked, day = str(frame.detail["asked"]), str(frame.detail["day"])
        if frame.detail["undated"] or frame.detail["before"] or "/" in asked:
            name = "before" if frame.detail["before"] or "/" in asked else "undated"
            return self.phrase(name, period=self.words.period(asked))
        if len(asked) == len(day):
            newest = frame.detail["newest"] == asked
            return self.phrase("newest" if newest else "on_day", day=self.words.period(asked))
        if Period.parse(asked).last > self.last:
            return self.phrase("newest", day=self.words.period(day))
        return self.phrase("at_end", period=self.words.period(asked))

    def since(self, frame: Frame) -> str:
        """From which day on the rate is what it is, where that is not said already."""
        detail = frame.detail
        if detail["undated"] or "since" not in detail or detail["since"] == detail["asked"]:
            return ""
        name = "unchanged" if detail["asked"] == detail["day"] else "since"
        return self.phrase(name, day=self.words.period(str(detail["since"])))

    def what(self, frame: Frame) -> str:
        """The rate that rows are of: "effective US tariff", with the partner or chapter that all of them share."""
        about = frame.about
        said = self.words.phrase(
            f"tariff.what.{frame.measure}", reporters=self.words.possessive(about.reporter or "USA")
        )
        if about.partner:
            said += self.words.phrase("tariff.what.on", partner=self.words.place(about.partner))
        if about.product:
            said += self.words.phrase("of_product", product=self.words.product(about.product))
        return " ".join(said.split())


def day_item(day: str, words: Words) -> dict[str, Json]:
    """A day as an item of the answer."""
    return {"kind": "period", "value": day, "unit": None, "label": words.period(day)}


def listed(head: Head, frame: Frame, call: str, chosen: Iterable[int]) -> str:
    """Some rows of a frame, each with its name and figure."""
    return ", ".join(f"{head.keyed(row, frame)} {head.figure(row, frame, call)}" for row in chosen)
