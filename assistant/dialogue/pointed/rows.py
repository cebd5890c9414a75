"""The row of a ranking that is pointed at, with whose flow is then asked for: "the third one: just its imports"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.pointed.pointing import pointed
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import OTHER_FLOW
from assistant.periods import TIMES
from assistant.store.selection import WORLD
from assistant.types import Mention

_RANKS = frozenset({"top", "bottom"})
_FLOWS = (("exports",), ("imports",))
_PACES = frozenset({"fastest", "slowest"})
_MOVED = frozenset({"growth", "rise", "fall"})
_MOVES = frozenset({"change", "difference", "in_money"})


def of_row(question: Question, dialogue: Dialogue, last: Slots, home: str) -> Slots:
    """The slots with the row of a ranking that is pointed at, and whose flow is then asked for."""
    aimed = _of_theirs(pointed(question, dialogue), question, last, home)
    return _of_ports(_as_homes(aimed, question.slots, home), question, last, home)


def told_of_first(question: Question, dialogue: Dialogue) -> Question:
    """The question of what the first of a ranking did as one for its figure: "¿cuánto compró?" after the top buyer."""
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    one = old is not None and old.keys == ("partner",) and "top" in old.operations and (old.number or 1) == 1
    ranked = old is not None and turn is not None and turn.ranked[0] not in TIMES and bool(old.operations & _RANKS)
    if ranked and new.ordinal == 1 and new.operations == {"first_time"} and "dialogue:those" in question.about:
        return replace(question, slots=replace(new, operations=frozenset()))  # "the first of those, what's it worth?"
    if old is None or not one or len(new.measures) != 1 or len(old.measures) != 1 or question.unknown:
        return question
    named = new.places or new.periods or new.filters or new.keys or new.operations or new.condition or new.ordinal
    theirs = OTHER_FLOW.get(new.measures[0]) == old.measures[0] and any(map(_is_act, question.mentions))
    if named or not theirs or not says(question, "did_it"):
        return question
    return replace(question, slots=replace(new, measures=()), about=question.about | {"dialogue:that"})


def move_of_first(question: Question, dialogue: Dialogue) -> Slots | None:
    """The change in money of the one that grew fastest: "by how much in dollars?"; None for any other."""
    turn, new = dialogue.last, question.slots
    old = turn.slots if turn is not None and turn.answered else None
    if turn is None or old is None or not old.operations & _PACES or len(old.keys) != 1 or question.unknown:
        return None
    named = new.measures or new.places or new.periods or new.filters or new.keys or new.condition or new.number
    dollars = {"dialogue:dollars", "dialogue:that"} <= question.about  # "how much is that in dollars?"
    asked = (
        (new.operations or dollars)
        and new.operations <= _MOVES
        and not ("dialogue:those" in question.about or new.ordinal)
    )
    single = (
        old.number in (None, 1)
        and not old.operations - _PACES - _MOVED
        and not old.condition
        and turn.ranked[0] == old.keys[0]
    )
    if named or not (asked and single) or old.keys[0] in TIMES or not turn.order:
        return None
    first = turn.order[(old.pick or 1) - 1 :][:1]
    bare = replace(plain(old), floor=None, floor_period="", operations=frozenset({"change"}))
    if old.keys == ("partner",):
        return replace(bare.sided(old.reporter, first), places=first)
    return replace(bare, filters={**old.filters, old.keys[0]: first})


def _is_act(mention: Mention) -> bool:
    """Whether a word is a verb of trade: "compró"."""
    return any(code.startswith("verbs:") for code in mention.candidates)


def _of_ports(aimed: Slots, question: Question, last: Slots, home: str) -> Slots:
    """The flow of a port or state of home as home's own: "its imports" come from Mexico."""
    own = question.slots
    added = {name: codes for name, codes in aimed.filters.items() if codes != own.filters.get(name)}
    domestic = any(name in ("port", "region") and not codes[0].startswith(ABROAD) for name, codes in added.items())
    owned = "dialogue:that" in question.about or last.measures == ("total",)
    if not (domestic and owned) or own.places or own.measures[:1] not in _FLOWS or last.partner != (home,):
        return aimed
    return replace(aimed, reporter=(home,), partner=last.reporter, places=(home, *last.reporter))


def _as_homes(aimed: Slots, own: Slots, home: str) -> Slots:
    """What rows of a ranking sold to home or bought from it, as home's own flow: "how much did they sell us?"."""
    turned = {("exports", own.destination): "imports", ("imports", own.origin): "exports"}
    measure = turned.get((own.measures[0] if own.measures else "", (home,)))
    row = own.ordinal or aimed.places != own.places
    return replace(aimed, measures=(measure,), reporter=(home,)) if row and measure else aimed


def _of_theirs(aimed: Slots, question: Question, last: Slots, home: str) -> Slots:
    """What the partner itself bought or sold, as home's flow: after trade with Spain, "just what they bought"."""
    own, said = question.slots, question.mentions
    pairs = zip(said, said[1:], strict=False)
    spots = {"region", "port"} & {*last.filters}  # "that one" is the state then
    party = frozenset() if spots else load(question.language).forms("held", "that_party")  # no "it", which may be home
    acting = ((m, fold(question.text[m.start : after.start]).strip()) for m, after in pairs if _is_verb(after))
    theirs = any("dialogue:those" in m.candidates or who in party for m, who in acting)
    partners = aimed.partner or last.partner
    named = partners and WORLD not in partners and last.reporter == (home,)
    if not (theirs and named) or own.places or (own.ordinal or 1) > 1 or own.measures not in _FLOWS:
        return aimed
    return replace(aimed, measures=(OTHER_FLOW[own.measures[0]],))


def _is_verb(mention: Mention) -> bool:
    """Whether a word is a verb alone: "they bought", not "those imports"."""
    return {c.split(":")[0] for c in mention.candidates} & {"verbs", "measures"} == {"verbs"}
