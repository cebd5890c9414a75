"""Since when what was said holds: after the largest partner, or the state that came first, "since when?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import closes, says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.aside.messages import message
from assistant.lexicon.question import Codes, Question, Slots
from assistant.measures import TARIFFS
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed

SINCE = "since"
"""The kind of message that only asks since when."""
_FIRST = frozenset({"top", "polar", "compare", "ordered"})
_GROWN = frozenset({"growth", "change", "rise", "fall", "cagr", "average_growth"})
_LED = frozenset({"top", "led"})


def since_first(question: Question, dialogue: Dialogue) -> Slots | None:
    """The years in which the partner spoken of came first, or who did in each year; None where no ranking was told."""
    turn = dialogue.last
    if turn is None or turn.slots is None or message(question.text, load(question.language)) != SINCE:
        return None
    old = turn.slots
    ranked = turn.answered and "top" in old.operations and not old.operations - _FIRST and (old.pick or 1) == 1
    if not ranked or old.condition or len(old.keys) != 1 or old.keys[0] in TIMES or len(old.measures) != 1:
        return None
    first = (_spoken_of(turn),) if old.keys == ("partner",) and not old.filters else old.partner
    line = replace(old, keys=(old.keys[0], "year"), operations=_LED, periods=(), number=1, pick=None)
    apart = replace(line, partner=first, places=(*old.reporter, *first), beside=(), doubtful="")
    return apart if all(first) else None


def _spoken_of(turn: Turn) -> str:
    """The one partner whose place was asked for, or that came first; "" where there is none."""
    old = turn.slots or Slots()
    told = old.partner or old.beside[2:3] or turn.order[:1]
    return told[0] if len(told) == 1 else ""


def from_then(question: Question, turn: Turn) -> Codes:
    """The stretch from the time that was told to the one that is named: "from then to 2024"; () where none is meant."""
    told = "dialogue:since_then" in question.about or says(question, "from_then")
    end, start, grown = "".join(question.slots.periods), _told(turn), question.slots.operations & _GROWN
    if start is not None and closes(question, "to_then") and is_closed(end) and "/" not in end:
        first = Period.parse(end)  # "its best year between 2010 and then"
        return (f"{first}/{start}",) if first.months == start.months and first.last < start.first else ()
    if start is not None and grown and not end and says(question, "since_peak"):
        return (f"{start}/",)  # after the lowest year, "how much have they grown since that low?"
    plain = turn.slots is not None and not (turn.slots.operations or turn.slots.keys)
    told = told or bool(grown) and end.startswith("/") and plain  # "the growth up to 2022"
    if not told or start is None or len(question.slots.periods) != 1:
        return ()
    end = end.strip("/")
    if not is_closed(end) or not end[:1].isdigit() or "/" in end:
        return ()
    last = Period.parse(end)
    return (f"{start}/{last}",) if last.months == start.months and last.first > start.last else ()


def _told(turn: Turn) -> Period | None:
    """The one time that was found, else the first of those that the answer was of."""
    (dimension, codes), period = turn.ranked, turn.period
    found = codes[0] if dimension in TIMES and len(codes) == 1 else period
    return Period.parse(found.partition("/")[0]) if found else None


def tells_since(turn: Turn) -> bool:
    """Whether the answer of a turn says since when its figure holds: that of a tariff does."""
    return turn.slots is not None and bool(set(turn.slots.measures) & set(TARIFFS))


__all__ = ["SINCE", "from_then", "since_first", "tells_since"]
