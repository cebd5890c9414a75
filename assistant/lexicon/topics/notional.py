"""Whether a question asks for something said in words, and which paragraphs of the notes may be quoted for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import load
from assistant.lexicon.linked import one_place
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold, words
from assistant.lexicon.topics.causes import by_cause
from assistant.lexicon.topics.coded import code_asked
from assistant.lexicon.topics.in_words import asks_in_words
from assistant.lexicon.topics.outright import outright
from assistant.lexicon.topics.sought import holds_numbers, kinds, telling
from assistant.lexicon.words.realwords import real_words
from assistant.store.lexical import words as content
from assistant.store.members import is_country
from assistant.store.ranking import FAIR, HARDLY, KNOWN, KNOWN_WELL, SPOKEN, SURELY
from assistant.types import Mention, Passage

_SAID = frozenset({"polar", "compare", "difference", "table", "count"})
"""Operations that words can answer as well; to count as a thing is not to be counted."""
_BARE = ("total",)
"""What "trade" is read as: it stands beside a notion more often than it is measured."""
_SHORT = 3
_TELLING = 3
"""Words with a meaning of their own that a question must have for a paragraph to be likely to answer it."""
_THE_TWO = frozenset({"USA", "MEX"})
_CLOSE = 0.03
"""Two passages that are known by so little difference are told in the order of the search."""
_ITSELF, _LIKE = 0.55, 0.65
_IN_WORDS, _BOTH = 0.65, 0.6
"""How like a known question one must be that no figure could answer; how much a paragraph must say of it besides, to be
known by any likeness. Of 444 questions that are not answered from the tables, none is answered by this."""
_RATHER, _NEARLY_SURE = 0.65, 0.85
"""How like a known question one is, and how sure of its answer the paragraph, if the two together are enough."""
_NAMES = frozenset({"unsupported", "region", "port"})
"""Kinds of words that a passage has to speak of, if the question does."""


def answering(question: Question, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that may be quoted, those known to answer first; each carries what is asked for.

    The others speak of the question and hold every word of it that means nothing else; where they speak of it plainly,
    a common word may be missing, a name may not. Asked how many, or who, one that misses a word is not quoted.
    """
    if code_asked(question):  # "what is chapter 85" is not what another chapter is
        passages = [p for p in passages if holds_numbers(question, p)]
    plainly = outright(question, passages)
    passages = [p for p in telling(question, passages) if p.sure >= HARDLY or p.known >= KNOWN]
    sought = {*question.unknown, *(m.text for m in question.mentions if m.kind in _NAMES or _is_elsewhere(m))}
    strict = asks_amount(question) or asks_who(question)
    known = [p for p in passages if p.known >= known_from(question)]
    likest = max((p.known for p in passages), default=0.0)  # so little likeness tells no two apart, nor a lesser one
    known = known or [p for p in passages[:1] if p.known == likest and is_known_by(question, p)]
    known = [p for p in known if _is_asked_so(question, p) or _holds_all(p, sought)] if strict else known
    unsaid = asks_amount(question) or asks_in_words(question)  # its words name the trade, of which many notes speak
    rest = [] if unsaid else [p for p in passages if _speaks(question, p, sought)]
    rest += [p for p in passages[:1] if is_surely_told(question, p)]
    rest = by_cause(question, rest)
    rest.sort(key=lambda p: not holds_numbers(question, p))  # of two that speak of it, the one with the number asked of
    best = max((p.known for p in known), default=0.0) - _CLOSE
    known = sorted(known, key=lambda p: -min(p.known, best))
    return tuple(dict.fromkeys((*known, *plainly, *rest)))


def _is_asked_so(question: Question, passage: Passage) -> bool:
    """Whether a passage is known by a question much like this one that asks for the same kind of thing."""
    return passage.known >= KNOWN_WELL and bool(kinds(question.text) & kinds(passage.asked))


def _is_elsewhere(mention: Mention) -> bool:
    """Whether a country is named that the notes are not about all along."""
    code = one_place(mention)
    return code != "" and is_country(code) and code not in _THE_TWO


def known_from(question: Question) -> float:
    """How like a known question one must be to be that one; of the assistant itself there is little else to ask."""
    return _ITSELF if is_about_itself(question) else KNOWN


def is_known_by(question: Question, passage: Passage) -> bool:
    """Whether a passage is known to answer a question: by a question much like it, or less where no figure is meant.

    There the paragraph's own words must speak of it too, or the likeness be plain; it is plain in English alone, as the
    model takes any two questions in Spanish to be somewhat alike.
    """
    if passage.known >= known_from(question) or is_likely(question, passage):
        return True
    spoken = passage.score > passage.known > 0 and passage.score >= _BOTH  # the score is of its text, if it is higher
    plain = question.language == "en" and passage.known >= _IN_WORDS
    return (spoken or plain) and means_no_figure(question)


