"""What a message points at by its kind, and nothing of before is: "and in that month?", "through that port".

However a follow-up is read, the thing that it points at must be left in what is understood. Where none is, the figure
would be of the world, of all ports or of the whole time, and it is asked which one is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import any_of
from assistant.periods import LENGTHS, Period
from assistant.store.members import is_group
from assistant.store.selection import WORLD, is_closed
from assistant.types import Gap

_THINGS = ("partner", "region", "port", "mode", "product")
_RANKS = frozenset({"top", "bottom"})
_TIMES = ("month", "quarter", "year")


def unfound(understood: Question, dialogue: Dialogue, home: str) -> Question:
    """What is understood of a follow-up, with the question back where what it points at by its kind is not in it."""
    slots, last = understood.slots, dialogue.last.slots if dialogue.last is not None else None
    if last is None or understood.gap is not None or understood.explains or not slots.measures:
        return understood
    told = _told(understood)
    things = [(kind, several) for kind, several in told if kind in _THINGS and not _held(kind, slots, home, several)]
    missed = any(not (several and _is_whole(kind, last)) for kind, several in things)
    missed = missed or _is_anew(understood, last, home)
    missed = missed or any(not _is_as_long(kind, slots) for kind, several in told if kind in _TIMES and not several)
    again = _told_again(understood, dialogue, things) if missed else None
    return again or (replace(understood, gap=Gap("clarify", "unclear", "pointed")) if missed else understood)


def _told_again(understood: Question, dialogue: Dialogue, things: list[tuple[str, bool]]) -> Question | None:
    """The question of the first or the few that the ranking before told: after the top five, "those in 2005?"."""
    turn, slots = dialogue.last, understood.slots
    old = turn.slots if turn is not None and turn.answered else None
    if turn is None or old is None or len(old.keys) != 1 or not old.operations & _RANKS or old.beside or old.pick:
        return None
    kind, few = old.keys[0], old.number or 1
    pointed = set(things) or {(kind, True)}
    codes = turn.order[:few]
    if pointed != {(kind, few > 1)} or kind not in _THINGS or turn.ranked[0] != kind or len(codes) != few:
        return None
    anew = "measures" not in understood.carried  # "those export markets" may be those of another year
    if anew or slots.keys not in ((), old.keys) or slots.operations != old.operations or slots.beside or slots.pick:
        return None
    aimed = plain(slots)
    if kind == "partner":
        aimed = replace(aimed.sided(slots.reporter, codes), places=codes)
    else:
        aimed = replace(aimed, filters={**slots.filters, kind: codes})
    return replace(understood, slots=aimed)


def _told(question: Question) -> list[tuple[str, bool]]:
    """The kinds that are pointed at, and whether several are; none whose kind is named ahead: "which state …"."""
    language, text = load(question.language), fold(question.text)
    found = []
    for kind, pattern in _patterns(language):
        for match in pattern.finditer(text):
            ahead = (m for m in question.mentions if m.end <= match.start())
            if not any(f"keys:{kind}" in m.candidates for m in ahead):
                found.append((kind, match["several"] is not None))
    return found


def _is_anew(understood: Question, last: Slots, home: str) -> bool:
    """Whether "those" are the few of a ranking, and what is understood ranks all of their kind anew: "and in 2019?"."""
    slots, few = understood.slots, (last.number or 0) > 1 and len(last.keys) == 1 and last.keys[0] in _THINGS
    same = (slots.measures, slots.periods, slots.partner) == (last.measures, last.periods, last.partner)
    ranked = slots.keys == last.keys and slots.operations & _RANKS and not slots.pick and not slots.beside
    told = few and ranked and not same and "dialogue:those" in understood.about
    return bool(told) and not _held(last.keys[0], replace(slots, reporter=()), home, several=True)


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What points at one or several of each kind; nothing where the language lists no such words."""
    said = language.section("pointed_kinds")
    if not said:
        return ()
    leads = rf"(?<!\w)(?:(?P<single>{any_of(said['single'])})|(?P<several>{any_of(said['several'])}))\s+"
    return tuple((kind, re.compile(rf"{leads}{any_of(said[kind])}(?!\w)")) for kind in (*_THINGS, *_TIMES))


def _held(kind: str, slots: Slots, home: str, several: bool) -> bool:
    """Whether one of a kind is named in what is understood, or some of it where several are pointed at."""
    codes: Codes = (*slots.filters.get(kind, ()), *slots.without.get(kind, ()), *slots.beside[2:])
    if kind == "partner":
        codes = (*({*slots.partner, *slots.reporter} - {home, WORLD}), *slots.without.get(kind, ()))
    whole = slots.among or kind == "product" and slots.sections or any(map(is_group, codes))
    return bool(whole) or len(codes) > (1 if several else 0)


def _is_whole(kind: str, last: Slots) -> bool:
    """Whether all of a kind were told before, so that "those modes" are all there are."""
    return last.keys == (kind,) and not (last.number or last.condition or last.pick or last.beside)


def _is_as_long(kind: str, slots: Slots) -> bool:
    """Whether a closed time that is understood is no longer than the one that is pointed at."""
    closed = [Period.parse(text).months for text in slots.periods if is_closed(text)]
    return not closed or kind in slots.keys or any(months <= LENGTHS[kind] for months in closed)


__all__ = ["unfound"]
