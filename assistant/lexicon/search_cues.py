"""What the cues of a search over time mean beside other words: since when, how many times more, below zero."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.periods import LENGTHS, STEPS, TIMES, Period

RUNNING = frozenset({"streak", "now_running"})
"""What is asked of a run that goes on to the newest period."""

_VERSUS = frozenset({"exceed", "trail"})
_SIGNED = {"measures:surplus", "measures:deficit"}


def is_running(slots: Slots, cues: frozenset[str]) -> bool:
    """Whether it is asked since when something has held without a break: the run that the series ends with."""
    if slots.condition is not None:
        return "since_when" in cues and "first" not in cues and not slots.condition.high
    turns = "turned" in cues and cues & {"when", "which_time"}
    signed = slots.measures[:1] in (("surplus",), ("deficit",)) and not slots.operations & _VERSUS
    return signed and bool("since_when" in cues or turns)


def cues_of(linked: Linked) -> frozenset[str]:
    """The cues of a search; "ever" may stand beside a period, and "how many times more" asks for a ratio."""
    cues = frozenset(linked.codes("searching")) | ({"ever"} if "ever" in linked.codes("period") else frozenset())
    cues |= {"which_time"} if _are_told_by_sign(linked) else frozenset()
    return cues - {"many_times"} if _is_multiple(linked) else cues


def _are_told_by_sign(linked: Linked) -> bool:
    """Whether times are asked for by the sign of a balance: "list the years with a US surplus"."""
    codes = [{*m.candidates} for m in linked.mentions]
    return any(
        TIME_KEYS & time
        and m.text.endswith(("s", "x"))
        and "prepositions:with" in led
        and any(_SIGNED & c for c in after)
        for m, time, led, *after in zip(linked.mentions, codes, codes[1:], codes[2:], codes[3:], strict=False)
    )


def _is_multiple(linked: Linked) -> bool:
    """Whether "how many times" goes with a comparative: "how many times more beer", "cuántas veces más"."""
    degrees = linked.language.any_of("comparatives", "more", "less")
    times = (m for m in linked.mentions if "searching:many_times" in m.candidates)
    return any(re.match(rf"\s+{degrees}\b", fold(linked.text[mention.end :])) for mention in times)


def peaking(slots: Slots, cues: frozenset[str]) -> Slots:
    """The slots of "when did imports peak", which is asked of months, or of months and years where no time is named."""
    if "streak" in slots.operations and slots.periods == ("latest",):  # "the current streak"
        return replace(slots, periods=(), operations=slots.operations | {"now_running"})
    if cues & {"overtake", "surpass"} and cues & {"when", "which_time"} and slots.operations & _VERSUS:
        return replace(slots, operations=slots.operations - {"top"})  # "overtook China as the main supplier"
    speeds = slots.operations & {"fastest", "slowest"} and not slots.operations & {"top", "bottom", "share"}
    ranked = slots.operations & {"top", "bottom"} and not slots.operations & {"fastest", "slowest", "share"}
    several = len(slots.partner) > 1 or len(slots.measures) > 1 or any(len(c) > 1 for c in slots.filters.values())
    if "when" in cues and speeds and not (slots.keys or several or slots.condition) and len(slots.periods) < 2:
        return replace(
            slots, keys=("month" if "".join(slots.periods).isdigit() else "year",)
        )  # "when did it grow most"
    if not cues & {"when", "peak"} or not ranked or slots.keys or several or slots.condition:
        return slots
    return replace(slots, keys=("month",), operations=slots.operations | {"when_peak"})


def peak_until(slots: Slots, linked: Linked) -> Slots:
    """The slots of a peak among times of the kind of the one that is named, as up to it: "by full years to 2024"."""
    keys = [key for key in slots.keys if key in TIMES]
    single = len(slots.periods) == len(keys) == 1 and slots.periods[0][:1].isdigit() and slots.periods[0][-1:] != "/"
    if not single or not slots.operations & {"peak", "when_peak"} or Period.parse(slots.periods[0]).grain != keys[0]:
        return slots
    named = next((m for m in linked.mentions if m.kind == "period"), None)
    led = fold(linked.text[: named.start]).split()[-1:] if named else []
    until = set(led) & linked.language.forms("floors", "until")
    return replace(slots, periods=(f"/{slots.periods[0]}",)) if until else slots


def ending(slots: Slots, linked: Linked) -> Slots:
    """The slots of a run that is counted back from a time: "how many years in a row, ending with 2024"."""
    keys = [key for key in slots.keys if key in TIMES]
    if not {"streak", "count"} <= slots.operations or len(slots.periods) != 1 or len(keys) != 1:
        return slots
    end = slots.periods[0].removeprefix("/")
    single = end[:1].isdigit() and not end.endswith("/") and Period.parse(end).grain == keys[0]
    if not single or linked.language.said(fold(linked.text), "search", "longest"):
        return slots
    return replace(slots, periods=(f"/{end}",), operations=slots.operations | RUNNING)


def over_range(slots: Slots, linked: Linked) -> Slots:
    """The slots of a search over all of a range, which a move alone would be between the ends of.

    "Did imports ever fall between 2000 and 2024" is asked of each time in it.
    """
    for mention in linked.mentions:
        named = dict(code.split(":", 1) for code in mention.candidates if code.startswith(("period:", "ends:")))
        if slots.periods == tuple(named.get("ends", "").split("|")) and "period" in named:
            return replace(slots, periods=(named["period"],))
    return _held_to_before(slots)


def _held_to_before(slots: Slots) -> Slots:
    """The slots of a search for moves against the time before each: "how often it fell from the month before"."""
    try:
        stretch, before = map(Period.parse, slots.periods)
    except ValueError:
        return slots
    steps = {months: step for step, months in STEPS.items() if before == stretch.shift(-months)}
    if not steps or stretch.months <= min(steps):
        return slots
    operations = slots.operations - {"compare"} | set(steps.values())
    return replace(slots, periods=slots.periods[:1], operations=operations)


def is_spread_over(slots: Slots) -> bool:
    """Whether years, quarters or months are asked for of which the time that is named holds several."""
    asked = [LENGTHS[key] for key in slots.keys if key in LENGTHS]
    if not asked or not slots.periods:
        return False
    try:
        return sum(Period.parse(period).months for period in slots.periods) > min(asked)
    except ValueError:
        return not any(period.startswith("latest") for period in slots.periods)


def says_such(slots: Slots, key: str) -> bool:
    """Whether a time key only says what two periods are that are compared: "Q4 or Q1: which quarter was bigger"."""
    if len(slots.periods) < 2 or slots.condition or not slots.operations & {*_VERSUS, "compare", "difference"}:
        return False
    try:
        return {Period.parse(period).grain for period in slots.periods} == {key}
    except ValueError:
        return False


def turned(slots: Slots, cues: frozenset[str]) -> Slots:
    """The slots of a balance that is negative or positive: a deficit, a surplus; of growth below zero a fall."""
    sign = next((cue for cue in ("negative", "positive") if cue in cues), "")
    if sign and slots.measures == ("balance",):
        return replace(slots, measures=("deficit" if sign == "negative" else "surplus",))
    if sign and slots.operations & {"growth", "yoy", "mom"}:
        return replace(slots, operations=slots.operations | {"fall" if sign == "negative" else "rise"})
    return slots
