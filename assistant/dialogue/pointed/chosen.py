"""One of those that were asked about in turn, chosen by what it sold or bought: "which of them sold more?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.held.joining import from_one_side, group_of
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import OTHER_FLOW, RATES
from assistant.types import Mention

_ORDERS = frozenset({"top", "bottom", "exceed", "trail"})
_CHARGED = frozenset({"duty", "effective_duty", "tariff"})
_PHYSICAL = frozenset({"weight", "import_weight", "unit_value", "import_unit_value"})
_VERBS = {"verbs:sell": "exports", "verbs:buy": "imports"}


def chosen(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """The ranking of those that the last questions were about, by the flow that the verb tells of; None for any other.

    After exports to Chile and to Peru, "which one bought more?" ranks the two by what home sold them.
    """
    question = _amounts(question)
    turns = from_one_side([turn for turn in dialogue.turns if turn.slots is not None])
    group = group_of(Dialogue(tuple(turns)), question.slots.number)
    if group is None or group.reporter != (home,) or not _asks(question, group, home):
        return None
    flow = flow_of(question, group, home)
    if not flow:
        return None
    size = max(map(len, (group.partner, *group.filters.values())))
    low = "bottom" if question.slots.operations & {"bottom", "trail"} or says(question, "choosing_less") else "top"
    return replace(group, measures=flow, operations=frozenset({low}), number=size)


def _amounts(question: Question) -> Question:
    """The question with tariffs in the plural behind "more" as the duty paid: "which of them paid more tariffs?"."""
    more = load(question.language).forms("held", "choosing_by")
    tariffs = [m for m in question.mentions if "measures:tariff" in m.candidates and m.text.endswith("s")]
    led = any({*phrase(question.text[: m.start])[-1:]} & more for m in tariffs)
    paid = led and question.slots.measures == ("tariff",)
    return replace(question, slots=replace(question.slots, measures=("duty",))) if paid else question


def _asks(question: Question, group: Slots, home: str) -> bool:
    """Whether one is to be chosen by how much, and nothing else is asked."""
    new = question.slots
    again = all(group.filters.get(name) == codes for name, codes in new.filters.items())  # "on that heading"
    of_all = new.pick or any("searching:overall" in m.candidates for m in question.mentions)  # "the third largest"
    named = new.periods or not again or new.without or new.condition or new.ordinal or question.unknown or of_all
    orders = _ORDERS | ({"mean", "peak"} if {*new.measures} & RATES else set())  # a rate is an average as it is
    own = set(new.places) <= {home} and set(new.keys) <= {"partner", "region"} and not new.operations - orders
    ordered = bool(new.operations) or says(question, "choosing_by")
    flows = ("exports", "imports", *(_CHARGED if {*new.measures} <= _CHARGED else ()))
    return own and ordered and not named and group.measures[:1] in [(flow,) for flow in flows] and chooses(question)


def flow_of(question: Question, group: Slots, home: str) -> Codes:
    """The flow as home counts it: what a partner sells is imported; what a state of home sells is exported."""
    new = question.slots
    if len(new.measures) == 1 and new.measures[0] in _CHARGED | _PHYSICAL:
        charged = new.measures[0] in _CHARGED
        return new.measures if group.measures == ("imports",) or charged and group.measures[0] in _CHARGED else ()
    acts = (m for m in question.mentions if not _is_led(m, question))
    verb = next((_VERBS[c] for m in acts for c in m.candidates if c in _VERBS), "")
    of_goods = any(len(codes) > 1 for name, codes in group.filters.items() if name not in ("region", "port"))
    if len(new.measures) != 1 or new.measures[0] not in OTHER_FLOW or of_goods and verb:
        return ()
    if not verb or new.reporter == (home,):
        return new.measures
    abroad = any(codes[0].startswith(ABROAD) for codes in group.filters.values())
    return (OTHER_FLOW[verb],) if len(group.partner) > 1 or abroad else (verb,)


def _is_led(mention: Mention, question: Question) -> bool:
    """Whether a preposition stands before a word, which then is a noun: "bigger in imports"."""
    ends = [m.end for m in question.mentions if any(c.startswith("prepositions:") for c in m.candidates)]
    return any(end <= mention.start and not question.text[end : mention.start].strip() for end in ends)


__all__ = ["chosen", "flow_of"]
