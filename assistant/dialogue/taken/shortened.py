"""What a short message makes of the last question: its total, the rest of it, the next one, the value itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from assistant.dialogue.heard.saying import says
from assistant.dialogue.heard.short import short
from assistant.dialogue.held.both import told_of_both
from assistant.dialogue.held.joining import together
from assistant.dialogue.taken.both_flows import both_flows
from assistant.dialogue.taken.moved import following, in_month, in_part, moved, onwards
from assistant.dialogue.taken.told_otherwise import (
    OTHERWISE,
    everywhere,
    rest_of_share,
    share_of_all,
    value_of_share,
)
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Condition, Question, Slots
from assistant.measures import RATES
from assistant.periods import LENGTHS, TIMES, Period
from assistant.store.members import is_country
from assistant.store.selection import WORLD, is_closed
from assistant.types import Gap

_SHOWN = frozenset({"series", "table", "per_key", "per_year", "per_quarter", "per_month"})
_FOUND = frozenset({"top", "bottom", "peak", "best", "worst", "mean", "median", "moving_average", "cumulate", "rebase"})
"""What is asked of a line in time, and falls away with it."""
_ONCE = frozenset({"first_time", "last_time"})
_RANKS = frozenset({"top", "bottom"})
_POLAR = frozenset({"polar", "any_time"})
_MOVED = _POLAR | {"growth", "rise", "fall", "compare", "yoy"}
_SIGNED = frozenset({"surplus", "deficit"})
_FIGURES = frozenset({"size", "value", "rate", "figures", *OTHERWISE})
"""What is said of the last figure itself, and of none at another time."""
_UNITS = {"next_month": 1, "next_quarter": 3, "next_year": 12}
_RATED = {"duty": "effective_duty", "effective_duty": "effective_duty"}
_VALUED = {"export_weight": "exports", "import_weight": "imports", "export_unit_value": "exports"} | {
    **dict.fromkeys(("weight", "unit_value", "import_unit_value", "duty", "effective_duty"), "imports")
}


def shortened(question: Question, dialogue: Dialogue) -> Question | None:
    """The question that a short message stands for, with its slots from the last turn; None where it is none."""
    turn = dialogue.last
    code, number = short(question)
    if not code or turn is None or turn.slots is None or turn.spoiled or turn.unsupported:
        return None
    if code in ("next", "back") and (set(question.slots.keys) - TIMES or "explain:who" in question.about):
        return None  # the next state, which is one of a ranking
    if question.slots.periods and code in _FIGURES:
        return None  # "how much is it now?"
    old = turn.slots
    if code in ("next", "back") and number < 2 and (step := _grain_found(old, turn)):  # after the best month
        found = _at_found(old, turn, step)
        beside = following(*found, step) if code == "next" else moved(*found, 0, -1)
        unclear = code == "next" and not says(question, "right_after") or beside is None  # the second best one?
        told = filled(question, beside or old, turn)
        return replace(told, gap=Gap("clarify", "unclear", "pointed")) if unclear else told
    if code == "next" and number > 1 and old.beside:  # after the place of one: of which ranking, and from where on?
        return replace(filled(question, old, turn), gap=Gap("clarify", "unclear", "pointed"))
    ways: dict[str, Callable[[], Slots | None]] = {
        "whole": lambda: _total(old) or everywhere(old),
        "total": lambda: None if number or _several(question, dialogue) else _total(old),
        "rest": lambda: _rest(old, turn) or (None if _shared_before(dialogue) else rest_of_share(old)),
        "next": lambda: moved(old, turn, number, 1),
        "back": lambda: moved(old, turn, number, -1),
        "next_n_years": lambda: onwards(old, turn, number * 12),
        "next_n_months": lambda: onwards(old, turn, number),
        "month": lambda: in_month(old, turn, number),
        "quarter": lambda: in_part(old, turn, 3),
        "half": lambda: in_part(old, turn, 6),
        "growth": lambda: _grown(old),
        "net": lambda: _net(old),
        "drawn": lambda: _drawn(old),
        **dict.fromkeys(_UNITS, lambda: following(*_at_found(old, turn, _UNITS[code]), _UNITS[code])),
        "size": lambda: _size(old) or value_of_share(old) or _signed(old),
        "margin": lambda: _margin(old) or _moved(old),
        "figures": lambda: told_of_both(dialogue) or _answered(old),
        **{name: partial(told, old) for name, told in OTHERWISE.items()},
        "value": lambda: _value(old) or value_of_share(old),
        "rate": lambda: _rate(old) or (None if {*question.slots.measures} & RATES else share_of_all(old)),
    }
    slots = ways[code]() if code in ways else None
    if slots is None:
        return None
    if code == "rate" and "share" in slots.operations and question.slots.partner_share:  # of the first of a ranking
        slots = replace(slots, partner_share=True, part="")
    return filled(question, slots, turn)


def filled(question: Question, slots: Slots, turn: Turn) -> Question:
    """The question with slots made of the last turn's, as the whole question that it stands for."""
    old = turn.slots or Slots()
    names = ("measures", "reporter", "partner", "periods", "filters", "without")
    carried = tuple(name for name in names if getattr(slots, name) == getattr(old, name))
    return replace(
        question,
        slots=slots,
        unknown=(),
        unsupported=(),
        about=frozenset(cue for cue in question.about if cue.startswith("dialogue:") and cue != "dialogue:undo"),
        mentions=(),
        carried=tuple(name for name in carried if getattr(slots, name)),
        previous=old,
        previous_table=turn.table,
        earlier=turn.calls,
    )


