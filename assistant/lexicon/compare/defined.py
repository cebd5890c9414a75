"""A ratio that spells out what is divided by what: "US exports over US imports", "importaciones / exportaciones"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, codes_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports"})
_RATIOS = frozenset({"coverage_ratio", "normalised_balance"})
_SAID = frozenset({"ratio", "compare", "exceed", "difference", "per_key", "table"})
"""Operations that the words of a division name too; with any other one it is a part of a larger question."""


def divided(slots: Slots, linked: Linked) -> Slots:
    """The slots of the ratio of the two flows as it is spelled out: whose they are, and which is over which.

    Exports over imports are the coverage ratio of whose flows they are, whatever country is named before them.
    """
    if slots.measures[:1] and slots.measures[0].endswith("unit_value"):
        return replace(slots, operations=slots.operations - set(_of_unit_value(slots, linked)))
    pair = _pair(linked)
    if pair is None or slots.operations - _SAID or len(slots.periods) > 1 or slots.keys or slots.filters:
        return slots
    first, second = pair
    owners = {owner for owner in (_owner(linked, first), _owner(linked, second)) if owner}
    named = tuple(dict.fromkeys(code for code in slots.places if code not in owners))
    if len(owners) > 1 or len(named) > 1:
        return slots
    if owners:
        slots = slots.sided(tuple(owners), named)
    over = (_flow(first), _flow(second))
    rest = slots.operations - _SAID
    if over == ("exports", "imports"):
        return replace(slots, measures=("coverage_ratio",), operations=rest, within="")
    return replace(slots, measures=over, operations=rest | {"ratio"}, within="")


def _of_unit_value(slots: Slots, linked: Linked) -> Iterator[str]:
    """The operations that a unit value is already: a value divided by its weight, an average of the whole time."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    divisors = [after for one, after in pairs if "operations:ratio" in one.candidates]
    if divisors and all("measures:weight" in m.candidates for m in divisors):
        yield "ratio"
    ranged = len(slots.periods) > 1 or "/" in "".join(slots.periods)
    if not (slots.keys or ranged or "compare" in slots.operations):
        yield "mean"


def _pair(linked: Linked) -> tuple[Mention, Mention] | None:
    """The two flows that nothing but a sign of division, and whose and with whom they are, stands between.

    Of several, those that say whose they are: "import/export ratio (US imports / US exports)".
    """
    flows = [at for at, m in enumerate(linked.mentions) if _flow(m)]
    pairs = [
        (linked.mentions[at], linked.mentions[other])
        for at, other in zip(flows, flows[1:], strict=False)
        if _flow(linked.mentions[at]) != _flow(linked.mentions[other])
        and _divides(linked, linked.mentions[at : other + 1])
    ]
    owned = [pair for pair in pairs if any(_owner(linked, flow) for flow in pair)]
    return next(reversed(owned or pairs), None)


def _divides(linked: Linked, mentions: Sequence[Mention]) -> bool:
    """Whether what is said between two flows divides the first by the second."""
    first, *between, second = mentions
    placed = [m for m in between if m.candidates[0].startswith(("place:", "home:"))]
    text = linked.text[first.end : second.start]
    for m in placed:
        text = text.replace(linked.text[m.start : m.end], " ")
    lists = linked.language.section("trade_words")
    small = set(map(fold, (*lists.get("beside_flow", ()), *linked.language.section("lists")["articles"])))
    said = [
        [word for part in fold(told).replace("'s", " ").split() if (word := part.strip(".,()")) and word not in small]
        for told in (text, *lists.get("divided_by", ()))
    ]
    return bool(said[0]) and said[0] in said[1:]


def _owner(linked: Linked, flow: Mention) -> str:
    """Whose a flow is: of the place right before it, or right after it where that follows "of"."""
    at = linked.mentions.index(flow)
    before, after = linked.mentions[max(at - 1, 0) : at], linked.mentions[at + 1 : at + 3]
    close = [m for m in before if not linked.text[m.end : flow.start].replace("'s", "").strip(" '")]
    led = after[1:] if after and "prepositions:of" in after[0].candidates else []
    return next((code for m in (*close, *led) for code in _places(m, linked.home)), "")


def _places(mention: Mention, home: str) -> list[str]:
    return codes_of(mention, "place") or ([home] if "home:home" in mention.candidates else [])


def _flow(mention: Mention) -> str:
    """The flow that a noun names."""
    found = {c.removeprefix("measures:") for c in mention.candidates if c.startswith("measures:")}
    return next(iter(found & _FLOWS), "") if not found & _RATIOS else ""


__all__ = ["divided"]
