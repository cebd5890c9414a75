"""The period that a question claims to be the first or last in which something held: "was 2020 the first year that"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.when.times import counted
from assistant.periods import TIMES, Period

_FOUND = frozenset({"first_time", "last_time"})
_SAYING = frozenset({"ever", "latest", "latest-year", "latest-quarter"})
"""What says again that all there is is searched, or only which period is looked for: "the last year that"."""


def claimed(slots: Slots, linked: Linked) -> Slots:
    """The slots of a yes or no on what a search finds, with the period claimed apart from those that are searched."""
    if "polar" not in slots.operations or not slots.operations & _FOUND:
        return slots
    named, spans = _told_apart(tuple(code for code in dict.fromkeys(linked.codes("period")) if code not in _SAYING))
    if not named or len(spans) > 1:
        return slots
    grain = Period.parse(named).grain
    keys = slots.keys if TIMES & {*slots.keys} else (*slots.keys, grain)
    searched = tuple(map(_later, spans)) if "first_time" in slots.operations else spans
    return replace(slots, claimed=named, periods=searched or ("ever",), keys=keys)


def _told_apart(codes: Codes) -> tuple[str, Codes]:
    """The one year, quarter or month that is claimed, and the time that is searched; "" where several are named."""
    single = [code for code in codes if code[:1].isdigit() and "/" not in code]
    parts = [code for code in codes if code.startswith(("month:", "quarter:"))]
    if len(single) == len(parts) == 1 == len(codes) - 1:  # "was March the first month of 2022 in which"
        found = counted(parts[0], Period.parse(single[0]))
        return (found, (single[0],)) if found[:1].isdigit() else ("", ())
    known = len(single) == 1 and Period.parse(single[0]).grain in TIMES
    return (single[0], tuple(code for code in codes if code != single[0])) if known else ("", ())


def _later(span: str) -> str:
    """What is searched since a time: the first year since 2015 is looked for from 2016 on.

    >>> _later("2015/"), _later("2015-12/"), _later("2015/2020")
    ('2016/', '2016-01/', '2015/2020')
    """
    if not span.endswith("/") or not span[:1].isdigit():
        return span
    since = Period.parse(span.removesuffix("/"))
    return f"{since.shift(since.months)}/"


__all__ = ["claimed"]
