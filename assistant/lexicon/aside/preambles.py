"""What is said around the question and asks nothing: "I'm writing a memo.", "for the council:", "(where we live)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.languages.language import Language
from assistant.lexicon.aside.binding import binds
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, sentences
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import without_words
from assistant.types import Mention

_STATED = 4
"""A sentence of so many words states something; a shorter one may say what the question is about: "Organic only."."""
_TOLD = 3
"""Words of an aside: "(organic)" and "the organic" may narrow what is asked."""
_LEAD = re.compile(r"\s*(?P<lead>[^:?!.—–]{3,60}?)(?::|\s[-—–])\s+(?=\S)")
_BRACKETS = re.compile(r"\((?P<aside>[^()]{8,})\)")
_FIGURES = (
    "measures:",
    "goods:",
    "verbs:sell",
    "verbs:buy",
    "operations:",
    "place:",
    "region:",
    "port:",
    "modes:",
    "product:",
    "keys:",
    "period:",
)


def without_preamble(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without what stands only in what is said around the question.

    Numbers there count nothing ("for a package at six: …") but how many will do: "… First three will do."
    """
    told = sentences(text)
    apart = [span for span in told[:-1] if _is_preamble(text, span, mentions, unknown, language)]
    asides = [span for span in _asides(text, told) if _is_aside(text, span, mentions, language)]
    spans = [span for span in (*apart, *asides) if not binds(text[slice(*span)], unknown, language)]
    if not spans:
        return tuple(mentions), unknown
    plain = [span for span in asides if not language.said(fold(text[slice(*span)]), "lists", "enough")]
    counts = (m for m in mentions if m.kind == "quantity" and any(a <= m.start < b for a, b in plain))
    gone = [m for m in counts if m.candidates[0].startswith("n:")]
    return tuple(m for m in mentions if m not in gone), without_words(text, unknown, *spans)


def _asides(text: str, told: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where something stands that is set off from the question: a lead, brackets, the sentences behind it."""
    if lead := _LEAD.match(text):
        yield lead.span("lead")
    yield from (match.span("aside") for match in _BRACKETS.finditer(text))
    asked = next((end for start, end in told if text[start:end].rstrip().endswith("?")), None)
    yield from (span for span in told if asked is not None and span[0] >= asked)


def _is_aside(text: str, span: tuple[int, int], mentions: Sequence[Mention], language: Language) -> bool:
    """Whether it is a clause of talk: it has small words as talk has, and neither names nor narrows what is asked."""
    words = [token.word for token in tokenised(text[slice(*span)])]
    said = set(words)
    narrows = any(said & language.forms("lists", name) for name in ("narrowing", "kinds_of"))
    named = any(span[0] <= m.start < span[1] and m.candidates[0].startswith(_FIGURES) for m in mentions)
    talks = len(words) >= _TOLD and bool(said & language.forms("letters", "small")) and not _is_for(words, language)
    return talks and not narrows and not named and not text[slice(*span)].rstrip().endswith("?")


def _is_for(words: Sequence[str], language: Language) -> bool:
    """Whether it says whom or what the trade is for, and no occasion of talk: "for organic growers:"."""
    own = language.forms("lists", "doing", "first_person") | language.forms("adjuncts", "events")
    bare = words[0] in language.forms("adjuncts", "purposes") and words[1] not in language.forms("adjuncts", "the")
    return bare and not own & {*words}


def _is_preamble(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], unknown: Codes, language: Language
) -> bool:
    """Whether a sentence asks nothing, names no figure, narrows nothing, and the rest does without it."""
    sentence = fold(text[span[0] : span[1]])
    said = {token.word for token in tokenised(sentence)}
    narrowing, doing = (language.forms("lists", name) for name in ("narrowing", "doing"))
    if said & doing and any(m.start >= span[1] and m.candidates[0].startswith("product:") for m in mentions):
        narrowing -= language.forms("lists", "topical")  # what is written about does not narrow goods of its own name
    if said & narrowing or sentence.rstrip().endswith("?"):
        return False
    if any(span[0] <= m.start < span[1] and m.candidates[0].startswith(_FIGURES) for m in mentions):
        return False
    if said & doing:
        return True
    if any(word in said for word in unknown) and language.said(fold(text[span[1] :]), "context", "there"):
        return False  # "I'm in Zorbtown. What was imported there?"
    own = bool(said & language.forms("lists", "first_person")) and not _stands_for(text[span[1] :], language)
    stated = len(said) >= _STATED and not _points_back(text[span[1] :], language)
    return (own or stated) and not said & language.forms("lists", "wanting")


def _points_back(text: str, language: Language) -> bool:
    """Whether a question leans on what was said before it: "how much of it did we import"."""
    return bool({t.word for t in tokenised(text)} & language.forms("lists", "pointing_back"))


def _stands_for(text: str, language: Language) -> bool:
    """Whether a word of the question stands for a thing that was told before it: "how much of it"."""
    return bool(re.search(rf"\b{language.any_of('context', 'goods_before')}\b", fold(text)))
