"""Things that had more or less in one year than in another have risen or fallen: "how many sold less than in 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.conditions import is_test
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold, words
from assistant.periods import TIMES
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports", "total", "freight", "export_weight", "import_weight"})
_HELD = frozenset({"exceed", "trail", "difference", "compare", "yoy"})
_SAID = _HELD | {"count", "top", "bottom", "per_key"}
_ENDS = ("top", "bottom")
_BEFORE = "prev:12"
_TESTED = frozenset({"tests:below", "tests:above"})
_MOVED = Condition("above", "0", "percent")


def against_year(slots: Slots, linked: Linked) -> Slots:
    """The slots of things counted, limited or chosen among the first few, by whether they rose or fell between years.

    What had more in the earlier year has fallen. Where there are more things above a limit they are counted twice.
    """
    if _is_more_of_them(slots, linked):
        return replace(slots, operations=frozenset({"count"}))
    told = _degree(linked) if _is_plain(_without_degree(slots, linked)) else None
    years = _years(linked, told[1]) if told else ()
    if not told or not years:
        return slots
    year, base = years
    chosen = {"count", "top"} & slots.operations or slots.condition
    if not chosen and year > base:
        return slots
    way = "rise" if (told[0] == "more") == (year > base) else "fall"
    done = _without_degree(slots, linked).operations - _HELD | {"growth", way}
    return replace(slots, operations=done, periods=tuple(sorted(years)), condition=slots.condition or _MOVED)


def _is_more_of_them(slots: Slots, linked: Linked) -> bool:
    """Whether it is the things above a limit of which there are more: "how many more states sold over $5bn than in"."""
    limited = slots.condition is not None and slots.condition.unit == "amount" and len(slots.periods) == 2
    if not limited or not slots.operations <= _HELD | {"count", "polar", *_ENDS} or (told := _degree(linked)) is None:
        return False
    kinds = [m for m in linked.mentions if m.kind == "keys"]
    after = any(m.start >= told[1] and not linked.text[told[1] : m.start].strip() for m in kinds)
    begins = told[1] - len(linked.text[: told[1]].split()[-1])
    return after or any(m.end <= begins and not linked.text[m.end : begins].strip() for m in kinds)


def _is_plain(slots: Slots) -> bool:
    """Whether one flow of things that are told apart is held against itself."""
    keyed = len(slots.keys) == 1 and not TIMES & {*slots.keys} or bool(slots.level and not slots.keys)
    one = len(slots.measures) < 2 and {*slots.measures} <= _FLOWS and len(slots.partner) < 2
    single = one and all(len(codes) < 2 for codes in slots.filters.values()) and not slots.floor
    limited = slots.condition is None or slots.condition.unit == "amount" and not slots.condition.high
    few = ("top" in slots.operations) == (slots.number is not None) and bool(slots.measures or not slots.number)
    apart = not (slots.partner and "partner" in slots.keys or slots.beside or slots.pick)
    return bool(keyed and single and limited and few and apart and slots.operations <= _SAID - {"bottom"})


def _without_degree(slots: Slots, linked: Linked) -> Slots:
    """The slots without a superlative that is only said by a degree: "¿cuáles vendieron menos en 2024?"."""
    degrees = linked.language.forms("comparatives", "more", "less")
    said = {name: [m for m in linked.mentions if f"operations:{name}" in m.candidates] for name in _ENDS}
    bare = {name for name, ends in said.items() if ends and all(_is_bare(linked, m, degrees) for m in ends)}
    return replace(slots, operations=slots.operations - bare)


def _degree(linked: Linked) -> tuple[str, int] | None:
    """Whether "more" or "less" is said, and where it ends; none where both, several or only limits are."""
    degrees = linked.language.forms("comparatives", "more", "less")
    ends = [m for m in linked.mentions if any(f"operations:{name}" in m.candidates for name in _ENDS)]
    dated = {m.start for m, after in pairwise(linked.mentions) if after.kind == "period"}  # "more than the year before"
    if any(_TESTED & {*m.candidates} and "dialogue:that" in after.candidates for m, after in pairwise(linked.mentions)):
        return None  # "but less than that in 2010" is less than the limit
    limits = [m for m in linked.mentions if is_test(linked, m) and m.start not in dated]
    limits += [m for m in ends if not _is_bare(linked, m, degrees)]
    said = [
        (name, token.end)
        for token in words(linked.text)
        for name in ("more", "less")
        if token.word in linked.language.forms("comparatives", name)
        and not any(m.start <= token.start < m.end for m in limits)
    ]
    return said[0] if len(said) == 1 else None


def _is_bare(linked: Linked, mention: Mention, degrees: frozenset[str]) -> bool:
    """Whether what seems a superlative is a degree alone, beside which no number stands: not "los diez mayores"."""
    numbers = [m for m in linked.mentions if m.kind == "quantity" and m.candidates[0].startswith("n:")]
    gaps = (linked.text[min(m.end, mention.end) : max(m.start, mention.start)] for m in numbers)
    return mention.text in degrees and all(gap.strip() for gap in gaps)


def _years(linked: Linked, at: int) -> tuple[str, ...]:
    """The year that is asked about and the one it is held against: that behind "than", else the earlier one."""
    dated = [(m, m.candidates[0].removeprefix("period:")) for m in linked.mentions if m.kind == "period"]
    named = {code for _, code in dated if code != _BEFORE}
    if not all(code.isdigit() and len(code) == len("2024") for code in named):
        return ()
    if any(code == _BEFORE for _, code in dated):
        return (*named, str(int(*named) - 1)) if len(named) == 1 else ()
    if len(named) != 2:
        return ()
    base = _behind_than(linked, at, dated) or min(named)
    return (*named - {base}, base)


def _behind_than(linked: Linked, at: int, dated: Sequence[tuple[Mention, str]]) -> str:
    """The year behind "than", where one stands there: 2023 of "less in 2024 than in 2023"."""
    than = linked.language.said(fold(linked.text[at:]), "comparatives", "than", "bare")
    after = [code for m, code in dated if than and m.start >= at + than.start()]
    return after[0] if after else ""


__all__ = ["against_year"]