def placed(question: Question, dialogue: Dialogue) -> Question:
    """The question with the place that "#3" names in the ranking before it, or the sum that "add them up" asks for."""
    code, number = short(question)
    turn = dialogue.last
    if code == "size" and turn is not None and turn.slots and turn.ranked[1] and _RANKS & turn.slots.operations:
        return replace(question, slots=Slots(ordinal=turn.slots.pick or 1), unknown=())
    if code == "total" and turn is not None:
        return _summing(question)
    if code == "last" and turn is not None and turn.slots and 1 < len(turn.ranked[1]) == (turn.slots.number or 0):
        code, number = "place", len(turn.ranked[1])
    if code == "place" and turn is not None and turn.slots and not turn.ranked[1]:
        turn = next((one for one in reversed(dialogue.turns) if one.slots and one.ranked[1]), turn)  # after a growth
    ordered = "ordered" in question.slots.operations  # "rank the three" puts them in order
    if code != "place" or ordered or turn is None or not 0 < number <= len(turn.order) or question.slots.ordinal:
        return question
    kept = tuple(m for m in question.mentions if m.kind not in ("quantity", "ranks"))
    return replace(question, slots=Slots(ordinal=number), unknown=(), mentions=kept)


def _at_found(old: Slots, turn: Turn, months: int) -> tuple[Slots, Turn]:
    """The last question at the one time that a search over all times found, which "the month after" counts from.

    After the best month of 2023, "the next year?" is of the best month of 2024.
    """
    (dimension, codes), found = turn.ranked, old.operations & (_FOUND | _ONCE)
    if dimension not in TIMES or len(codes) != 1 or not found or old.operations - _FOUND - _ONCE:
        return old, turn
    long = Period.parse(codes[0]).months < months and any(map(is_closed, old.periods))
    return (old, turn) if long else (replace(plain(old), periods=codes), replace(turn, period=codes[0]))


def _grain_found(old: Slots, turn: Turn) -> int:
    """The months of the one time that a search found; 0 where none was searched for, or several were found."""
    (dimension, codes), found = turn.ranked, old.operations & (_FOUND | _ONCE)
    single = dimension in TIMES and len(codes) == 1 and found and not old.operations - _FOUND - _ONCE - {"polar"}
    return LENGTHS[dimension] if single else 0


def _summing(question: Question) -> Question:
    """The question as one for a sum of what was asked before."""
    return replace(question, slots=Slots(operations=frozenset({"sum"})), unknown=(), about=frozenset(), mentions=())


def _several(question: Question, dialogue: Dialogue) -> bool:
    """Whether the last questions can be added up: "by truck", "by rail", "the total"; exports and imports alike."""
    summing = _summing(question)
    return together(summing, dialogue) is not None or both_flows(summing.slots, dialogue) is not None


def plain(old: Slots) -> Slots:
    """The question without what is done with its figures."""
    bare: Slots = replace(old, keys=(), operations=frozenset(), number=None, pick=None, beside=(), condition=None)
    return replace(bare, pick_to=None, within="", whole=(), among="", part="", partner_share=False, ordinal=None)


def _total(old: Slots) -> Slots | None:
    """The value without its breakdown, else without what it was narrowed to; None where it was neither."""
    timed = bool(old.keys) and set(old.keys) <= TIMES
    done = old.operations - _SHOWN
    if old.keys == ("partner",) and len(old.partner) == 1 and not done - _RANKS:
        return replace(plain(old.sided(old.reporter, (WORLD,))), places=())  # after one place of a ranking
    whole = old.keys and not done and not (old.number or old.condition)
    if timed and done <= _FOUND or whole or not old.keys and done <= {"table"}:
        if old.keys or old.filters:
            kept = {name: codes for name, codes in old.filters.items() if name != "mode"}  # plastics by truck
            lifted = old.filters if old.keys else kept if kept != old.filters else {}
            return plain(replace(old, filters=lifted, without=old.without if old.keys else {}))
    return None


