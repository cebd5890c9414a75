"""Whether a message holds one of the phrases that the languages list for the conversation."""

from __future__ import annotations

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase


def says(question: Question, name: str) -> bool:
    """Whether the message holds one of the phrases of a list of the language's `[held]`."""
    told = f" {' '.join(phrase(question.text))} "
    texts = load(question.language).section("held").get(name, ())
    return any(f" {' '.join(phrase(text))} " in told for text in texts)


def chooses(question: Question) -> bool:
    """Whether the message sets out with a "which one": not "compare it with 2022, which was lower"."""
    return opens(question, "choosing_one")


def opens(question: Question, name: str) -> bool:
    """Whether the message sets out with one of the phrases of a list of the language's `[held]`."""
    words, language = phrase(question.text), load(question.language)
    texts, leads = language.section("held").get(name, ()), language.forms("held", "leads")
    led = next((at for at, word in enumerate(words) if word not in leads), 0)
    told = [f"{' '.join(words[at:])} " for at in range(led + 1)]
    opening = [f"{' '.join(phrase(text))} " for text in texts]
    return any(rest.startswith(text) for rest in told for text in opening)


def closes(question: Question, name: str) -> bool:
    """Whether the message ends with one of the phrases of a list of the language's `[held]`."""
    told = f" {' '.join(phrase(question.text))}"
    texts = load(question.language).section("held").get(name, ())
    return any(told.endswith(f" {' '.join(phrase(text))}") for text in texts)


def is_subject(question: Question) -> bool:
    """Whether the one that a message names is what it says something of: "is Mexico's lower?", not "lower than …".

    What points at the thing before stands behind it then: "did Canada sell more than that?", not "is that more than …".
    """
    kinds = ("place", "region", "port", "modes", "product")
    told = min((m.start for m in question.mentions if "dialogue:that" in m.candidates), default=-1)
    first = min((m.start for m in question.mentions if m.kind in kinds), default=0)
    return leads(question, *kinds) and ("dialogue:that" not in question.about or first < told)


def leads(question: Question, *kinds: str) -> bool:
    """Whether something of the kinds is named, and none behind a "than"."""
    than = load(question.language).forms("comparatives", "than")
    named = [m for m in question.mentions if m.kind in kinds]
    return bool(named) and not any(set(phrase(question.text[: m.start])[-2:]) & than for m in named)


def held_to(question: Question) -> bool:
    """Whether what was told before is what a message compares with those that it names: "compare with A and B"."""
    said = [m for m in question.mentions if "dialogue:that" not in m.candidates]
    pairs = zip(said, said[1:], strict=False)
    leads = {"prepositions:with", "prepositions:to"}
    return any("operations:compare" in one.candidates and leads & {*other.candidates} for one, other in pairs)


def is_base(question: Question) -> bool:
    """Whether what was told before is what something else is held against: "does it sell more to Canada than that"."""
    than = load(question.language).forms("comparatives", "than")
    those = (m for m in question.mentions if "dialogue:that" in m.candidates)
    return any(set(phrase(question.text[: m.start])[-1:]) & than for m in those)


__all__ = ["chooses", "closes", "held_to", "is_base", "is_subject", "leads", "opens", "says"]
