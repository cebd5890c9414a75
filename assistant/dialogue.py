"""The conversation: what earlier turns asked, and how a follow-up takes from them what it does not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.slots import counted
from assistant.periods import Period

_TURNED = {"exports": "imports", "imports": "exports"}
_RANKS = frozenset({"top", "bottom", "fastest", "slowest"})
_SHOWN = frozenset({"series", "table", "in_percent"})
"""Operations that change how an answer is shown; a follow-up that names only these keeps the earlier ones."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with the slots it was answered with, the table and period of the answer, and what it ranked."""

    text: str
    slots: Slots | None = None
    table: str | None = None
    period: str | None = None
    answered: bool = False
    ranked: tuple[str, Codes] = ("", ())
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The turns so far, oldest first; it goes in with a question and comes back new."""

    turns: tuple[Turn, ...] = ()

    def with_turn(self, turn: Turn) -> Dialogue:
        """The dialogue with one more turn; only the last twenty are kept."""
        return Dialogue((*self.turns, turn)[-20:])

    @property
    def last(self) -> Turn | None:
        """The newest turn that was about data."""
        return next((turn for turn in reversed(self.turns) if turn.slots is not None), None)


def recall(question: Question, dialogue: Dialogue, home: str = "USA") -> Question:
    """The question with its empty slots filled from the last turn about data, where it is a follow-up."""
    turn = _antecedent(question, dialogue)
    if turn is None or turn.slots is None or not is_follow_up(question):
        return question
    slots = _merged(_pointed(question.slots, turn), _paired(question, dialogue) or turn.slots, home)
    carried = tuple(
        name
        for name in ("measures", "reporter", "partner", "periods", "filters")
        if _same(slots, turn.slots, question.slots, name)
    )
    slots = replace(slots, periods=_periods(slots, question, turn))
    return replace(question, slots=slots, carried=carried, previous=turn.slots, previous_table=turn.table)


def is_follow_up(question: Question) -> bool:
    """Whether a question leans on what was asked before: a cue says so, or it names too little to stand alone."""
    slots = question.slots
    if {"dialogue:and", "dialogue:repair", "dialogue:that", "dialogue:first"} & question.about and not _whole(slots):
        return True
    relative = any(period.startswith(("prev:", "next:")) for period in slots.periods)
    if question.unknown or any(
        cue.startswith(("explain:why", "explain:how", "availability")) for cue in question.about
    ):
        return relative and bool(slots.measures) is False
    if not slots.measures or slots.implied and not slots.periods:
        return bool(
            slots.ordinal
            or slots.periods
            or slots.places
            or slots.operations
            or slots.filters
            or slots.keys
            or slots.source
            or slots.books
        )
    if slots.ordinal:
        return True
    return not slots.places or relative and len(slots.periods) == 1


def _pointed(slots: Slots, turn: Turn) -> Slots:
    """The slots with what "the second one" points to in the earlier ranking."""
    dimension, codes = turn.ranked
    if slots.ordinal is None or slots.ordinal > len(codes):
        return slots
    code = codes[slots.ordinal - 1]
    if dimension == "partner":
        return replace(slots, partner=(code,), places=(code,))
    return replace(slots, filters={**slots.filters, dimension: (code,)})


_PAIRING = frozenset({"sum", "difference", "ratio", "in_percent", "compare", "growth", "rise", "fall"})


def _paired(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last two turns as one, where a follow-up only asks for their difference or ratio."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    asks = new.operations & {"sum", "difference", "ratio", "in_percent", "compare"}
    if not asks or new.operations - _PAIRING - {"polar"} or new.places or new.periods or new.measures or len(turns) < 2:
        return None
    old, last = turns[-2].slots, turns[-1].slots
    if old is None or last is None:
        return None
    if old.measures == last.measures and old.periods == last.periods and old.partner != last.partner:
        return replace(last, partner=(*last.partner, *old.partner))
    if old.measures == last.measures and old.partner == last.partner and turns[-2].period and turns[-1].period:
        return replace(last, periods=tuple(dict.fromkeys((turns[-2].period, turns[-1].period))))
    return None


def _whole(slots: Slots) -> bool:
    return bool(slots.measures and slots.reporter and slots.partner and slots.periods)


def _antecedent(question: Question, dialogue: Dialogue) -> Turn | None:
    if "dialogue:first" in question.about:
        return next((turn for turn in dialogue.turns if turn.slots is not None), None)
    return dialogue.last


def _same(merged: Slots, earlier: Slots, own: Slots, name: str) -> bool:
    value = getattr(merged, name)
    return bool(value) and value == getattr(earlier, name) and value != getattr(own, name)


def _merged(new: Slots, old: Slots, home: str) -> Slots:
    measures = new.measures or old.measures
    reporter, partner = _places(new, old, measures, home)
    operations, keys = (new.operations, new.keys) if new.ordinal else _operations(new, old)
    return replace(
        new,
        measures=_directed(new, old, measures, home),
        reporter=reporter,
        partner=partner,
        filters={**old.filters, **new.filters},
        without=new.without or old.without,
        periods=new.periods or old.periods,
        operations=operations,
        keys=keys,
        number=new.number or (old.number if operations & _RANKS else None),
        condition=new.condition or (old.condition if operations == old.operations else None),
        source=new.source or (old.source if not new.books else None),
        books=new.books or (old.books if not new.source else None),
    )


def _operations(new: Slots, old: Slots) -> tuple[frozenset[str], Codes]:
    if not new.operations - _SHOWN:
        keys = new.keys or old.keys
        return new.operations | old.operations, keys if not (new.keys and old.keys) else _fresh(new.keys, old.keys)
    ranked = new.operations & _RANKS
    serial = new.operations & {"growth", "yoy", "mom"} and not old.operations - _SHOWN
    times = tuple(key for key in old.keys if serial and key in ("month", "quarter", "year"))
    return new.operations, new.keys or (old.keys if ranked else times)


def _fresh(new: Codes, old: Codes) -> Codes:
    times = {"month", "quarter", "year"}
    kept = old if not set(new) - times else ()
    return tuple(dict.fromkeys((*new, *(key for key in kept if key not in times))))


def _directed(new: Slots, old: Slots, measures: Codes, home: str) -> Codes:
    """A follow-up that names only an end of the flow may turn it: "from China?" after exports asks for imports."""
    if new.measures and not old.measures:
        return new.measures
    if len(new.places) == 1 and set(old.measures[:1]) & set(_TURNED) and not _has_noun(new):
        against = new.origin if old.measures[0] == "exports" else new.destination
        return (_TURNED[old.measures[0]],) if against and home in old.reporter else old.measures
    return measures


def _has_noun(new: Slots) -> bool:
    """Whether the measure was said, and not only concluded from "from" or "to"."""
    return bool(new.measures) and not new.implied


def _places(new: Slots, old: Slots, measures: Codes, home: str) -> tuple[Codes, Codes]:
    """Whose trade and with whom: a new place takes the place of the one it stands in for."""
    if not new.places:
        return old.reporter, old.partner
    if len(new.places) >= 2 and new.reporter and new.partner:
        return new.reporter, new.partner
    if new.places == (home,) and _has_noun(new) and (other := _others((*old.partner, *old.reporter), (home,))):
        towards = new.destination if measures[:1] == ("exports",) else new.origin
        return (other[:1], (home,)) if towards else ((home,), other[:1])  # "how much did they sell us"
    place = new.partner if len(new.partner) > 1 else tuple(p for p in new.places)
    measure = old.measures[:1] if not _has_noun(new) else measures[:1]
    against = new.origin if measure == ("exports",) else new.destination if measure == ("imports",) else ()
    if against and home not in old.reporter:
        return place, _others(old.partner, place) or old.reporter
    if new.reporter and not new.partner and not new.origin and not new.destination and _has_noun(new):
        return new.reporter, _others(old.partner, new.reporter) or _others(old.reporter, new.reporter)
    return _instead(place, old, home)


def _instead(place: Codes, old: Slots, home: str) -> tuple[Codes, Codes]:
    """A bare place stands in for the partner, unless it is the reporter already: then the two change sides."""
    if set(place) & set(old.reporter):
        return place, _others(old.partner, place) or old.partner
    if old.partner == (home,) and old.reporter != (home,):
        return place, old.partner  # after "Mexico's exports to the US", "and Canada?" asks for Canada's
    return old.reporter, place


def _others(codes: Iterable[str], than: Codes) -> Codes:
    return tuple(code for code in codes if code not in than)


def _periods(slots: Slots, question: Question, turn: Turn) -> Codes:
    """Relative periods counted from the earlier answer's; "against 2023" adds to the earlier period."""
    base = Period.parse(turn.period) if turn.period else None
    asked = question.slots
    if asked.operations & {"growth", "yoy", "change", "in_percent", "rise", "fall"} and asked.periods in (
        ("prev:12",),
        ("prev:1",),
    ):
        return (turn.period,) if turn.period else turn.slots.periods if turn.slots else ()
    if asked.periods[:1] and asked.periods[0].startswith("/") and turn.slots and turn.slots.periods[:1]:
        first = turn.slots.periods[0]
        if first.endswith("/"):
            return (f"{first}{asked.periods[0][1:]}",)
    named = tuple(counted(period, base) for period in slots.periods)
    against = question.slots.operations & {"compare", "growth", "difference"} and len(question.slots.periods) == 1
    if against and turn.period and turn.period not in named and "compare" in question.slots.operations:
        return (*named, turn.period)
    return named
