"""Messages that say nothing of trade themselves, as questions: told in one sentence, or about the answer before."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.pointed.since_then import SINCE, tells_since
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language, languages, load
from assistant.lexicon.aside.messages import AFTER, AGAIN, BARE, BARES, BASES, TOLD, meant, message, tongue
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase

_TONGUE = "tongue"
_COMPUTED = ("select", "tariff")
_LEADS = ("why", "since")


def aside(text: str, dialogue: Dialogue, language: Language) -> Question | None:
    """The question of a message that says nothing of trade; None where it is to be read, or the answer before told."""
    kind = message(text, language)
    if kind in TOLD:
        before = dialogue.last.slots if dialogue.last is not None else None
        return Question(text, language.code, (), before or Slots(), unsupported=(kind,))
    if kind in BASES and any(call.tool in _COMPUTED for call in dialogue.sourced):
        return Question(text, language.code, (), Slots(), explains=kind, earlier=dialogue.sourced)
    if kind == "doubt":  # a figure is told, and nothing is asked of which it could be
        return Question(text, language.code, (), Slots(), about=frozenset({BARE}))
    return None


def retold(text: str, dialogue: Dialogue, language: Language) -> tuple[Turn, Dialogue, str] | None:
    """The turn that a message asks for once more, the dialogue before it, and in which language; None for any other."""
    kind = message(text, language)
    turns = [turn for turn in dialogue.turns if turn.answered or turn.calls]
    asked = tongue(text, language) if kind == _TONGUE else ""
    again = kind in AGAIN or kind == SINCE and bool(turns) and tells_since(turns[-1])
    if not again or not turns or turns[-1].part or kind == _TONGUE and asked not in languages():
        return None
    last = turns[-1]
    first = next(at for at, turn in enumerate(turns) if turn.text == last.text and turn.slots == last.slots)
    return last, Dialogue(tuple(turns[:first])), asked or last.language or language.code


def leant(text: str, dialogue: Dialogue, language: Language) -> tuple[str, str, Dialogue] | None:
    """What a "why?" or a "since when?" asks of the question before: its kind, the question, the dialogue before it."""
    kind, turns = message(text, language), dialogue.turns
    if kind not in _LEADS or not turns or turns[-1].part or turns[-1].agreements:  # those have dates of their own
        return None
    lead, said = meant(kind, load(turns[-1].language or language.code)), turns[-1].text
    opened = phrase(said)[: len(phrase(lead))] == phrase(lead)
    if kind == "why" and not (opened or turns[-1].table):  # a notion has no reason
        return None
    return kind, said if opened else f"{lead} {said}", Dialogue(turns[:-1])


def plain(text: str, language: Language) -> str:
    """The text, or the one plain question that a message of its kind asks."""
    kind = message(text, language)
    return text if kind in BARES else meant(kind, language) or text


def marked(question: Question, dialogue: Dialogue, language: Language) -> Question:
    """The question, marked where it has no words of its own, and where they are of a figure that was told before."""
    bare = message(question.text, language) in BARES and not question.agreements  # these have dates: "since when?"
    told = bool(dialogue.turns) and dialogue.turns[-1].answered and dialogue.turns[-1].slots is not None
    marks = {BARE, *([AFTER] if told else [])}
    return replace(question, about=question.about | marks) if bare else question


__all__ = ["aside", "leant", "marked", "plain", "retold"]
