"""What a follow-up points at: a row of an earlier ranking, or the last questions taken together."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import closes
from assistant.dialogue.pointed.among_those import among_those
from assistant.dialogue.pointed.listed import is_breakdown, is_line, is_list
from assistant.dialogue.taken.there import points_there
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.when.days import is_on_day
from assistant.lexicon.when.times import counted
from assistant.measures import OTHER_FLOW
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.types import Gap

_RANKS = frozenset({"top", "bottom"})
_LENT = frozenset({"growth", "yoy", "mom", "share", "change", "in_percent"})
"""What is asked of a single row of a ranking, and so of the next row that is pointed at."""
_NO_SPOTS = ("mode", "product")
_HELD = frozenset({"exceed", "trail", "difference"})
_GROWN = frozenset({"growth", "change", "rise", "fall", "cagr", "average_growth", "trend_growth", "fastest", "slowest"})
_STEPS = {"month": ("prev:1", "next:1"), "quarter": ("prev:3", "next:3"), "year": ("prev:12", "next:12")}


def pointed(question: Question, dialogue: Dialogue) -> Slots:
    """The slots with what "the second one" or "its" points to in the last ranking."""
    slots, turn = question.slots, _ranking(dialogue)
    if slots.ordinal == 1 and slots.number:
        return replace(slots, ordinal=None)  # "just the first five"
    if turn is not None and turn is dialogue.last and (those := _those(question, turn)):
        return replace(slots, partner=those, places=those, ordinal=len(those) + 1)
    if turn is not None and turn is dialogue.last and (chosen := among_those(question, turn)):
        return chosen
    if turn is not None and turn is dialogue.last and (found := _found_time(question, turn)):
        return replace(slots, periods=found, keys=(), ordinal=1)
    if turn is not None and turn is dialogue.last and _is_of_time_found(question, turn):
        return replace(slots, periods=turn.ranked[1])
    place = slots.ordinal or (1 if turn and turn is dialogue.last and _is_its(question, turn) else None)
    dimension, found = turn.ranked if turn is not None else ("", ())
    codes = turn.order if turn is not None and slots.ordinal else found
    if turn is None or place is None or place > len(codes):
        return slots
    code = codes[place - 1]
    last = dialogue.last
    if slots.ordinal and not slots.operations and last is not None and last is not turn and last.slots:
        slots = replace(slots, operations=last.slots.operations & _LENT)  # "and the first?" after the second's growth
    if dimension == "partner":
        return replace(slots, partner=(code,), places=(code,), ordinal=place, measures=_seen_from_home(question))
    if dimension in _STEPS:
        held = slots.periods and is_held(question)  # "how far above 2019 is that?"
        return slots if held else replace(slots, periods=(code,))
    keys = () if "share" in slots.operations and slots.keys == (dimension,) else slots.keys
    return replace(slots, keys=keys, filters={**slots.filters, dimension: (code,)})


def unpointed(question: Question, dialogue: Dialogue) -> Gap | None:
    """The question back where "the second one" points at nothing: no ranking before, or a shorter one."""
    place, turn = question.slots.ordinal, _ranking(dialogue)
    if turn is not None and turn is dialogue.last and _is_share_of_times(question, turn):
        return Gap("clarify", "unclear", "pointed")
    if place is None or place == 1 and question.slots.number or place == 1 and "dialogue:that" in question.about:
        return None
    return None if turn and place <= len(turn.order) else Gap("clarify", "unclear", "pointed")


def _is_share_of_times(question: Question, turn: Turn) -> bool:
    """Whether a share is asked of the several times that met a limit, of which none is told alone."""
    new, old = question.slots, turn.slots or Slots()
    named = new.measures or new.places or new.filters or new.periods
    limited = old.condition is not None and turn.ranked[0] in _STEPS and len(turn.ranked[1]) > 1
    return "share" in new.operations and "dialogue:that" in question.about and bool(limited) and not named


def unheard(question: Question) -> Gap | None:
    """The question back where one of several is pointed at and nothing came before: "exports to the first one".

    "That country" is the one that the message itself names: "we buy in Thailand. US imports from that country?".
    """
    new = question.slots
    named = new.partner and "dialogue:that" in question.about
    bare = new.ordinal and not (named or new.number or new.pick or new.operations or new.keys or question.unknown)
    return question.gap or (Gap("clarify", "unclear", "pointed") if bare else None)


def _found_time(question: Question, turn: Turn) -> Codes:
    """The one time that the last answer found, or one counted from it: "that month", "the month after"."""
    (dimension, codes), slots = turn.ranked, question.slots
    if dimension not in _STEPS or len(codes) != 1 or slots.operations:
        return ()
    asked = slots.periods[0] if len(slots.periods) == 1 else ""
    if not slots.keys and asked in _STEPS[dimension] or _is_a_year_off(question, asked, turn):
        return (counted(asked, Period.parse(codes[0])),)
    return codes if "dialogue:that_time" in question.about and not (slots.periods or slots.keys) else ()


def _is_of_time_found(question: Question, turn: Turn) -> bool:
    """Whether a ranking or a search is of the one time that was found: "where did China rank then?"."""
    slots, (dimension, codes) = question.slots, turn.ranked
    grains = list(_STEPS)
    finer = all(
        grains.index(key) < grains.index(dimension) for key in slots.keys if key in grains and dimension in grains
    )
    said = "dialogue:that_time" in question.about or closes(question, "at_that_time")
    asked = slots.keys and slots.operations & {*_RANKS, "best", "worst"}
    return bool(asked) and dimension in grains and len(codes) == 1 and finer and said and not slots.periods


def _is_a_year_off(question: Question, asked: str, turn: Turn) -> bool:
    """Whether the same part of another year is meant: the same month a year before, "same month of 2019".

    After the best month of a year, "the year before?" is of that year's best month again.
    """
    slots, part = question.slots, turn.ranked[0]
    if part == "year" or not set(slots.keys) <= {part}:
        return False
    open_search = turn.slots is not None and not any(map(is_closed, turn.slots.periods))
    named = bool(slots.keys) or part in _grains_said(question)
    return asked.startswith("same:") or asked in _STEPS["year"] and (named or open_search)


def _grains_said(question: Question) -> frozenset[str]:
    """The lengths of time that the words for a period name: month in "the same month a year before"."""
    phrases = load(question.language).phrases
    said = (word for m in question.mentions if m.kind == "period" for word in m.text.split())
    return frozenset(code for word in said for kind, code in phrases.get((word,), ()) if kind == "keys")


def _ranking(dialogue: Dialogue) -> Turn | None:
    return next((turn for turn in reversed(dialogue.turns) if turn.slots is not None and turn.ranked[1]), None)


def _is_its(question: Question, turn: Turn) -> bool:
    """Whether a pronoun stands for the first of a ranking: "who sells us most?", "what is its share?"."""
    slots, asked_of = question.slots, turn.slots or Slots()
    picked = bool(asked_of.pick) and not asked_of.pick_to  # "number 3"
    listed = is_list(turn) or is_line(turn) or "dialogue:those" in question.about and is_breakdown(turn)
    one = turn.slots is not None and ((asked_of.number or 0) <= 1 or picked) and not listed
    known = set(turn.slots.reporter) if turn.slots else set()
    known |= set(turn.slots.partner) if turn.slots and turn.ranked[0] != "partner" else set()
    searched = turn.slots is not None and bool(turn.slots.operations & _RANKS)
    other = searched and turn.ranked[0] not in slots.keys  # "the top state", "its biggest product"
    other = other or "share" in slots.operations and slots.keys == turn.ranked[:1]  # "of all the ports' trade is that"
    parted = bool(slots.part) and turn.ranked[0] not in slots.filters  # "how much of that went by truck?"
    parted = parted and (searched or "share" in slots.operations)
    narrowed = slots.filters and not parted
    free = not (set(slots.places) - known or narrowed or slots.keys and not other or slots.number)
    lent = slots.operations & (_LENT | _RANKS if slots.keys else _LENT | (_HELD if slots.periods else frozenset()))
    asked = bool(lent) or bool(slots.measures or slots.keys or parted) and not slots.operations - {"sum"}  # "in total"
    only = turn.drawn and slots.operations and slots.operations <= {*_LENT, "rise", "fall"} - {"in_percent"}
    meant = bool(only) and not (slots.measures or slots.periods)  # "the second one", then "growth?"
    if points_there(question) and (turn.ranked[0] in _NO_SPOTS or not asked_of.operations - {"per_key"}):
        return False  # after exports by mode, "total exports there"
    return one and free and ("dialogue:that" in question.about and asked or meant)


def _seen_from_home(question: Question) -> Codes:
    """The measures; what a partner that a pronoun stands for buys is what home sells: "and how much did it buy?"."""
    slots, mentions = question.slots, question.mentions
    pairs = zip(mentions, mentions[1:], strict=False)
    acts = any(
        "dialogue:that" in who.candidates
        and {c.split(":")[0] for c in verb.candidates} & {"verbs", "measures"} == {"verbs"}  # "its imports" is a noun
        and not question.text[who.end : verb.start].strip()
        for who, verb in pairs
    )
    return tuple(OTHER_FLOW.get(name, name) for name in slots.measures) if acts and not slots.places else slots.measures


def _those(question: Question, turn: Turn) -> Codes:
    """The partners of the last ranking, where another measure is asked of "them"."""
    slots, (dimension, codes) = question.slots, turn.ranked
    known = set(turn.slots.reporter) if turn.slots else set()
    free = not (set(slots.places) - known or slots.filters or slots.keys or slots.number or slots.operations)
    free = free and slots.condition is None
    named = dimension == "partner" and turn.slots is not None and 1 < (turn.slots.number or 0) == len(codes)
    return codes if named and free and slots.measures and "dialogue:those" in question.about else ()


def is_held(question: Question) -> bool:
    """Whether what was found is held against another time: "how far above 2019 is that?", "its growth on 2019"."""
    return bool(question.slots.operations & _HELD or base_period(question))


def base_period(question: Question) -> Period | None:
    """The one period that growth is counted from: "its growth on 2023"; not "in 2023", nor "on 3 April"."""
    asked, text = question.slots, question.text.lower()
    said = next((m for m in question.mentions if m.kind == "period"), None)  # a trailing year has no period in words
    alike = said is not None and said.candidates[0].startswith("period:same:")  # "on the same two months of 2024"
    single = len(asked.periods) == 1 and (alike or "/" not in asked.periods[0].removesuffix("/"))
    if not asked.operations & _GROWN or not single:
        return None
    before = next((m for m in reversed(question.mentions) if said and m.end <= said.start), None)
    if (
        said is None
        or before is None
        or text[before.end : said.start].strip()
        or "prepositions:in" in before.candidates
        or is_on_day(question.text, load(question.language))
    ):
        return None
    over = before.text in load(question.language).forms("held", "held_over")  # "grew fastest over 2023", after 2024
    counted_from = (over or before.kind in ("prepositions", "operations")) and asked.periods[0][:1].isdigit()
    return Period.parse(asked.periods[0].removesuffix("/")) if counted_from else None  # "its growth since 2019"
