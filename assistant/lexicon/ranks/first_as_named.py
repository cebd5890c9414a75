"""The first few of a ranking as what something else is asked of: "how much did our five biggest customers grow".

They are chosen first, by what their own noun says or by the measure that is asked for; what is asked is told of each.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Condition, Slots
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.lexicon.ranks.few_named import Few, few_named
from assistant.lexicon.ranks.first_of_year import FIRST
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import TIMES
from assistant.types import Mention

_MOVED = frozenset({"growth", "rise", "fall", "change"})
_SAID = frozenset({"top", "per_key", "difference", "sized", "in_percent", "in_money", "yoy", *_MOVED})
_BALANCES = frozenset({"balance", "surplus", "deficit"})


def of_named_first(slots: Slots, linked: Linked) -> Slots:
    """The slots of the growth or the balance of the first few that a noun names; others as they are."""
    few = few_named(linked)
    apart = slots.floor or slots.among or slots.partner_share or slots.pick_to
    if few is None or apart or _asks_which(linked, few):
        return slots
    if (measures := _measures(slots, few, linked)) is None:
        return slots
    untimed = tuple(key for key in slots.keys if key not in TIMES)
    plain = untimed == (few.kind,) and few.kind not in slots.filters and not (slots.operations - _SAID)
    if not plain or few.kind == "partner" and slots.partner:
        return slots
    year = _year_behind(linked, few.noun) or _last_year(slots)
    if not year:
        return slots
    if slots.operations & _MOVED:
        return _grown(replace(slots, measures=measures), few, year)
    return _balanced(slots, few, year) if not slots.pick else slots


def _measures(slots: Slots, few: Few, linked: Linked) -> Codes | None:
    """The one measure that is asked for; "our customer's purchases" are the exports of its name; None for several."""
    owned = linked.text[few.noun.end :].startswith(("'s", "s'", "'"))
    told = {few.flow} if few.flow and owned else {*slots.measures}
    return tuple(told) if len(told) < 2 else None


def _grown(slots: Slots, few: Few, year: str) -> Slots:
    """The growth of each of them; what they are first in is what grows, where their noun says nothing else."""
    limit = slots.condition
    if limit is not None and limit != Condition("above", "0", "percent"):
        return slots
    measures = slots.measures or ((few.flow,) if few.flow else ())
    unit = few.flow if few.flow in RANKED_BY and (few.flow,) != measures else "place"
    done = slots.operations & {"in_percent", "in_money", "yoy"} | {"growth"}
    first = Condition(FIRST, str(few.number), unit, str(slots.pick) if slots.pick else None)
    chosen = replace(slots, measures=measures, floor=first, floor_period=year, number=None, pick=None)
    return replace(chosen, condition=None, operations=done)


def _balanced(slots: Slots, few: Few, year: str) -> Slots:
    """The balance with each of them, who are first in a flow: "the surplus with our largest export market"."""
    if not _BALANCES & {*slots.measures} or slots.operations != {"top"} or slots.condition or len(slots.periods) > 1:
        return slots
    first = Condition(FIRST, str(few.number), few.flow if few.flow in RANKED_BY else "total")
    signed = ("balance",) if few.number == 1 else slots.measures  # the largest market may have no surplus
    return replace(
        slots, measures=signed, floor=first, floor_period=year, number=None, operations=slots.operations - {"top"}
    )


def _asks_which(linked: Linked, few: Few) -> bool:
    """Whether the question is who they are, or which of them: "which of …", "take the ten largest: from which …"."""
    before = set(phrase(linked.text[: few.first.start]))
    choosing = before & linked.language.forms("named_first", "choosing")
    return bool(choosing) or not before - linked.language.forms("named_first", "asks") or _chooses(linked, few)


def _chooses(linked: Linked, few: Few) -> bool:
    """Whether a question behind them chooses some: ". From which of them", ", how many of which"."""
    which = linked.language.any_of("named_first", "choosing")
    behind = fold(linked.text[few.noun.end :])
    return re.search(rf"[,.:;?¿]\s*(?:[^\W\d]+\s+){{0,2}}?{which}(?!\w)", behind) is not None


def _year_behind(linked: Linked, noun: Mention) -> str:
    """The year that they are of: "the largest supplier of 2018"."""
    after = [m for m in linked.mentions if m.start >= noun.end][:2]
    led = len(after) == 2 and "prepositions:of" in after[0].candidates and after[1].kind == "period"
    code = after[1].candidates[0].removeprefix("period:") if led else ""
    return code if code.isdigit() else ""


def _last_year(slots: Slots) -> str:
    """The last of the years that are asked about; the newest whole one where none is."""
    years = [year for period in slots.periods for year in period.split("/")]
    if not years:
        return "latest-year"
    if years[-1:] == [""]:
        return "latest-year"  # "since 2019"
    return max(years) if all(year.isdigit() for year in years) else ""


__all__ = ["of_named_first"]
