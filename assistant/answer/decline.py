"""Questions back and declines: the reason in words, and the nearest question that has an answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from assistant.answer.nearest import Nearest
from assistant.answer.options import Options
from assistant.answer.problems import problem_text
from assistant.answer.words import Words, capital
from assistant.errors import DeclineKind, ToolError
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import LONGEST, MOST_WORDS
from assistant.lexicon.topics.coded import code_asked
from assistant.lexicon.topics.notional import answering
from assistant.reply import Clarify, Declined, reason
from assistant.settings import Home
from assistant.store.members import JOINT
from assistant.store.selection import WORLD
from assistant.types import OTHER, Evidence, Gap

_LOG = logging.getLogger(__name__)
_OF_INDEX = {"name": "indices", "needs": "needs"}
"""What a decline says of an index, and the phrases that it stands in."""
_LIMITS = {"limit": str(LONGEST), "most": str(MOST_WORDS)}


class Refusals:
    """Writes what cannot be answered, in one language."""

    def __init__(self, words: Words, home: Home) -> None:
        self.words, self.nearest = words, Nearest(words, home)
        self.options = Options(self.nearest)

    def gap(self, question: Question, gap: Gap) -> Clarify | Declined:
        """The reply for a question that was not planned."""
        if gap.status == "clarify":
            return self._clarify(question, gap)
        detail = {
            "example": self.words.phrase("questions.example"),
            **_LIMITS,
            **dict(gap.detail),
        }
        detail |= {name: self.words.period(detail[name]) for name in ("first", "last") if name in detail}
        if "index" in detail:
            detail |= {name: self.words.phrase(f"{of}.{detail['index']}") for name, of in _OF_INDEX.items()}
        if gap.cause == "not_realised":
            measures = question.slots.measures
            detail["what"] = ", ".join(self.words.asked_for(what, measures) for what in detail["what"].split(", "))
        text = self.words.phrase(f"declined.{gap.cause}", **detail)
        newest = dict(gap.detail).get("last") if gap.cause == "period" else None
        dated = replace(question.slots, periods=(newest,)) if newest else None
        nearest = self.nearest.asked(dated, question) if dated else self.nearest.question(question)
        if gap.cause in ("forecast", "judged"):  # how it has grown is computed, and not what will be, or is much
            nearest = self.words.phrase("questions.grown", asked=self.nearest.published(question))
        if gap.cause in ("index", "mexican_states"):
            about = self.words.phrase(f"about.{detail.get('index', '')}")
            text, nearest = capital(text), about or self.words.phrase(f"questions.{gap.cause}", **detail)
        return self._declined(question, gap.kind, text, nearest, cause=(gap.cause, dict(gap.detail)))

    def nothing(self, question: Question, evidence: Evidence) -> Declined | None:
        """The decline where the evidence holds no answer; None where it does."""
        half = _other_missing(question, evidence)
        if not half and (evidence.main is not None or evidence.listings):
            return None
        if evidence.passages:
            return None if answering(question, evidence.passages) else self._unspoken(question, evidence)
        problem = half or next(iter(evidence.problems.values()), None)
        if problem is None or problem.cause == "passages":
            return self._unspoken(question, evidence)
        text = self._territory(question, problem) or problem_text(problem, self.words)
        cause = (problem.cause, problem.detail)
        return self._declined(question, problem.kind, text, self.nearest.question(question, problem), evidence, cause)

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
        if code := code_asked(question):
            text = self.words.phrase("declined.coded", name=self.words.product(code))
            return self._declined(question, "no_data", text, self.nearest.question(question), evidence, ("coded", {}))
        text = self.words.phrase(f"declined.{cause}", words=", ".join(question.unknown[:5]))
        named = (cause, {"words": ", ".join(question.unknown[:5])} if question.unknown else {})
        return self._declined(question, kind, text, self.nearest.question(question), evidence, named)  # type: ignore[arg-type]

    def unsound(self, question: Question, found: tuple[str, ...]) -> Declined:
        """The decline of a draft that its check found to say what no evidence carries: a fault of ours, logged."""
        _LOG.error("a draft was not sound: %s", "; ".join(found))
        text = self.words.phrase("declined.unsound")
        return self._declined(question, "not_computable", text, self.nearest.question(question), cause=("unsound", {}))

    def two_ways(self, question: Question) -> str:
        """That a question can be read both ways, said before the answers to both; nothing of a part and its whole."""
        if not question.asked.doubtful:
            return ""
        return self.words.phrase("clarify.two_ways", name=self._doubtful(question))

    def _doubtful(self, question: Question) -> str:
        """The places whose part in the trade is open: "Pakistan and Bangladesh"."""
        return self.words.listed([self.words.place(code) for code in question.asked.doubtful.split(JOINT)])

    def one_way(self, question: Question, answered: Question) -> str:
        """That a question can be read both ways and only one of them is loaded, said before the answer to that one."""
        named = tuple(question.asked.doubtful.split(JOINT))
        sold = (answered.slots.measures[:1] == ("exports",)) == (answered.slots.reporter == named)
        return self.words.phrase("clarify.one_way" if sold else "clarify.one_way_to", name=self._doubtful(question))

    def _clarify(self, question: Question, gap: Gap) -> Clarify:
        slots = question.slots
        measure = self.words.label(slots.measures[0]) if slots.measures else self.words.label("total")
        name = self.words.place(dict(gap.detail).get("code", WORLD))
        given = {n: self.words.label(v) if n == "measure" else v for n, v in gap.detail}
        text = self.words.phrase(f"clarify.{gap.cause}", **{"measure": measure, "name": name, **given})
        return Clarify(
            question=question.text,
            text=text,
            options=self.options.of(question, gap),
            reason=reason("unclear", text, None, gap.cause, dict(gap.detail)),
            assumptions=question.corrected,
        )

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


def _other_missing(question: Question, evidence: Evidence) -> ToolError | None:
    """Why the basis that one figure is to be set against has none: the first alone would be half an answer."""
    others = [f"{OTHER}{other.partition(':')[2]}" for other in question.slots.versus]
    missed = (problem for call, problem in evidence.problems.items() if call.endswith(tuple(others)))
    return next(missed, None) if others else None
