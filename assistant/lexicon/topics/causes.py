"""Which paragraphs tell why something moved or is more than before, and not only what it is."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import spoken
from assistant.lexicon.topics.sought import ASKED_IN
from assistant.types import Passage


def by_cause(question: Question, passages: Sequence[Passage]) -> list[Passage]:
    """The passages; where it is asked why a thing is more or less than before, those known to tell why, likest first.

    What a thing is says nothing of why there was so much more of it.
    """
    if "explain:why" not in question.about or not _says(question.text, "moved"):
        return list(passages)
    return sorted((p for p in passages if _says(p.asked, "asks")), key=lambda p: -p.known)


def _says(text: str, name: str) -> bool:
    return any(load(code).said(spoken(text), "causes", name) for code in ASKED_IN)
