"""What a question back offers to choose from: one question for each reading."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.nearest import Nearest, closed
from assistant.lexicon.question import Question
from assistant.types import Gap


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
        slots = replace(question.slots, periods=closed(question.slots.periods))
        return [self.nearest.asked(replace(slots, reporter=(r,), partner=(p,)), question) for r, p in pairs]

    def _rivals(self, question: Question, gap: Gap) -> list[str]:
        """The one reading of "than the US" that can be answered: than from it, than to it."""
        first, second = map(self.words.place, gap.options)
        return [self.words.phrase(f"questions.rivals_{dict(gap.detail)['who']}", first=first, second=second)]

    def _places(self, question: Question, gap: Gap) -> list[str]:
        name = dict(gap.detail)["name"]
        start = question.text.lower().find(name)
        after = question.text[start + len(name) :]
        return [f"{question.text[:start]}{self._option(code)}{after}" for code in gap.options]

    def _option(self, code: str) -> str:
        return (
            f"HS {code.removeprefix('product:').split(';')[0]}"
            if code.startswith("product:")
            else self.words.option(code)
        )

    def _directions(self, question: Question, gap: Gap) -> list[str]:
        slots, periods = question.slots, closed(question.slots.periods)
        sides = ((gap.options, (self.home.country,)), ((self.home.country,), gap.options))
        return [self.nearest.asked(replace(slots, reporter=r, partner=p, periods=periods), question) for r, p in sides]

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
        return [f"{option}: {question.text.rstrip(' ?.!¿¡')}" for option in asked] if bare else asked
