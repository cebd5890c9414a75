"""Who acts in "which one bought the least?", "did its sales grow?" after a ranking of partners: one of these.

Its purchases are exports of home.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold, phrase
from assistant.measures import OTHER_FLOW

_RANKS = frozenset({"top", "bottom"})


def partner_acts(question: Question, dialogue: Dialogue) -> Question:
    """The question with the flow as the reporter sees it, where one of the partners before is said to buy or sell."""
    last, new = dialogue.last.slots if dialogue.last is not None else None, question.slots
    several = last is not None and (last.keys == ("partner",) or len(last.partner) > 1 and not last.keys)
    ranked = several and last is not None and bool(last.operations & _RANKS)
    ranked = ranked or dialogue.last is not None and _is_told(dialogue.last)
    bare = not (new.places or new.keys or new.filters) and len(new.measures) == 1 and new.measures[0] in OTHER_FLOW
    acts = new.operations & _RANKS and _acts(question) or _owns(question)
    if not (ranked and bare and acts):
        return question
    if last is None or dialogue.last is None or _is_ours(question, dialogue.last.text):
        return question
    return replace(question, slots=replace(new, measures=(OTHER_FLOW[new.measures[0]],)))


def _is_told(turn: Turn) -> bool:
    """Whether a turn is of the one partner that a place of a ranking told of."""
    dimension, codes = turn.ranked
    return turn.slots is not None and not turn.slots.keys and dimension == "partner" and len(codes) == 1


def _owns(question: Question) -> bool:
    """Whether what is sold or bought is that of one of them: "how much did its sales grow", not "our sales"."""
    return load(question.language).said(fold(question.text), "held", "own_acts") is not None


def _is_ours(question: Question, before: str) -> bool:
    """Whether it goes on with what home does: after "who do we buy most from", "and sell the most to?"."""
    held = load(question.language)
    ours = held.forms("home", "words") - held.forms("home", "object")
    ends = phrase(question.text)[-1:]
    led = held.forms("prepositions", "to") | held.forms("prepositions", "from")
    return bool(ours & {*phrase(before)}) or bool(led & {*ends})


def _acts(question: Question) -> bool:
    """Whether the flow is that of a verb between "which one" and "the most", and no noun: "which exports were most"."""
    pairs = zip(question.mentions, question.mentions[1:], strict=False)
    flows = [(one, most) for one, most in pairs if any(code.startswith("verbs:") for code in one.candidates)]
    if len(flows) != 1 or not any(code.startswith("operations:") for code in flows[0][1].candidates):
        return False
    held, (verb, most) = load(question.language).section("held"), flows[0]
    before = f" {' '.join(phrase(question.text[: verb.start]))}"
    led = any(before.endswith(f" {' '.join(phrase(text))}") for text in held.get("choosing_one", ()))
    led = led or {*before.split()} <= {*held.get("leads", ())}  # "and buys the least?"
    return led and " ".join(phrase(question.text[verb.end : most.start])) in ("", *held.get("before_most", ()))


__all__ = ["partner_acts"]