def _rest(old: Slots, turn: Turn) -> Slots | None:
    """The world without the partners of the last ranking, or without the one that was asked about."""
    dimension, codes = turn.ranked
    if old.operations - _RANKS - _SHOWN - {"sum"} or old.condition or old.without or old.filters and not old.keys:
        return None
    if old.operations & _RANKS and dimension == "partner" and 0 < len(codes) == (old.number or 0) <= 20:
        return replace(plain(old), partner=(), places=(), without={"partner": codes})
    named = tuple(code for code in old.partner if code != WORLD)
    one_way = old.measures[:1] in (("exports",), ("imports",), ("total",)) and not old.keys and not old.filters
    if one_way and named and not old.operations and old.reporter and all(map(is_country, named)):
        return replace(plain(old).sided(old.reporter, ()), places=(), without={"partner": named})
    return None


def _grown(old: Slots) -> Slots | None:
    """The growth from the first to the last of a line in time."""
    first, _, last = (old.periods[0] if len(old.periods) == 1 else "").partition("/")
    if not first or not last or set(old.keys) - TIMES or old.operations - _SHOWN - _FOUND:
        return None
    return replace(plain(old), operations=frozenset({"growth"}), periods=(first, last))


def _drawn(old: Slots) -> Slots | None:
    """The same once more, whose chart is asked for: a breakdown "as a pie"."""
    return old if old.keys or old.operations & _RANKS else None


def _net(old: Slots) -> Slots | None:
    """The balance after one flow or both: "how much did we sell to Mexico?", "and buy?", "net?"."""
    plain_figure = not old.operations - _SHOWN and set(old.measures) <= {"exports", "imports", "total", "balance"}
    return replace(old, measures=("balance",)) if plain_figure and old.measures else None


def _shared_before(dialogue: Dialogue) -> bool:
    """Whether the last two questions asked for shares: what is left is of both or of one."""
    turns = [turn.slots for turn in dialogue.turns if turn.slots is not None][-2:]
    return len(turns) == 2 and all("share" in each.operations for each in turns)


def _answered(old: Slots) -> Slots:
    """What a yes or no, a comparison or the talk before it was about, with its figures."""
    return replace(old, operations=old.operations - _POLAR)


def _signed(old: Slots) -> Slots | None:
    """The surplus or deficit that was told where its sign was asked for: "a surplus or a deficit?", then "how big?"."""
    return old if old.measures in (("surplus",), ("deficit",)) and not (old.keys or old.operations) else None


def _size(old: Slots) -> Slots | None:
    """The figure itself after a yes or no: "was there a surplus?", "how big?"; of a search, each one found."""
    if not old.operations or not old.operations <= _POLAR:
        return None
    if "any_time" not in old.operations or len(old.periods) == 1 and old.periods[0].isdigit():
        return replace(old, operations=frozenset())
    limit = old.condition or (Condition("above", "0", "amount") if set(old.measures) <= _SIGNED else None)
    return replace(old, operations=frozenset(), keys=old.keys or ("year",), condition=limit) if limit else None


def _margin(old: Slots) -> Slots | None:
    """The surplus or deficit itself, where one was asked for: "did we have a deficit?", "by how much?"."""
    signed = bool(old.measures) and {*old.measures} <= _SIGNED and len(old.partner) < 2
    return replace(old, operations=frozenset()) if signed and not (old.keys or old.operations - _POLAR) else None


def _moved(old: Slots) -> Slots | None:
    """The growth again, which tells its size: "did exports rise or fall?", "by how much?"."""
    grown = "growth" in old.operations and not old.operations - _MOVED and not old.keys
    return replace(old, operations=frozenset({"growth"})) if grown else None


def _value(old: Slots) -> Slots | None:
    """The value in dollars after a weight, a price or a duty."""
    measure = _VALUED.get(old.measures[0] if old.measures else "")
    return replace(old, measures=(measure,)) if measure and not old.operations - _SHOWN else None


def _rate(old: Slots) -> Slots | None:
    """The rate after a duty in dollars; a share is in percent already."""
    if "share" in old.operations:
        return old
    measure = _RATED.get(old.measures[0] if old.measures else "")
    if measure and old.keys == ("partner",) and len(old.partner) == 1:
        return replace(plain(old), measures=(measure,))  # of the one whose place was told
    return replace(old, measures=(measure,)) if measure and not old.operations - _SHOWN else None
