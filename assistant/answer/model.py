"""The composer that asks a chat model for the wording: it never sees a figure, and what it writes is checked."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Protocol

from assistant.answer.check import problems
from assistant.answer.draft import Draft
from assistant.answer.templates import Templates
from assistant.answer.words import Words
from assistant.lexicon.question import Question
from assistant.types import EARLIER, OTHER, Evidence, Fact, Json, Passage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_SLOT = re.compile(r"\{f\d+(?::size)?\}")
_MARK = re.compile(r"\[p(\d+)\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚ¿¡{])")
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")
_MARKUP = re.compile(r"https?:|www\.|[<>|`#*\[\]$€£%]|\{")
_SIGNED = re.compile(r"[−–+-]\s*\{f")
"""A sign before a slot, which brings the sign of its figure itself."""
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 3
"""How many times as long as the templates' draft the model's may be."""
_ALIKE = (
    "rose rise rises risen increased increase grew grow growth higher up gained climbed expanded",
    "fell fall falls fallen decreased decrease declined decline shrank lower down lost dropped contracted",
    "surplus", "deficit", "exports export exported sold", "imports import imported bought",
    "highest largest biggest most top best record peak maximum", "lowest smallest least bottom worst minimum",
    "above over exceeded more", "below under less fewer",
    "because due owing caused driven thanks reflects reflecting reflected led result amid",
)  # fmt: skip
_ALONE = (
    "zero two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
    "million millions billion billions trillion percent dollars euros half halved double doubled twice triple tripled "
    "third thirds fourth fifth dozen tenfold dos tres cuatro cinco seis siete ocho nueve diez cien mil millones "
    "billones ciento mitad doble triple minus negative menos moins percentage point points puntos "
    "almost nearly about roughly approximately not no never"
)
_WATCHED = (*(frozenset(words.split()) for words in _ALIKE), *(frozenset((word,)) for word in _ALONE.split()))
"""Words that turn a figure's meaning or stand for one: written only where the source has one of their kind."""
_log = logging.getLogger(__name__)


class Composer(Protocol):
    """What writes a draft of an answer from evidence."""

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """The draft that answers from the evidence."""
        ...


class ModelComposer:
    """Has a chat model word what the templates say; where the wording takes liberties, the templates' stands."""

    def __init__(self, model: BaseChatModel, templates: Templates) -> None:
        self.model, self.templates = model, templates

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """The draft in the model's words, with the facts, figures and quotes of the templates' draft."""
        draft = self.templates.compose(question, evidence)
        if not (draft.facts or draft.quotes) or _is_delicate(evidence):
            return draft
        try:
            text = self._worded(question, draft)
        except Exception as error:  # whatever a provider raises, the templates' draft is an answer
            _log.warning("the chat model wrote nothing: %s", type(error).__name__)
            return draft
        written = replace(draft, text=text, quotes=_quotes(text, draft))
        found = [*problems(written, evidence), *liberties(written, draft, self.templates.words)]
        if found:
            _log.info("the chat model's draft was not used: %s", "; ".join(found))
        return draft if found else written

    def _worded(self, question: Question, draft: Draft) -> str:
        told = {"question": question.text, "language": self.templates.words.language.code, **_given(draft)}
        answer = self.model.invoke([("system", _rules()), ("human", json.dumps(told, ensure_ascii=False, default=str))])
        return str(answer.text).strip()


def liberties(written: Draft, draft: Draft, words: Words) -> tuple[str, ...]:
    """What a model's wording says that the templates' draft (or the passages) does not; () where it is faithful."""
    if not written.text or len(written.text) > _LONGEST * len(draft.text) + 400:
        return ("nothing, or too much, was written",)
    if _MARKUP.search(_SLOT.sub("", _MARK.sub("", written.text))):
        return ("signs or markup of its own",)
    if len(_SIGNED.findall(written.text)) > len(_SIGNED.findall(draft.text)):
        return ("a sign before a figure",)
    if draft.quotes:
        return tuple(_unmarked(written)) + tuple(_watched(written.text, " ".join(p.text for p, _ in draft.quotes)))
    return tuple(_restated(written.text, draft, words)) + tuple(_watched(written.text, draft.text))


