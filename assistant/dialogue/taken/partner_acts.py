"""Who acts in "which one bought the least?" after a ranking of partners: one of these, whose purchases are exports."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.measures import OTHER_FLOW

_RANKS = frozenset({"top", "bottom"})


def partner_acts(question: Question, dialogue: Dialogue) -> Question:
    """The question with the flow as the reporter sees it, where one of the partners before is said to buy or sell."""
    last, new = dialogue.last.slots if dialogue.last is not None else None, question.slots
    ranked = last is not None and last.keys == ("partner",) and last.operations & _RANKS
    bare = not (new.places or new.keys or new.filters) and len(new.measures) == 1 and new.measures[0] in OTHER_FLOW
    if not (ranked and bare and new.operations & _RANKS and _acts(question)):
        return question
    return replace(question, slots=replace(new, measures=(OTHER_FLOW[new.measures[0]],)))


def _acts(question: Question) -> bool:
    """Whether the flow is that of a verb between "which one" and "the most", and no noun: "which exports were most"."""
    pairs = zip(question.mentions, question.mentions[1:], strict=False)
    flows = [(one, most) for one, most in pairs if any(code.startswith("verbs:") for code in one.candidates)]
    if len(flows) != 1 or not any(code.startswith("operations:") for code in flows[0][1].candidates):
        return False
    held, (verb, most) = load(question.language).section("held"), flows[0]
    before = f" {' '.join(phrase(question.text[: verb.start]))}"
    led = any(before.endswith(f" {' '.join(phrase(text))}") for text in held.get("choosing_one", ()))
    return led and " ".join(phrase(question.text[verb.end : most.start])) in ("", *held.get("before_most", ()))


__all__ = ["partner_acts"]
