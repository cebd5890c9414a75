"""What is sold for each dollar that is bought: the coverage ratio in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_BOUGHT = frozenset({"measures:imports", "verbs:buy"})
_SOLD = frozenset({"measures:exports", "verbs:sell"})
_RATIO = "coverage_ratio"
_SAID = frozenset({"share", "ratio", "in_percent", "count", "polar", "compare"})


def covered(slots: Slots, linked: Linked) -> Slots:
    """The slots of a ratio of both flows in words as the measure that it is.

    "For each dollar bought, how much did it sell" and "what part of its imports do its exports cover" are the coverage
    ratio, "the balance relative to total trade" is the normalised balance.
    """
    if _is_of_all_trade(slots, linked):
        return replace(slots, measures=("normalised_balance",), operations=slots.operations - {"compare", "ratio"})
    if _is_part_covered(slots, linked):
        return replace(slots, measures=(_RATIO,), within="", operations=slots.operations - _SAID)
    if "ratio" not in slots.operations or not (slots.measures[:1] == (_RATIO,) or _is_sold_per_bought(linked)):
        return slots
    partner = tuple(dict.fromkeys(slots.partner))
    if len(partner) > 1 or len(slots.reporter) > 1 or len(slots.periods) > 1 and slots.operations & {"difference"}:
        return slots
    operations = slots.operations - {"ratio", "count"}
    return replace(slots, measures=(_RATIO,), partner=partner, operations=operations, doubtful="")


def _is_of_all_trade(slots: Slots, linked: Linked) -> bool:
    """Whether a balance is set against all trade: "trade balance relative to total trade"."""
    named = list(linked.codes("measures"))
    balanced = "balance" in named and "total" in named and named.index("balance") < named.index("total")
    return balanced and bool(slots.operations & {"compare", "ratio"}) and len(slots.partner) < 2


def _is_part_covered(slots: Slots, linked: Linked) -> bool:
    """Whether exports are said to cover a part of imports: "how much of our imports do our exports pay for"."""
    said = linked.language.said(" ".join(fold(linked.text).split()), "trade_words", "covering")
    named = {"measures:exports", "measures:imports"} <= {c for m in linked.mentions for c in m.candidates}
    return said is not None and named and len(slots.partner) < 2 and slots.operations <= _SAID


def _is_sold_per_bought(linked: Linked) -> bool:
    """Whether a dollar bought stands before what is sold for it."""
    dollars = linked.language.forms("trade_words", "dollar")
    for at, mention in enumerate(linked.mentions):
        if "operations:ratio" in mention.candidates and any(word in mention.text for word in dollars):
            return list(_flows(linked.mentions[at + 1 :])) == ["bought", "sold"]
    return False


def _flows(mentions: Sequence[Mention]) -> Iterator[str]:
    """The ways of the trade that are named, each once, in order."""
    seen: set[str] = set()
    for mention in mentions:
        for name, codes in (("bought", _BOUGHT), ("sold", _SOLD)):
            if codes & set(mention.candidates) and name not in seen:
                seen.add(name)
                yield name


__all__ = ["covered"]
