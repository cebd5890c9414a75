"""The place of a thing spoken of among its like, and what stands next to it: "what rank is that?", "who is next?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import opens, says
from assistant.dialogue.heard.short import short
from assistant.dialogue.held.joining import both_ways, group_of, pair_of
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.lexicon.who.state_ends import ABROAD
from assistant.store.members import is_group
from assistant.store.selection import WORLD

_ASKS = frozenset({"standing:of", "standing:noun"})
FILTERS = ("region", "port", "mode")
DIMENSIONS = (*FILTERS, "partner", "product")
_SIGNED = (("surplus",), ("deficit",))
_FLOWS = (("exports",), ("imports",), ("total",), ("deficit",), ("surplus",))
SIDES = {"behind": "after", "next": "after", "ahead": "before", "back": "before"}
_RANKS = frozenset({"top", "bottom"})
_ALL = "dialogue:all_"
_TOLD = frozenset({"after", "before", "at"})
"""What a place was told beside in the ranking itself, which another place of it leaves aside."""
_STANDING = {"standing:after": "after", "standing:before": "before"}
_KINDS = {"partner": ("place",), "mode": ("modes",)}
_BARE = 4
"""Words; a longer question says of whom something is ahead, or how closely."""
_PACES = frozenset({"fastest", "slowest"})


def standing(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question's slots as one for a place in a ranking; None where none is asked.

    It is the place of the partner, state, port or mode that was spoken of, or what stands right behind or ahead of it.
    """
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    if turn is None or old is None or old.measures not in _FLOWS or len(old.periods) != 1:
        return None
    if beside := _beside_named(question, old):
        return beside
    if (then := _at_time(question)) and (side := SIDES.get(short(then)[0])):
        return _beside(replace(old, periods=new.periods), turn, side, Slots())  # "who was right above it in 2024?"
    if side := SIDES.get(short(question)[0]):
        return _ahead(question, side, dialogue) or _beside(old, turn, side, new)
    return _standing_of(question, dialogue, old)


def _standing_of(question: Question, dialogue: Dialogue, old: Slots) -> Slots | None:
    """The place of the one thing that a figure was of among all of its kind: "how does it rank among the states?"."""
    new, asks = question.slots, any(_ASKS & set(mention.candidates) for mention in question.mentions)
    kind = new.keys[0] if new.keys else _kind_said(question)
    spots = {name: codes for name, codes in new.filters.items() if not _holds(old, kind, name, codes)}
    other = new.measures and new.measures != old.measures  # "among suppliers" says no more than imports did
    said = other or set(new.places) - {WORLD, *old.reporter, *old.partner} or new.periods or spots or new.number
    if not asks or said or new.beside[1:] or question.unknown or new.operations - {"top"} or new.ordinal:
        return None
    several = "dialogue:those" in question.about and group_of(dialogue) is not None  # "rank them"
    if old.operations or old.keys or old.without or several:
        return None
    return placed(old, kind)


def _kind_said(question: Question) -> str:
    """The kind whose things all are named without being looked for: "among all the chapters we import"."""
    all_of = {cue.removeprefix(_ALL) for cue in question.about if cue.startswith(_ALL)}
    return all_of.pop() if len(all_of) == 1 else "product" if question.slots.sections else ""


def _holds(old: Slots, kind: str, name: str, codes: Codes) -> bool:
    """Whether a filter only says again where the thing is: a Mexican state among the Mexican, a port of Texas."""
    held = old.filters.get("region", ())
    again = codes == ABROAD and bool(held) and held[0].startswith(ABROAD)
    return name == "region" and (again or kind == "port" and codes == held or kind == "port" and not held)


def _beside_named(question: Question, old: Slots) -> Slots | None:
    """The slots for what stands next to one that is named, in the ranking or among those counted: "behind Texas"."""
    key, new = old.keys[0] if len(old.keys) == 1 else "", question.slots
    told = key in DIMENSIONS and (old.operations & _RANKS or old.condition) and not (old.beside or old.among)
    codes = (new.partner if key == "partner" else new.filters.get(key, ())) or new.without.get(key, ())
    named = [m for m in question.mentions if m.kind in _KINDS.get(key, (key,))]
    more = new.measures or new.periods or {*new.filters} - {key} or new.condition or new.number or question.unknown
    if not told or len(codes) != 1 or len(named) != 1 or more and question.unknown != ("next",):
        return None
    cued = {code for m in question.mentions for code in m.candidates if code in _STANDING}
    rest = replace(question, text=f"{question.text[: named[0].start]} {question.text[named[0].end :]}")
    side = _STANDING[cued.pop()] if len(cued) == 1 else SIDES.get(short(rest)[0], "")
    return at_place(replace(old, condition=None), side, key, codes[0]) if side else None


def _at_time(question: Question) -> Question | None:
    """The message without the one year that it names; None where it names none."""
    said = [m for m in question.mentions if m.kind == "period"]
    if len(said) != 1 or len(question.slots.periods) != 1 or not question.slots.periods[0].isdigit():
        return None
    leads = load(question.language).forms("prepositions", "in")
    before, behind = phrase(question.text[: said[0].start]), phrase(question.text[said[0].end :])
    before = before[:-1] if before[-1:] and before[-1] in leads else before
    return replace(question, text=" ".join((*before, *behind)))


def _ahead(question: Question, side: str, dialogue: Dialogue) -> Slots | None:
    """Which of two that were asked about is the higher: "so who's ahead?"; None where what stands before is asked."""
    asked = side == "before" and len(question.text.split()) <= _BARE
    pair = (pair_of(dialogue) or both_ways(dialogue)) if asked else None
    return pair and replace(pair, operations=frozenset({"exceed"}))


