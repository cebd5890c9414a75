"""Whether something doubled, tripled or halved, or is twice or three times as large: a limit on a ratio."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold

TIMES = "times"
"""The unit of a limit that is put to a ratio."""

_MOVES = frozenset({"growth", "rise", "fall", "change", "yoy", "in_percent", "difference"})
_ELSE = frozenset({"when", "which_time", "elapsed", "first", "last", "last_time", "many_times", "ever"})
_STRICT = {"above": ("above", "below"), "at_least": ("at_least", "at_most")}


def multiplied(slots: Slots, linked: Linked) -> Slots:
    """The slots with a limit on the ratio, where a multiple is claimed: "did imports double from 2010 to 2020".

    How long doubling takes, and when something doubled, is another question.
    """
    factor = _factor(linked)
    other = slots.operations & {"count", "cagr", "average_growth"} or _ELSE & set(linked.codes("searching"))
    if not factor or other or slots.condition or "polar" not in slots.operations and not _is_told(linked):
        return slots
    tests = {c.removeprefix("tests:") for m in linked.mentions for c in m.candidates if c.startswith("tests:")}
    if "between" in tests and not any(linked.codes("ends")) or tests & {"below", "at_most"}:
        return slots
    up, down = _STRICT["above" if "above" in tests else "at_least"]
    done = slots.operations - {"doubling", "exceed", "trail", "compare", "ratio", "ends", *_MOVES}
    test = Condition(down if factor.startswith("0") else up, factor, TIMES)
    return replace(slots, condition=test, operations=done | {"multiple"}, number=None)


def _factor(linked: Linked) -> str:
    """The multiple that is named: by one word ("tripled"), or by a number before "times" or "-fold"."""
    if named := next(iter(linked.codes("multiples")), ""):
        return named
    words = linked.language.any_of("multiple", "times")
    for mention in (m for m in linked.mentions if m.kind == "quantity" and m.candidates[0].startswith("n:")):
        if re.match(rf"[\s-]*{words}\b", fold(linked.text[mention.end :])):
            return mention.candidates[0][2:]
    return ""


def _is_told(linked: Linked) -> bool:
    """Whether a verb in the past tense says it without a question: "imports doubled from 2010 to 2020"."""
    told = linked.language.forms("multiple", "told")
    return any(m.text in told for m in linked.mentions)
