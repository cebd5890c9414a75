"""What a question back offers to choose from: one question for each reading."""

from __future__ import annotations

from dataclasses import fields, replace

from assistant.answer.nearest import Nearest, closed
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.types import Gap

_ENDS = " ?.!¿¡"


class Options:
    """Writes the readings of a question that can mean several things."""

    def __init__(self, nearest: Nearest) -> None:
        self.nearest, self.words, self.home = nearest, nearest.words, nearest.home

    def of(self, question: Question, gap: Gap) -> tuple[str, ...]:
        """A question for each reading that the gap names."""
        written = {
            "ambiguous": self._places,
            "conflict": self._turned,
            "direction": self._directions,
            "what": self._measures,
            "referent": self._examples,
            "than": self._rivals,
        }.get(gap.cause, self._pairs)
        return tuple(written(question, gap))

    def _pairs(self, question: Question, gap: Gap) -> list[str]:
        """One question a reading: "US exports to Mexico in 2024"."""
        pairs = [option.split(":") for option in gap.options]
        return [self._reading(replace(question.slots, reporter=(r,), partner=(p,)), question) for r, p in pairs]

    def _reading(self, slots: Slots, question: Question) -> str:
        """The question for these slots; where they ask more than a value, before the words that say what is asked."""
        whole = not asks_a_value(slots)
        told = replace(slots, periods=closed(slots.periods))
        if whole and not question.carried:
            told = replace(told, periods=(), filters={})  # the words name them
        lead = self.nearest.asked(told, question)
        return f"{lead}: {question.text.strip(_ENDS)}" if whole else lead

    def _rivals(self, question: Question, gap: Gap) -> list[str]:
        """The one reading of "than the US" that can be answered: than from it, than to it."""
        first, second = map(self.words.place, gap.options)
        return [self.words.phrase(f"questions.rivals_{dict(gap.detail)['who']}", first=first, second=second)]

    def _places(self, question: Question, gap: Gap) -> list[str]:
        name = dict(gap.detail)["name"]
        start = fold(question.text).find(fold(name))
        if start < 0:
            return [self._carried(code, question) for code in gap.options]
        after = question.text[start + len(name) :]
        return [f"{question.text[:start]}{self._option(code)}{after}" for code in gap.options]

    def _carried(self, code: str, question: Question) -> str:
        """The reading of an earlier question's word: that question with it, where it asks for a value."""
        dimension, _, thing = code.partition(":")
        if dimension != "product":
            return self._option(code)
        slots = question.slots
        newest = all(period.startswith("latest") for period in slots.periods)
        slots = replace(slots, periods=() if newest else slots.periods, filters={**slots.filters, dimension: (thing,)})
        return self.nearest.asked(slots, question) if asks_a_value(slots) else self._option(code)

    def _option(self, code: str) -> str:
        if not code.startswith("product:"):
            return self.words.option(code)
        first = code.removeprefix("product:").split(";")[0]
        if not first[:1].isdigit():
            return self.words.product(first)
        return f"HS {first} ({self.words.product(first).removesuffix(f' (HS {first})').rstrip(' …;:,')})"

    def _directions(self, question: Question, gap: Gap) -> list[str]:
        sides = ((gap.options, (self.home.country,)), ((self.home.country,), gap.options))
        return [self._reading(replace(question.slots, reporter=r, partner=p), question) for r, p in sides]

    def _turned(self, question: Question, gap: Gap) -> list[str]:
        slots = question.slots
        other = tuple(code for code in slots.places if code not in slots.reporter)[:1]
        periods = closed(slots.periods)
        return [
            self.nearest.asked(replace(slots, measures=(measure,), partner=other, periods=periods), question)
            for measure in ("exports", "imports")
        ]

    def _examples(self, question: Question, gap: Gap) -> list[str]:
        return [self.words.phrase("questions.example")]

    def _measures(self, question: Question, gap: Gap) -> list[str]:
        place = question.slots.places[:1] or question.slots.partner[:1]
        if place in ((self.home.country,), ()):
            place = (self.home.partner,)
        slots = replace(
            question.slots, reporter=(self.home.country,), partner=place, periods=closed(question.slots.periods)
        )
        said = question.asked
        bare = not (said.measures or said.places) and (said.filters or said.periods or said.operations or said.keys)
        slots = replace(slots, filters={}) if bare else slots
        measures = ("exports", "imports", "balance", "total")
        asked = [self.nearest.asked(replace(slots, measures=(m,)), question) for m in measures]
        return [f"{option}: {question.text.strip(_ENDS)}" for option in asked] if bare else asked


def asks_a_value(slots: Slots) -> bool:
    """Whether a question of one measure, time and trade says all of the slots: nothing is done with the value."""
    told = ("measures", "reporter", "partner", "origin", "destination", "places", "filters", "periods", "doubtful")
    rest = (f.name for f in fields(Slots) if f.name not in told and f.name != "implied")
    open_time = len(slots.periods) > 1 or slots.periods[:1] != closed(slots.periods) and bool(slots.periods)
    return not (any(getattr(slots, name) for name in rest) or len(slots.measures) > 1 or open_time)
