"""The goods that a note was about, where the next question trades "it": "what is HS 84?", "imports of it in 2024?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.types import Mention

_SHARES = frozenset({"share"})
_BELOW = frozenset({"trail"})
_UNDER = "tests:below"
"""A word for less than, which before a code is where its goods are listed: "imports under it"."""


def of_goods_noted(question: Question, dialogue: Dialogue) -> Question:
    """The question about the goods that the turn before it spoke of without a figure, where it trades them as "it"."""
    goods = dialogue.turns[-1].goods if dialogue.turns else ()
    if not goods or question.slots.filters.get("product") or not _trades_it(question):
        return question
    slots = replace(_in_full(question), filters={**question.slots.filters, "product": goods})
    return replace(question, slots=slots, carried=(*question.carried, "filters"))


def _trades_it(question: Question) -> bool:
    """Whether a word that points back is what is traded: "imports of it", "how much of that", "do we sell them"."""
    return bool(question.slots.measures) and any(
        _points(it) and _leads(question, led, it) or _points(led) and _owns(question, led, it)
        for led, it in _pairs(question)
    )


def _pairs(question: Question) -> list[tuple[Mention, Mention]]:
    """What stands side by side in the question."""
    return list(zip(question.mentions, question.mentions[1:], strict=False))


def _points(mention: Mention) -> bool:
    return "dialogue:that" in mention.candidates


def _leads(question: Question, led: Mention, it: Mention) -> bool:
    """Whether "of" or a verb of trade stands right before the word."""
    leads = led.candidates[0] in ("prepositions:of", _UNDER) or any(c.startswith("verbs:") for c in led.candidates)
    return (leads or led.text in _parted(question)) and not question.text[led.end : it.start].strip()


def _owns(question: Question, it: Mention, owned: Mention) -> bool:
    """Whether its trade is asked for: "its imports from Mexico"."""
    its = it.text in load(question.language).forms("noted", "its")
    return its and owned.candidates[0].startswith("measures:") and not question.text[it.end : owned.start].strip()


def _in_full(question: Question) -> Slots:
    """The slots without the share that "how much of it" seems to ask for, and the less of "under it"."""
    told = [m.text for m in question.mentions if "operations:share" in m.candidates]
    amount = bool(told) and set(told) <= _parted(question)
    listed = any(_UNDER in led.candidates and _points(it) for led, it in _pairs(question))
    idle = (_SHARES if amount else frozenset()) | (_BELOW if listed else frozenset())
    return replace(question.slots, operations=question.slots.operations - idle)


def _parted(question: Question) -> frozenset[str]:
    return load(question.language).forms("lists", "how_much_of")
