"""What a "why" takes for granted: whether it moved as said, and that figures do not tell causes."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.words import Words
from assistant.lexicon.question import Question
from assistant.types import Evidence


def premise(question: Question, evidence: Evidence, words: Words) -> Iterator[str]:
    """After the growth that a "why" asks about: that it went the other way, if it did, and that no cause is known."""
    frame = evidence.main
    if "explain:why" not in question.about or frame is None or "growth" not in frame.detail or len(frame.rows) != 1:
        return
    moved, said = frame.rows[0].value, question.slots.operations & {"rise", "fall"}
    if moved and len(said) == 1 and (moved > 0) == ("fall" in said):
        yield words.phrase("premise.rose" if moved > 0 else "premise.fell")
    yield words.phrase("premise.why")