def is_likely(question: Question, passage: Passage) -> bool:
    """Whether a passage is known by a question rather like it, and nearly sure; less so where no figure is meant."""
    slots = question.asked
    if slots.measures and slots.places and slots.periods:  # a figure of that time is wanted, and no other
        return False
    return passage.known >= _RATHER and passage.sure >= (SURELY if means_no_figure(question) else _NEARLY_SURE)


def is_surely_told(question: Question, passage: Passage) -> bool:
    """Whether a passage speaks of nearly all that is asked, and no trade is named that has a figure."""
    slots = question.asked
    named = slots.places or slots.filters
    trade = (slots.measures or named) and (slots.periods or slots.keys or slots.operations - _SAID)
    amount = asks_amount(question) and slots.periods  # of that time, and no other: "at how much stood the dollar"
    figure = slots.condition or trade or amount or named and slots.measures not in ((), _BARE)
    enough = passage.sure >= SURELY and len(content(question.text)) >= _TELLING  # "and the other?" says of nothing
    return enough and not (figure or question.carried) and holds_numbers(question, passage)


def means_no_figure(question: Question) -> bool:
    """Whether no figure of the tables could be meant: no measure is named, no amount, and no place with its time."""
    slots = question.asked
    measured = slots.measures not in ((), _BARE) or slots.measures and (slots.places or slots.periods)
    counted = slots.number and (slots.keys or slots.operations)  # "the four ways" are no four of a ranking
    limited = slots.condition or counted or slots.places and slots.periods
    return asks_in_words(question) or not (measured or limited or slots.filters or asks_amount(question))


def is_notional(question: Question) -> bool:
    """Whether nothing is named that only a figure answers: no measure of a place but bare trade, no time or number."""
    slots = question.asked
    explained = any(cue.startswith("explain:") for cue in question.about)
    named = slots.measures or slots.places or slots.filters or slots.keys
    worked = slots.operations - _SAID and named and not (explained and not slots.measures)
    if asks_amount(question) or slots.periods or slots.condition or slots.number or worked:
        return False
    return not (slots.measures and slots.places) or slots.implied or slots.measures == _BARE or explained


def asks_amount(question: Question) -> bool:
    """Whether the words ask how much or how many, of whatever it is."""
    return _says(question, "amount")


def is_about_itself(question: Question) -> bool:
    """Whether the assistant is spoken to about itself: "how can I be sure that you invent nothing"."""
    return speaks_to_me(question) and is_notional(question) and not question.asked.places


def speaks_to_me(question: Question) -> bool:
    """Whether the assistant is spoken to: "which months do you have"."""
    return _says(question, "itself")


def asks_who(question: Question) -> bool:
    """Whether a person or a body is asked for."""
    return _says(question, "who")


def _says(question: Question, name: str) -> bool:
    text = f" {' '.join(token.word for token in words(question.text))} "
    return any(f" {word} " in text for word in load(question.language).forms("noted", name))


def _speaks(question: Question, passage: Passage, sought: set[str]) -> bool:
    """Whether a passage says enough of the question."""
    if asks_who(question):
        return passage.score >= SPOKEN and _holds_all(passage, sought)
    if (passage.score >= SPOKEN or passage.known >= _LIKE) and is_notional(question):
        return _holds_all(passage, {word for word in sought if _is_name(word, question)})
    return passage.score >= FAIR and _holds_all(passage, sought)


def _holds_all(passage: Passage, sought: set[str]) -> bool:
    return all(_holds(passage, word) for word in sought)


def _holds(passage: Passage, word: str) -> bool:
    """Whether a passage or the question that it is known by has a word, however it ends."""
    text = fold(f"{passage.title} {passage.locator} {passage.text} {passage.asked}").replace(".", "").replace("-", "")
    stem = fold(word).replace("-", "").replace(".", "")
    return (stem[: max(4, len(stem) - 3)] if len(stem) > 4 else stem) in text


def _is_name(word: str, question: Question) -> bool:
    """Whether a word is no common one: written with a capital within the question, or in no list of real words."""
    if re.search(rf"\S\s+{re.escape(word[:1].upper())}{re.escape(word[1:])}\b", question.text):
        return True
    real, plain = real_words(question.language), fold(word)
    return len(plain) > _SHORT and not any(each in real for each in (plain, plain[:-1], plain[:-2], _american(plain)))


def _american(word: str) -> str:
    return word.replace("isation", "ization").replace("ise", "ize").replace("our", "or")
