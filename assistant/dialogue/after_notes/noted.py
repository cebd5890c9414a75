"""A question that leans on a note: "what is BACI?", then "who made it?", or both in one message."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import words
from assistant.lexicon.topics.notional import asks_amount
from assistant.lexicon.topics.sought import kinds, telling
from assistant.store.lexical import words as content
from assistant.store.ranking import JUST_THIS, KNOWN, KNOWN_WELL
from assistant.store.store import Store
from assistant.types import Call

_SHORT = 9
"""Words; a longer message says what it is about."""
_WHOLE = 2
"""Words of its own with which a message may be about something else."""
_NAMES = 4
"""Words of a subject; a longer question before is about more than one thing."""
_NAME = re.compile(r"\b(?:[A-Z][\w.&-]*[A-Z][\w.-]*|[A-Z]\w+(?: [A-Z]\w+)+)")
"""A name within a text: an acronym, or several words with capitals."""


def pointed(text: str, question: Question, dialogue: Dialogue, store: Store, language: Language) -> str:
    """The text with what the note before is about in place of "it", where a note is known to answer it then."""
    subject = _subject(dialogue, language)
    own = (
        question.explains or question.agreements or asks_figure(question) and (question.carried or _measures(question))
    )
    if not subject or own or len(text.split()) > _SHORT:
        return text
    said = _put(text, subject, language)
    if said is None:
        whole = question.unknown or len(content(text)) >= _WHOLE and likeness(text, question, store) >= KNOWN
        said = text if whole else f"{text.rstrip(' ?')} {subject}"
    enough = KNOWN_WELL if asks_figure(question) else KNOWN
    return said if said != text and likeness(said, question, store) >= enough else text


def named(text: str, dialogue: Dialogue, language: Language) -> str:
    """The text with what the note before is about in place of "it"; the text itself where it says none."""
    subject = _subject(dialogue, language) if len(text.split()) <= _SHORT else ""
    return subject and _put(text, subject, language) or text


def of_subject(question: Question, dialogue: Dialogue, language: Language) -> str:
    """The text with what the note before is about behind it, where it asks when and names nothing; "" elsewhere."""
    asks = {"explain:when", "searching:since_when"} & {c for m in question.mentions for c in m.candidates}
    subject = _subject(dialogue, language) if asks and len(question.text.split()) <= _SHORT else ""
    own = question.agreements or asks_figure(question) or _measures(question)
    return f"{question.text.rstrip(' ?')} {subject}?" if subject and not own else ""


def noted_before(dialogue: Dialogue) -> str:
    """The question before, where a note answered it; "" where none did."""
    return _looked_up(dialogue) if dialogue.turns and dialogue.turns[-1].answered else ""


def _looked_up(dialogue: Dialogue) -> str:
    """The question before, where a note was looked up for it."""
    calls = dialogue.turns[-1].calls if dialogue.turns else ()
    return str(calls[0].args["query"]) if calls and all(call.tool == "passages" for call in calls) else ""


def noted(question: Question) -> Dialogue:
    """The dialogue after a question that a note answers."""
    return Dialogue((Turn(question.text, calls=(Call("c1", "passages", {"query": question.text}),)),))


def are_noted(first: Question, later: Iterable[Question], text: str, store: Store) -> bool:
    """Whether each question of a message is one that a note is known to answer, and the message whole is not."""
    if asks_figure(first) or likeness(first.text, first, store) < KNOWN or likeness(text, first, store) >= JUST_THIS:
        return False
    return all(not asks_figure(each) and likeness(each.text, each, store) >= KNOWN for each in later)


def likeness(text: str, question: Question, store: Store) -> float:
    """How like a question that a note is known to answer a text is, among the paragraphs that carry what is asked."""
    found = telling(question, store.passages.search(text, 5, question.language))
    return max((passage.known for passage in found), default=0.0)


def asks_figure(question: Question) -> bool:
    """Whether words of a question ask for a figure of a place, a time or a thing."""
    slots = question.asked
    amount = asks_amount(question) and "count" not in kinds(question.text)  # a count is quoted where a note has it
    return bool(slots.periods or slots.places or slots.filters) or amount


def _measures(question: Question) -> bool:
    """Whether a measure is named that no note before could be meant by."""
    return question.asked.measures not in ((), ("total",))


def _subject(dialogue: Dialogue, language: Language) -> str:
    """What the turn before was about, where a note answered it: its names, or its few words; "" where it is neither."""
    query = _looked_up(dialogue)
    known = {*language.section("noted")["words"]}
    names = [m[0] for m in _NAME.finditer(query)]
    names = names or [token.word for token in words(query) if token.word in known]
    asking = {word for form in language.forms("explain", "define", "who", "how", "when") for word in form.split()}
    left = [*dict.fromkeys(t.word for t in words(query) if t.word not in asking and content(t.word))]
    return names[0] if names else " ".join(left) if len(left) <= _NAMES else ""


def _put(text: str, subject: str, language: Language) -> str | None:
    """The text with a subject in place of the first word that points back; None where there is none."""
    for name, form in (("its", f"{subject}'s"), ("it", subject)):
        pattern = rf"\b(?:{language.any_of('noted', name)})\b"
        said, count = re.subn(pattern, form, text, count=1, flags=re.IGNORECASE)
        if count:
            return said
    bare = re.match(
        rf"[¿\s]*(?:{language.any_of('noted', 'opening')})?\s*(?={language.any_of('noted', 'having')}\b)", text.lower()
    )
    return f"{text[: bare.end()]}{subject} {text[bare.end() :]}" if bare else None
