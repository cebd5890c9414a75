"""Whether something doubled, tripled or halved, or is twice or three times as large: a limit on a ratio."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

TIMES = "times"
"""The unit of a limit that is put to a ratio."""
BASE = "base"
"""The unit of a limit that is a multiple of what a flow was at one time."""

_MOVES = frozenset({"growth", "rise", "fall", "change", "yoy", "in_percent", "difference"})
_ELSE = frozenset({"when", "which_time", "elapsed", "first", "last", "last_time", "many_times", "ever"})
_NEAR = 7
"""Words that may stand between a multiple and its base at most: "what they had been in the year"."""
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


def of_base(slots: Slots, linked: Linked) -> Slots:
    """The slots of a search for when a flow was a multiple of itself: "when did imports reach twice their 2010 level".

    The base is a closed year or month that follows the multiple; "doubled in 2021" names none.
    """
    factor, dated = _factor(linked), [m for m in linked.mentions if m.kind == "period"]
    searched = {"when", "which_time", "first", "last", "last_time"} & set(linked.codes("searching"))
    told = {"first_time", "last_time"} & slots.operations
    single = len(slots.partner) < 2 and len(slots.measures) < 2
    if not factor or not (searched or told) or len(dated) != 1 or not single or _names_months(slots, dated[0]):
        return slots
    code = dated[0].candidates[0].removeprefix("period:").removesuffix("/")
    if not _is_base(linked, dated[0]) or not code[:4].isdigit() or len(code) not in (len("2010"), len("2010-05")):
        return slots
    last = bool({"last", "last_time"} & searched)
    test = Condition(_test(linked, factor), factor, BASE)
    done = frozenset({"last_time" if last else "first_time"} | {"polar"} & slots.operations)
    keys = tuple(key for key in slots.keys if key not in ("month", "quarter", "year"))
    return replace(slots, condition=test, operations=done, periods=(code,), keys=keys, number=None)


def _test(linked: Linked, factor: str) -> str:
    """The test of a multiple: what is said ("below twice"), else that it was reached, of a half from above."""
    said = list(linked.codes("tests"))
    if low := next((test for test in said if test in ("below", "at_most")), ""):
        return low
    up, down = _STRICT["above" if "above" in said else "at_least"]
    return down if factor.startswith("0") else up


def _names_months(slots: Slots, dated: Mention) -> bool:
    """Whether months are looked for, and the base is a year, or the other way round."""
    asked = {"month", "quarter", "year"} & {*slots.keys}
    base = "month" if "-" in dated.candidates[0] else "year"
    return bool(asked - {base})


def _is_base(linked: Linked, dated: Mention) -> bool:
    """Whether words that make a period a base stand before it: "twice their 2010 level", "double what it was in"."""
    before = [m.end for m in linked.mentions if any(c.startswith("multiples:") for c in m.candidates)]
    times = linked.language.any_of("multiple", "times")
    before += [m.end() for m in re.finditer(rf"\b{times}\b", fold(linked.text))]
    ends = [end for end in before if end <= dated.start]
    if not ends:
        return False
    gap = fold(linked.text[max(ends) : dated.end])
    based = linked.language.said(gap, "multiple", "based") is not None
    said = [token.word for token in words(linked.text[max(ends) : dated.start])]
    since = linked.language.any_of("multiple", "since")
    led = re.search(rf"(?<!\w){since}\s*$", fold(linked.text[: dated.start])) or re.match(since, fold(dated.text))
    return led is not None or based and len(said) <= _NEAR or not said


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
