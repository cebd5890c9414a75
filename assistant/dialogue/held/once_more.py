"""The figures told asked for once more of something else: "exports in both those years"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.figures import Told
from assistant.lexicon.question import Question, Slots
from assistant.measures import TARIFFS
from assistant.periods import Period
from assistant.store.selection import is_closed


def once_more(question: Question, group: Told) -> tuple[Question, Told] | None:
    """The question without the one thing that it names instead, and the figures told as those of that; or None."""
    new = question.slots
    changed = _instead(new, group)
    if len(changed) != 1 or not _of_all(question, group):
        return None
    filters = {name: codes for name, codes in new.filters.items() if name == group.respect}
    periods = () if "periods" in changed else new.periods
    bare = replace(new.without_sides(), measures=(), filters=filters, periods=periods, implied=False)
    return replace(question, slots=bare), replace(group, slots=replace(group.slots, **changed))


def _instead(new: Slots, group: Told) -> dict[str, Any]:
    """What is named in the place of what all figures told are of."""
    old = group.slots
    changed: dict[str, Any] = {}
    if {*new.measures} & {*TARIFFS}:
        return {}  # "which one paid more duty?"
    if new.measures not in ((), old.measures) and not new.implied and len(new.measures) == 1:
        changed["measures"] = new.measures
    others = tuple(code for code in dict.fromkeys(new.places) if code not in (*old.reporter, *old.partner))
    if others and len(others) == 1:
        changed["partner"] = others
    if len(new.periods) == 1 and is_closed(new.periods[0]) and new.periods != old.periods:
        changed["periods"] = new.periods
    if any(old.filters.get(name) != codes for name, codes in new.filters.items() if name != group.respect):
        changed["filters"] = {**old.filters, **new.filters}
    return {} if group.respect in {*changed} else changed


def _of_all(question: Question, group: Told) -> bool:
    """Whether all the figures told are meant: "both those years", "which of the two states", "the same years"."""
    new = question.slots
    kind = group.respect
    if kind == "periods":
        kind = Period.parse(group.codes[0]).grain if is_closed(group.codes[0]) else ""
    if {*new.keys} - {kind} or new.number not in (None, len(group.codes)):
        return False
    timed = says(question, "same_times") or says(question, "between_them")
    several = says(question, "for_both") or timed and group.respect == "periods"
    return several or bool(new.keys) and ("dialogue:those" in question.about or new.number is not None)


__all__ = ["once_more"]
