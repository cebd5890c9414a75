"""The question near another that the loaded data can answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.answer.words import Words, capital
from assistant.errors import ToolError
from assistant.lexicon.question import Question, Slots
from assistant.measures import RATES, TARIFFS
from assistant.settings import Home
from assistant.store.selection import WORLD

_DETAILS = (("of_product", "product"), ("by_mode", "mode"), ("through_port", "port"), ("for_region", "region"))


class Nearest:
    """Writes questions that have an answer, in one language."""

    def __init__(self, words: Words, home: Home) -> None:
        self.words, self.home = words, home

    def question(self, question: Question, problem: ToolError | None = None) -> str:
        """A question near this one that the loaded data can answer."""
        slots = question.slots
        if question.agreements:
            return self.words.phrase("questions.agreements")
        if set(slots.measures) & {*RATES, "duty"}:
            return self._rate(slots, problem)
        demanded = problem is not None and "instead" in problem.detail  # the same question without it has an answer
        if problem is not None and problem.cause == "period" and problem.detail.get("last") and not demanded:
            return self.asked(replace(slots, periods=(problem.detail["last"],)), question)
        if problem is not None and problem.detail.get("near"):
            return self.asked(replace(slots, periods=(problem.detail["near"].split(",")[-1],)), question)
        plain = replace(slots, filters={}, operations=frozenset())
        known = all(len(codes) == 1 for codes in (slots.reporter, slots.partner))
        home = {self.home.country, self.home.partner, WORLD}
        if (
            slots.measures
            and known
            and (demanded or {*slots.reporter, *slots.partner} <= home)
            and (demanded or not (problem and problem.cause == "place"))
        ):
            return self.asked(replace(plain, periods=closed(slots.periods)))
        return self.words.phrase("questions.example")

    def published(self, question: Question) -> str:
        """The trade that is asked about, of no time: of the home country where it is another's alone."""
        slots = replace(question.slots, periods=(), filters={})
        known = {*slots.reporter, *slots.partner} <= {self.home.country, self.home.partner, WORLD}
        ends = slots if known else replace(slots, reporter=(), partner=())
        rated = set(slots.measures) & {*RATES, "duty"}
        return self.asked(replace(ends, measures=()) if rated else ends)

    def _rate(self, slots: Slots, problem: ToolError | None) -> str:
        """A question about a tariff that has an answer: the newest, or the collected one where only that is known."""
        before = problem.detail.get("before", "") if problem is not None else ""
        known = len(slots.partner) == 1 and slots.reporter == (self.home.country,) and slots.partner != (WORLD,)
        partner = slots.partner if known else (self.home.partner,)
        last = (
            problem.detail.get("last", "") if problem is not None and problem.cause in ("period", "frequency") else ""
        )
        periods = (before,) if before else (last[:4],) if last and not set(slots.measures) & set(TARIFFS) else ()
        return self.asked(replace(slots, reporter=(self.home.country,), partner=partner, periods=periods, filters={}))

    def asked(self, slots: Slots, said: Question | None = None) -> str:
        """A question in words that asks for a measure of these slots, naming products as the question `said` does."""
        measure = slots.measures[0] if slots.measures else "total"
        name = "tariff" if measure in RATES else measure if measure in ("exports", "imports") else "other"
        period = slots.periods[0] if slots.periods else ""
        rest = self.words.phrase("questions.in", period=self.words.period(period)) if period else ""
        reporter = slots.reporter or (self.home.country,)
        partner = slots.partner or (self.home.partner,)
        text = self.words.phrase(
            f"questions.{name}",
            reporters=self.words.possessive(reporter[0]),
            partner=self.words.place(partner[0]),
            measure=self.words.label(measure),
            rest=self._narrowed(slots.filters, said) + rest,
        )
        return capital(text)

    def _narrowed(self, filters: Mapping[str, tuple[str, ...]], said: Question | None) -> str:
        """What a question is narrowed to, in words that are understood again: " of beer", " by truck"."""
        known = {c.removeprefix("product:"): m.text for m in (said.mentions if said else ()) for c in m.candidates}
        text = ""
        for phrase, dimension in _DETAILS:
            codes = filters.get(dimension, ())
            if dimension == "product":
                names = [known.get(code) or f"HS {code.split(';')[0]}" for code in codes]
            else:
                names = [self.words.name(dimension, code) for code in codes]
            text += self.words.phrase(phrase, **{dimension: self.words.listed(names)}) if names else ""
        return text


def closed(periods: tuple[str, ...]) -> tuple[str, ...]:
    """The first period if it is a plain one, to be named in a question."""
    return tuple(p for p in periods[:1] if p[:1].isdigit() and "~" not in p and not p.endswith("/"))
