"""Questions back and declines: the reason in words, and the nearest question that has an answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer.reasons import unmet
from assistant.answer.words import Words, capital
from assistant.errors import DeclineKind, ToolError
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.measures import RATES, TARIFFS
from assistant.reply import Clarify, Declined, reason
from assistant.settings import Home
from assistant.store.ranking import KNOWN, SURE
from assistant.store.selection import WORLD
from assistant.types import Evidence, Gap, Passage

_LOG = logging.getLogger(__name__)
_NAMES = frozenset({"unsupported", "region", "port"})
"""Kinds of words that a passage has to speak of, if the question does."""


class Refusals:
    """Writes what cannot be answered, in one language."""

    def __init__(self, words: Words, home: Home) -> None:
        self.words, self.home = words, home

    def gap(self, question: Question, gap: Gap) -> Clarify | Declined:
        """The reply for a question that was not planned."""
        if gap.status == "clarify":
            return self._clarify(question, gap)
        detail = {"example": self.words.phrase("questions.example"), "limit": "2000", **dict(gap.detail)}
        detail |= {name: self.words.period(detail[name]) for name in ("first", "last") if name in detail}
        if "index" in detail:
            detail["name"] = self.words.phrase(f"indices.{detail['index']}")
        if gap.cause == "not_realised":
            detail["what"] = ", ".join(map(self.words.asked_for, detail["what"].split(", ")))
        text = self.words.phrase(f"declined.{gap.cause}", **detail)
        newest = dict(gap.detail).get("last") if gap.cause == "period" else None
        nearest = self.asked(replace(question.slots, periods=(newest,))) if newest else self.nearest(question)
        if gap.cause in ("index", "mexican_states"):
            about = self.words.phrase(f"about.{detail.get('index', '')}")
            text, nearest = capital(text), about or self.words.phrase(f"questions.{gap.cause}", **detail)
        return self._declined(question, gap.kind, text, nearest, cause=(gap.cause, dict(gap.detail)))

    def nothing(self, question: Question, evidence: Evidence) -> Declined | None:
        """The decline where the evidence holds no answer; None where it does."""
        if evidence.main is not None or evidence.listings:
            return None
        if evidence.passages:
            return None if answering(question, evidence.passages) else self._unspoken(question, evidence)
        problem = next(iter(evidence.problems.values()), None)
        if problem is None or problem.cause == "passages":
            return self._unspoken(question, evidence)
        text = self._territory(question, problem) or self._reason(problem)
        cause = (problem.cause, problem.detail)
        return self._declined(question, problem.kind, text, self.nearest(question, problem), evidence, cause)

    def _territory(self, question: Question, problem: ToolError) -> str:
        """That no statistics record the trade of a country with its own territory, where that is what is missing."""
        places, owners = {*question.slots.reporter, *question.slots.partner}, self.words.names.territories
        found = sorted(code for code in places if owners.get(code) in places)
        if problem.cause != "place" or not found:
            return ""
        names = self.words.listed([self.words.place(code) for code in found])
        return self.words.phrase("territory", name=names, owner=self.words.place(owners[found[0]]))

    def _unspoken(self, question: Question, evidence: Evidence) -> Declined:
        """The decline where no passage speaks to the question."""
        cause, kind = ("unknown_words", "unclear") if question.unknown else ("passages", "no_data")
        text = self.words.phrase(f"declined.{cause}", words=", ".join(question.unknown[:5]))
        named = (cause, {"words": ", ".join(question.unknown[:5])} if question.unknown else {})
        return self._declined(question, kind, text, self.nearest(question), evidence, named)  # type: ignore[arg-type]

    def unsound(self, question: Question, found: tuple[str, ...]) -> Declined:
        """The decline of a draft that its check found to say what no evidence carries: a fault of ours, logged."""
        _LOG.error("a draft was not sound: %s", "; ".join(found))
        text = self.words.phrase("declined.unsound")
        return self._declined(question, "not_computable", text, self.nearest(question), cause=("unsound", {}))

    def two_ways(self, question: Question) -> str:
        """That a question can be read both ways, said before the answers to both."""
        return self.words.phrase("clarify.two_ways", name=self.words.place(question.asked.doubtful))

    def one_way(self, question: Question, answered: Question) -> str:
        """That a question can be read both ways and only one of them is loaded, said before the answer to that one."""
        name = question.asked.doubtful
        sold = (answered.slots.measures[:1] == ("exports",)) == (answered.slots.reporter == (name,))
        return self.words.phrase("clarify.one_way" if sold else "clarify.one_way_to", name=self.words.place(name))

    def nearest(self, question: Question, problem: ToolError | None = None) -> str:
        """A question near this one that the loaded data can answer."""
        slots = question.slots
        if question.agreements:
            return self.words.phrase("questions.agreements")
        if set(slots.measures) & {*RATES, "duty"}:
            return self._rate(slots, problem)
        demanded = problem is not None and "instead" in problem.detail  # the same question without it has an answer
        if problem is not None and problem.cause == "period" and problem.detail.get("last") and not demanded:
            return self.asked(replace(slots, periods=(problem.detail["last"],)))
        plain = replace(slots, filters={}, operations=frozenset())
        known = all(len(codes) == 1 for codes in (slots.reporter, slots.partner))
        home = {self.home.country, self.home.partner, WORLD}
        if (
            slots.measures
            and known
            and (demanded or {*slots.reporter, *slots.partner} <= home)
            and (demanded or not (problem and problem.cause == "place"))
        ):
            return self.asked(replace(plain, periods=_closed(slots.periods)))
        return self.words.phrase("questions.example")

    def _rate(self, slots: Slots, problem: ToolError | None) -> str:
        """A question about a tariff that has an answer: the newest, or the collected one where only that is known."""
        before = problem.detail.get("before", "") if problem is not None else ""
        known = len(slots.partner) == 1 and slots.reporter == (self.home.country,) and slots.partner != (WORLD,)
        partner = slots.partner if known else (self.home.partner,)
        last = (
            problem.detail.get("last", "") if problem is not None and problem.cause in ("period", "frequency") else ""
        )
        periods = (before,) if before else (last[:4],) if last and not set(slots.measures) & set(TARIFFS) else ()
        return self.asked(replace(slots, reporter=(self.home.country,), partner=partner, periods=periods))

    def asked(self, slots: Slots) -> str:
        """A question in words that asks for a measure of these slots."""
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
            rest=rest,
        )
        return capital(text)

    def _reason(self, problem: ToolError) -> str:
        detail = dict(problem.detail)
        for name in ("code", "other"):
            if problem.cause.startswith("agreements"):
                detail[name] = self.words.place(detail.get(name, WORLD))
        for name in ("reporter", "partner"):
            detail[name] = self.words.place(detail[name]) if detail.get(name) else self.words.place(WORLD)
        for name in ("first", "last", "period"):
            if detail.get(name):
                detail[name] = self.words.period(detail[name])
        if "dimension" in detail:
            detail["name"] = self.words.name(detail["dimension"], detail.get("code", ""))
            detail["dimension"] = self.words.label(detail["dimension"])
        detail["measure"] = self.words.label(detail.get("measure", ""))
        cause = {"empty": "empty_rows"}.get(problem.cause, problem.cause)
        if "instead" in detail:
            return unmet(problem.cause, problem.detail, self.words)
        try:
            return self.words.phrase(f"declined.{cause}", **detail) or str(problem)
        except KeyError:
            return str(problem)

    def _clarify(self, question: Question, gap: Gap) -> Clarify:
        slots = question.slots
        measure = self.words.label(slots.measures[0]) if slots.measures else self.words.label("total")
        name = self.words.place(dict(gap.detail).get("code", WORLD))
        given = {n: self.words.label(v) if n == "measure" else v for n, v in gap.detail}
        text = self.words.phrase(f"clarify.{gap.cause}", **{"measure": measure, "name": name, **given})
        options = {
            "ambiguous": self._places,
            "conflict": self._turned,
            "direction": self._directions,
            "what": self._measures,
            "referent": self._examples,
            "than": self._rivals,
        }.get(gap.cause, self._pairs)
        return Clarify(
            question=question.text,
            text=text,
            options=tuple(options(question, gap)),
            reason=reason("unclear", text, None, gap.cause, dict(gap.detail)),
            assumptions=question.corrected,
        )

    def _pairs(self, question: Question, gap: Gap) -> list[str]:
        """One question a reading: "US exports to Mexico in 2024"."""
        pairs = [option.split(":") for option in gap.options]
        periods = _closed(question.slots.periods)
        return [self.asked(replace(question.slots, reporter=(r,), partner=(p,), periods=periods)) for r, p in pairs]

    def _rivals(self, question: Question, gap: Gap) -> list[str]:
        """The one reading of "than the US" that can be answered: than from it, than to it."""
        first, second = map(self.words.place, gap.options)
        return [self.words.phrase(f"questions.rivals_{dict(gap.detail)['who']}", first=first, second=second)]

    def _places(self, question: Question, gap: Gap) -> list[str]:
        name = dict(gap.detail)["name"]
        start = question.text.lower().find(name)
        after = question.text[start + len(name) :]
        return [f"{question.text[:start]}{self._option(code)}{after}" for code in gap.options]

    def _directions(self, question: Question, gap: Gap) -> list[str]:
        slots, periods = question.slots, _closed(question.slots.periods)
        sides = ((gap.options, (self.home.country,)), ((self.home.country,), gap.options))
        return [self.asked(replace(slots, reporter=r, partner=p, periods=periods)) for r, p in sides]

    def _option(self, code: str) -> str:
        return (
            f"HS {code.removeprefix('product:').split(';')[0]}"
            if code.startswith("product:")
            else self.words.option(code)
        )

    def _turned(self, question: Question, gap: Gap) -> list[str]:
        slots = question.slots
        other = tuple(code for code in slots.places if code not in slots.reporter)[:1]
        periods = _closed(slots.periods)
        return [
            self.asked(replace(slots, measures=(measure,), partner=other, periods=periods))
            for measure in ("exports", "imports")
        ]

    def _examples(self, question: Question, gap: Gap) -> list[str]:
        return [self.words.phrase("questions.example")]

    def _measures(self, question: Question, gap: Gap) -> list[str]:
        place = question.slots.places[:1] or question.slots.partner[:1]
        if place in ((self.home.country,), ()):
            place = (self.home.partner,)
        slots = replace(
            question.slots, reporter=(self.home.country,), partner=place, periods=_closed(question.slots.periods)
        )
        asked = [self.asked(replace(slots, measures=(m,))) for m in ("exports", "imports", "balance", "total")]
        said = question.asked
        bare = not (said.measures or said.places) and (said.filters or said.periods or said.operations or said.keys)
        return [f"{option}: {question.text.rstrip(' ?.!¿¡')}" for option in asked] if bare else asked

    def _declined(
        self,
        question: Question,
        kind: DeclineKind,
        text: str,
        nearest: str,
        evidence: Evidence | None = None,
        cause: tuple[str, Mapping[str, str]] = ("", {}),
    ) -> Declined:
        plan = evidence.calls if evidence else ()
        return Declined(
            question=question.text,
            text=text,
            reason=reason(kind, text, nearest, *cause),
            suggestions=(nearest,) if nearest else (),
            plan=tuple({"tool": call.tool, "id": call.id, "args": dict(call.args)} for call in plan),
        )


def answering(question: Question, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that may be quoted: sure enough, and holding every word of the question that means nothing else."""
    named = (m.text for m in question.mentions if m.kind in _NAMES)
    sought = {*question.unknown, *named}
    known = (p for p in passages if p.known >= KNOWN)
    held = (p for p in passages if p.score >= SURE and all(_holds(p, word) for word in sought))
    return tuple(dict.fromkeys((*sorted(known, key=lambda passage: -passage.known), *held)))


def _holds(passage: Passage, word: str) -> bool:
    text = fold(f"{passage.title} {passage.locator} {passage.text} {passage.asked}").replace(".", "").replace("-", "")
    stem = fold(word).replace("-", "").replace(".", "")
    return (stem[: max(4, len(stem) - 3)] if len(stem) > 4 else stem) in text


def _closed(periods: tuple[str, ...]) -> tuple[str, ...]:
    """The first period if it is a plain one, to be named in a question."""
    return tuple(p for p in periods[:1] if p[:1].isdigit() and "~" not in p and not p.endswith("/"))