def between_two(question: Question, dialogue: Dialogue) -> Question:
    """The question without a key of partners where one of two that were spoken of is meant: "who has the surplus?"."""
    slots, old = question.slots, dialogue.last.slots if dialogue.last is not None else None
    pair = old is not None and len(old.reporter) == len(old.partner) == 1 and old.partner != (WORLD,)
    asked = slots.keys == ("partner",) and slots.measures in _SIGNED and not (slots.operations or slots.places)
    if not (pair and asked and opens(question, "who_has")):
        return question
    return replace(question, slots=replace(slots, keys=()))


def who_of_all(question: Question, dialogue: Dialogue) -> Question:
    """The question as a ranking of all, where after a figure of one or of two it is asked who holds a place of all.

    "Who is the biggest?" after two is of these two, "who is the third biggest?" of all of their kind.
    """
    slots, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None else None
    asks = "explain:who" in question.about and slots.operations & _RANKS and not slots.operations - _RANKS - {"peak"}
    named = slots.measures or slots.places or slots.filters or slots.keys or slots.ordinal or question.unknown
    if old is None or named or not asks or old.keys:
        return question
    pair = pair_of(dialogue)
    kind = _differing(pair) if pair else "partner" if len(old.partner) == 1 and not old.filters else ""
    if not kind or pair and (slots.pick or 1) < 2:
        return question
    asked = replace(slots, keys=(kind,), operations=slots.operations & _RANKS)
    return replace(question, slots=asked, about=question.about - {"explain:who"})


def _differing(pair: Slots) -> str:
    """The dimension that two who were asked about in turn differ in."""
    several = (name for name, codes in {"partner": pair.partner, **pair.filters}.items() if len(codes) > 1)
    return next(several, "")


def of_members(question: Question, dialogue: Dialogue) -> Question:
    """The question of "which member sells us most" as one among the group that was spoken of, in its time."""
    slots, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    group = (old.among or "".join(old.partner[:1])) if old is not None and len(old.partner) < 2 else ""
    asks = slots.keys == ("partner",) and slots.operations & _RANKS and says(question, "members")
    named = slots.partner or slots.among or slots.filters or question.unknown or set(slots.places) - {*slots.reporter}
    if old is None or turn is None or not (asks and slots.measures and slots.reporter) or named or not is_group(group):
        return question
    periods = slots.periods or ((turn.period,) if turn.period else old.periods)
    return replace(question, slots=replace(slots, among=group, periods=periods))


def unclaimed(old: Slots) -> Slots:
    """A ranking without the thing whose place was claimed: after "is Mexico second?", "who is first?" is of anyone."""
    if "polar" not in old.operations:
        return old
    filters = {name: codes for name, codes in old.filters.items() if name != old.keys[0]}
    asked = replace(old, operations=old.operations - {"polar"}, filters=filters, doubtful="")
    return _of_anyone(asked) if old.keys == ("partner",) else asked


def _of_anyone(old: Slots) -> Slots:
    return replace(old.sided(old.reporter, ()), places=old.reporter)


def placed(old: Slots, named: str) -> Slots | None:
    """The slots for the place in the dimension that is named, else in the only one that was narrowed to one thing."""
    dimension, code = _narrowed(old, named)
    return at_place(old, "at", dimension, code) if code and named in ("", dimension) else None


def _beside(old: Slots, turn: Turn, side: str, new: Slots) -> Slots | None:
    """The slots for what stands right behind or ahead of the one thing that was spoken of."""
    dimension, code = _spoken_of(old, turn, side)
    other = set(new.keys) - {dimension, "partner"}  # "who" asks for a state as well
    if not code or other or old.among or old.condition or old.operations - _RANKS:
        return None
    return at_place(old, side, dimension, code)


def _spoken_of(old: Slots, turn: Turn, side: str) -> tuple[str, str]:
    """The dimension and code of what was spoken of: what a ranking named first or alone, else what was asked for.

    "And behind?" after what stands ahead of Michigan is behind Michigan again.
    """
    if old.beside and old.beside[0] != side:
        return old.beside[1], old.beside[2]
    dimension, codes = turn.ranked
    if dimension in DIMENSIONS and codes and (len(codes) == 1 or old.keys == (dimension,) and (old.number or 1) == 1):
        return dimension, codes[0]
    return ("", "") if old.keys else _narrowed(old)


def _narrowed(old: Slots, named: str = "") -> tuple[str, str]:
    """The only dimension that was narrowed to one thing, or the one that is named, with its code."""
    one = {name: codes[0] for name, codes in old.filters.items() if len(codes) == 1}
    if (not old.filters or named == "partner") and len(old.partner) == 1 and old.partner != (WORLD,):
        one["partner"] = old.partner[0]
    if named:
        return (named, one[named]) if named in one else ("", "")
    dimension = next(iter(one), "")
    known = len(one) == 1 and dimension in (*FILTERS, "partner")
    return (dimension, one[dimension]) if known else ("", "")


def at_place(old: Slots, side: str, dimension: str, code: str) -> Slots:
    """The ranking of the dimension at that thing, after it or before it."""
    filters = {name: codes for name, codes in old.filters.items() if name != dimension}
    filters |= {dimension: ABROAD} if dimension == "region" and code.startswith(ABROAD) else {}  # not US states
    order = old.operations & {"bottom"} or frozenset({"top"})
    asked = replace(plain(old), filters=filters, keys=(dimension,), operations=order, beside=(side, dimension, code))
    if dimension == "product":  # among the chapters, or among the groups of them
        asked = replace(asked, level=len(code) if code.isdigit() else None, sections=not code.isdigit())
    if dimension == "partner":
        return _of_anyone(asked)
    return asked