def _restated(text: str, draft: Draft, words: Words) -> Iterator[str]:
    """Where the sentences with slots are not the draft's, or a sentence without one is new."""
    theirs, ours = ([s for s in _SENTENCE.split(t) if _SLOT.search(s)] for t in (text, draft.text))
    places, periods = _names(draft.facts, words)
    orders = [re.compile("|".join([_SLOT.pattern, *places])), re.compile("|".join(periods) or "(?!)")]
    if any([o.findall(s) for s in theirs] != [o.findall(s) for s in ours] for o in orders):
        yield "slots, names or periods stand in another order"
    if any(not _SLOT.search(sentence) and sentence not in draft.text for sentence in _SENTENCE.split(text)):
        yield "a sentence of its own"
    if any(sentence not in text for sentence in _SENTENCE.split(draft.text) if not _SLOT.search(sentence)):
        yield "a caution was left out"


def _names(facts: Sequence[Fact], words: Words) -> tuple[list[str], list[str]]:
    """Patterns of the names in the facts, longest first: of places, goods and modes, and of periods."""
    named: set[str] = set()
    for fact in facts:
        for dimension, codes in asdict(fact.about).items():
            if codes and dimension not in ("period", "flow"):
                parts = [words.name(dimension, code) for code in codes.split(",")]
                named |= {part.removeprefix("the ") for part in parts}
    periods = {words.period(fact.about.period) for fact in facts if fact.about.period}
    first, second = (sorted(names - {""}, key=lambda name: (-len(name), name)) for names in (named, periods))
    return [rf"\b{re.escape(name)}\b" for name in first], [rf"\b{re.escape(name)}\b" for name in second]


def _unmarked(written: Draft) -> Iterator[str]:
    """Where a sentence about passages names none, or one that is not there."""
    marks = {int(number) for number in _MARK.findall(written.text)}
    if not marks or not marks <= set(range(1, len(written.quotes) + 1)):
        yield "marks that no passage has"
    if any(not _MARK.search(sentence) for sentence in _SENTENCE.split(written.text)):
        yield "a sentence without a passage"


def _watched(text: str, source: str) -> Iterator[str]:
    said, known = ({word.lower() for word in _WORD.findall(_SLOT.sub(" ", t))} for t in (text, source))
    yield from (f"{min(said & kind)!r} is not in the draft" for kind in _WATCHED if said & kind and not known & kind)


def _is_delicate(evidence: Evidence) -> bool:
    """Whether the first sentence has to say whose books or whose extract it stands on, which the templates see to."""
    own = (frame for name, frame in evidence.frames.items() if OTHER not in name and EARLIER not in name)
    return any(frame.mirror or any(note.kind == "extract" for note in frame.notes) for frame in own)


def _given(draft: Draft) -> dict[str, Json]:
    """What the model is given: the draft with its slots and what they are about, or the passages; no figure."""
    if draft.quotes:
        return {"passages": [{"mark": f"[p{n}]", "text": p.text} for n, (p, _) in enumerate(draft.quotes, start=1)]}
    said = [fact for fact in draft.facts if "{" + fact.id in draft.text]
    slots = [
        {
            "slot": fact.id,
            "what": fact.measure,
            "about": {k: v for k, v in asdict(fact.about).items() if v},
            "basis": fact.basis,
        }
        for fact in said
    ]
    return {"draft": draft.text, "slots": slots}


def _quotes(text: str, draft: Draft) -> tuple[tuple[Passage, str], ...]:
    """The draft's quotes, with the words that the text itself quotes in place of those that the templates chose."""
    stretches = _QUOTED.findall(text)
    return tuple((p, next((s for s in stretches if s in p.text), quote)) for p, quote in draft.quotes)


@cache
def _rules() -> str:
    return files("assistant.answer").joinpath("prompt.md").read_text(encoding="utf-8")
