"""A place of the ranking before, asked for by its number or by what was told: "who comes sixth?", "the next two?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import opens, says
from assistant.dialogue.pointed.ranked import at_place
from assistant.dialogue.ranking.told import Told, told
from assistant.dialogue.ranking.words import AFTER, BEFORE, Places, places
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.lexicon.when.times import counted
from assistant.periods import Period

_WITHIN = (frozenset({"polar", "top"}), frozenset({"polar", "bottom"}))
"""What "is it in the top ten?" asks beside the number."""


def place_asked(question: Question, dialogue: Dialogue) -> Slots | None:
    """The ranking before with the places that a message asks for; None where it asks for anything else."""
    before = told(dialogue)
    if before is None or len(question.slots.periods) > 1:
        return None
    if within := _within_first(question, before):
        return within
    asked = places(question, before.dimension, before.ranking.measures, counted=before.first == before.last > 1)
    if asked is None:
        return _anew(question, before, dialogue)
    ranking = _at_time(before, question, dialogue)
    if asked.first and question.slots.periods and "dialogue:that" in question.about:
        return None  # "the third one: what was it in 2019?" is of what holds the place
    if asked.first:
        return replace(ranking, pick=asked.first, pick_to=asked.last if asked.last > asked.first else None)
    return _next_to(replace(before, ranking=ranking), asked)


def _within_first(question: Question, before: Told) -> Slots | None:
    """The place of the one that is named, or was told, with whether it is among the first: "is it in the top ten?"."""
    new, dimension = question.slots, before.dimension
    of_partners = dimension == "partner"
    named = new.places if of_partners else new.filters.get(dimension, ())
    ends = () if of_partners else {*new.places} - {*new.reporter, *before.ranking.reporter, *before.ranking.partner}
    other = {*new.filters} - {dimension} or ends or {*new.keys} - {dimension}
    more = other or new.measures or new.periods or new.condition or new.without or new.ordinal
    told_of = named or ((before.alone,) if "dialogue:that" in question.about and before.alone else ())
    if before.is_paced or more or len(told_of) != 1 or not (_says_first(question) or _says_among(question)):
        return None
    code = told_of[0][: before.ranking.level] if dimension == "product" and before.ranking.level else told_of[0]
    asked = at_place(before.ranking, "at", dimension, code)
    return replace(asked, operations=asked.operations | new.operations, number=new.number)


def _anew(question: Question, before: Told, dialogue: Dialogue) -> Slots | None:
    """The ranking itself after a claim: "is Mexico the second largest market?", "so who is the biggest?"."""
    new, old = question.slots, dialogue.last.slots if dialogue.last is not None else None
    named = new.measures or new.places or new.periods or new.filters or new.condition or new.without or new.number
    other = named or new.ordinal or new.pick or {*new.keys} - {"partner", before.dimension}
    claimed = old is not None and "polar" in old.operations and new.operations and new.operations <= old.operations
    return before.ranking if claimed and "polar" not in new.operations and not other else None


def _says_first(question: Question) -> bool:
    """Whether it is asked of the first so many: "does it make the top ten?"."""
    return question.slots.operations in _WITHIN and (question.slots.number or 0) > 1 and not question.unknown


def _says_among(question: Question) -> bool:
    """Whether the list that was told is asked for one: "is Vietnam in there?", "did it make the cut?"."""
    new, cues = question.slots, load(question.language).forms("held", "among_them")
    others = {*question.unknown} - {word for cue in cues for word in phrase(cue)}
    asked = says(question, "among_them") or opens(question, "where_is")
    return asked and not (others or new.number or new.keys or new.operations - {"polar"})


def _next_to(before: Told, asked: Places) -> Slots | None:
    """What stands after or before the thing that is named, or after or before what was told; its place without side."""
    code = asked.named or _spoken_of(before, asked.side)
    if before.is_paced and (asked.named or not asked.side or not before.last):
        return None  # where one stands by its growth is another question
    if not asked.side:
        return at_place(before.ranking, "at", before.dimension, code) if code else None
    if not asked.named and before.last:
        first = before.last + 1 if asked.side == AFTER else before.first - asked.count
        last = first + asked.count - 1
        return replace(before.ranking, pick=first, pick_to=last if last > first else None) if first > 0 else None
    if not code or asked.count > 1 and (asked.side == BEFORE or not asked.named and before.beside[:1] == ("at",)):
        return None  # after the place of one, "the next five" may be of the list before as well
    beside = at_place(before.ranking, asked.side, before.dimension, code)
    return replace(beside, number=asked.count if asked.count > 1 else None)


def _spoken_of(before: Told, side: str) -> str:
    """The one that was told; "and behind?" after what stands ahead of Michigan is behind Michigan again."""
    turned = side and before.beside and before.beside[0] not in ("at", side)
    return before.beside[2] if turned else before.alone


def _at_time(before: Told, question: Question, dialogue: Dialogue) -> Slots:
    """The ranking at the time that is named, as counted from that of the answer."""
    period = dialogue.last.period if dialogue.last is not None else None
    if not question.slots.periods:
        return before.ranking
    named = question.slots.periods[0]
    moved = counted(named, Period.parse(period)) if period else named
    return replace(before.ranking, periods=(moved,))


__all__ = ["place_asked"]
