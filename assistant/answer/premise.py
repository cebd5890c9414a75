"""What a question takes for granted: that it moved as a "why" says, that a deficit is the partner's own."""

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


def whose_deficit(question: Question, evidence: Evidence, words: Words) -> Iterator[str]:
    """That the partners' own deficits are told, home's surpluses: "who had the largest deficit with us"."""
    frame, slots = evidence.main, question.slots
    said = {c.removeprefix("measures:") for m in question.mentions for c in m.candidates if c.startswith("measures:")}
    turned = slots.measures == ("surplus",) and "deficit" in said and "surplus" not in said
    if turned and "partner" in slots.keys and frame is not None and slots.reporter:
        yield words.phrase("premise.whose_deficit", reporter=words.place(",".join(slots.reporter)))
