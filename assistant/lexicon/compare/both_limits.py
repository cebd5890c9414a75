"""A limit that each of two has to meet: "exports and imports both above $50bn", "over $8bn to Mexico and to Canada"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.compare.booked import booked, flow_of
from assistant.lexicon.conditions import is_test, test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.searching import is_pair
from assistant.lexicon.tokens import fold, phrase

_SAID = frozenset({"exceed", "all_times"})
"""What the words of a limit and of its times are read as beside it."""
_RANKED = frozenset({"top", "bottom", "fastest", "slowest"})
"""What picks one of them: "which of those sold least to Canada"; "largest imports first" only orders two flows."""
_TOGETHER = frozenset({"measures:total", "measures:both_flows"})
_FLOWS = ("measures:exports", "measures:imports", "measures:total")


def both_limits(slots: Slots, linked: Linked) -> Slots:
    """The slots with the limit as one that both have to meet; of two flows the one that orders the list comes first.

    "Exports and imports above" are each above it; what goes "to Mexico and Canada" may be meant together, unless it is
    said of both or with "to" before each.
    """
    limit, text = slots.condition, fold(linked.text)
    found = replace(slots, measures=_flows(slots, linked), keys=_keys(slots))
    if limit is None or limit.unit != "amount" or not found.keys or not is_pair(found):
        return slots
    tests = {test_of(linked, m) for m in linked.mentions if is_test(linked, m)}
    each = linked.language.said(text, "both_limits", "each") is not None
    told = each or found.measures != slots.measures and _are_ways(linked) or _is_repeated(found, linked)
    told = told or bool(found.measures[1:]) and _are_limited(linked)
    ranked = found.operations & (_RANKED - {"top"} if found.measures[1:] else _RANKED)
    if ranked or len(tests) != 1 or not told or _is_else(linked):
        return slots
    return _from_home(replace(found, operations=found.operations - _SAID | {"both"}), linked)


def _is_else(linked: Linked) -> bool:
    """Whether something is said that each does not have to meet: "or", "combined"; not in words of talk."""
    talk, text = [m for m in linked.mentions if m.kind == "harmless"], linked.text
    for mention in reversed(talk):  # "countries only"
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return linked.language.said(fold(text), "both_limits", "else") is not None


def _from_home(slots: Slots, linked: Linked) -> Slots:
    """The slots with both flows as home books them, whoever's they are; as they are where they are of another place."""
    ours = {*slots.measures} == {"exports", "imports"} and slots.keys == ("partner",)
    if not ours or not {*slots.places} <= {linked.home} or not slots.partner:
        return slots
    flows = {booked(linked, at) for at, m in enumerate(linked.mentions) if flow_of(m)}
    return replace(slots.sided((linked.home,), ()), implied=False) if len(flows & {*slots.measures}) > 1 else slots


def _flows(slots: Slots, linked: Linked) -> Codes:
    """The measures, the one first that is said again ("the largest imports first"); "exports and imports" are two."""
    if slots.measures in (("total",), ("",), ()):
        said = {fold(m.text) for m in linked.mentions if "measures:total" in m.candidates}
        two = said and said <= linked.language.forms("both_limits", "flows") or _are_ways(linked)
        return ("exports", "imports") if two else slots.measures
    named = [*linked.codes("measures"), *_ordering(linked)]
    return tuple(sorted(slots.measures, key=lambda measure: -named.count(measure)))


def _are_ways(linked: Linked) -> bool:
    """Whether the trade that is limited is that of each way: "over $50bn in both directions", "each way", and no sum.

    Trade "in both directions" is a sum, unless the ways stand behind the limit.
    """
    said = [m for m in linked.mentions if _TOGETHER & {*m.candidates}]
    ways = [m for m in said if fold(m.text) in linked.language.forms("both_limits", "ways")]
    each = linked.language.forms("both_limits", "apart")
    limits = [m.start for m in linked.mentions if is_test(linked, m)]
    if not said:  # "countries where both flows beat $45 billion"
        return linked.language.said(fold(linked.text), "both_limits", "ways") is not None
    told = any({*phrase(m.text)} & each or limits and m.start > limits[0] for m in ways)
    return told or bool(ways) and len(ways) == len(said)


def _ordering(linked: Linked) -> Iterator[str]:
    """The flows by which a list is ordered: imports of "largest imports first"."""
    for mention in (m for m in linked.mentions if "operations:ordered" in m.candidates):
        words = phrase(linked.text[mention.start : mention.end])
        said = (meaning for word in words for meaning in linked.language.phrases.get((word,), ()))
        yield from (code for section, code in said if section == "measures")


def _keys(slots: Slots) -> Codes:
    """The keys; the times at which something held in a year are its months."""
    timed = "all_times" in slots.operations and len(slots.periods) == 1 and slots.periods[0].isdigit()
    return slots.keys or (("month",) if timed else ())


def _are_limited(linked: Linked) -> bool:
    """Whether a limit follows both flows, or one each: what is "over $10bn in exports and imports" may be their sum."""
    tests = [m.start for m in linked.mentions if is_test(linked, m)]
    flows = [(m.start, c) for m in linked.mentions for c in m.candidates if c in _FLOWS]
    first = {code: min(start for start, each in flows if each == code) for _, code in flows}
    return len(tests) > 1 or bool(first) and tests[0] > max(first.values())


def _is_repeated(slots: Slots, linked: Linked) -> bool:
    """Whether the same preposition stands before each: "to Mexico and to Canada", "in exports and in imports"."""
    lists = (slots.measures, slots.partner, slots.reporter, *slots.filters.values())
    pair = next(codes for codes in lists if len(codes) > 1)
    led = [_leads(linked, code) for code in pair]
    return all(led) and bool(set.intersection(*led))


def _leads(linked: Linked, code: str) -> set[str]:
    """The prepositions that may stand right before a code."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    named = [(a, b) for a, b in pairs if code in {c.partition(":")[2] for c in b.candidates}]
    within = {fold(b.text).split()[0] for _, b in named if b.kind == "modes" and " " in b.text}  # "by truck"
    return within | {c for a, _ in named for c in a.candidates if c.startswith("prepositions:")}


__all__ = ["both_limits"]
