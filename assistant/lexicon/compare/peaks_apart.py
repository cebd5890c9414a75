"""The best or worst time of each of two, set against each other: "whose peak month was higher, A's or B's?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.types import Mention

_HELD = frozenset({"exceed", "trail", "difference", "compare"})
_ELSE = frozenset({"sum", "count", "share", "growth", "yoy", "mean", "streak", "ratio", "rise", "fall"})
_ENDS = {"top": "peaks_apart", "best": "peaks_apart", "bottom": "lows_apart", "worst": "lows_apart"}
_ASKED = frozenset({"when", "which_time", "many_times", "first", "last_time"})


def peaks_apart(slots: Slots, linked: Linked, cues: frozenset[str]) -> Slots | None:
    """The slots of two peaks or lows that are compared; None where times are asked for, or one peak is.

    The month of one's peak in the other ("… in that same month") is kept apart: no plan does that.
    """
    if not slots.operations & _HELD or slots.operations & _ELSE or cues & _ASKED or slots.condition:
        return None
    found = set(_peaks(linked))
    if len(found) != 1:
        return None
    kind, grain = found.pop()
    kind = "at_that_time" if _is_of_one(linked) else kind
    return replace(slots, operations=slots.operations - _ENDS.keys() - {"peak"} | {kind}, keys=(grain,))


def _peaks(linked: Linked) -> Iterator[tuple[str, str]]:
    """Each kind of end with the length of time beside it: "best month", "monthly peak", "mes más alto"."""
    degrees = linked.language.forms("search", "more", "less") | linked.language.forms("lists", "most")
    for one, other in zip(linked.mentions, (*linked.mentions[1:], None), strict=True):
        near = other is not None and not linked.text[one.end : other.start].strip(" -")
        pair = [one, other] if other is not None and near else [one]
        ends = [_end(m) for m in pair if _end(m) and m.text not in degrees]
        times = [grain for m in pair for grain in _grains(linked, m)]
        if ends and times:
            yield ends[0], times[0]


def _end(mention: Mention) -> str:
    names = (c.partition(":")[2] for c in mention.candidates if c.startswith("operations:"))
    return next((_ENDS[name] for name in names if name in _ENDS), "")


def _grains(linked: Linked, mention: Mention) -> Iterator[str]:
    """The lengths of time that a mention names, alone or as one of its words: the month of "monthly peak"."""
    means = (meaning for word in mention.text.split() for meaning in linked.language.phrases.get((word,), ()))
    yield from (code for section, code in means if section == "keys" and code in TIMES)


def _is_of_one(linked: Linked) -> bool:
    """Whether the time of one's peak is asked of the other: "… exceed those from Germany in the same month"."""
    points = any("dialogue:that_time" in m.candidates for m in linked.mentions)
    return points or linked.language.said(fold(linked.text), "seasons", "same_month") is not None


__all__ = ["peaks_apart"]
