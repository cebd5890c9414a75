"""A limit that each of two has to meet: "exports and imports both above $50bn", "over $8bn to Mexico and to Canada"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.conditions import is_test, test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.searching import is_pair
from assistant.lexicon.tokens import fold, phrase

_SAID = frozenset({"exceed", "all_times"})
"""What the words of a limit and of its times are read as beside it."""
_RANKED = frozenset({"top", "bottom", "fastest", "slowest"})
"""What picks one of them: "which of those sold least to Canada"; "largest imports first" only orders two flows."""
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
    each = linked.language.said(text, "both_limits", "each")
    told = each or (_are_limited(linked) if found.measures[1:] else _is_repeated(found, linked))
    ranked = found.operations & (_RANKED - {"top"} if found.measures[1:] else _RANKED)
    if ranked or len(tests) != 1 or not told or linked.language.said(text, "both_limits", "else"):
        return slots
    return replace(found, operations=found.operations - _SAID | {"both"})


def _flows(slots: Slots, linked: Linked) -> Codes:
    """The measures, the one first that is said again ("the largest imports first"); "exports and imports" are two."""
    if slots.measures == ("total",):
        said = {fold(m.text) for m in linked.mentions if "measures:total" in m.candidates}
        two = said and said <= linked.language.forms("both_limits", "flows")
        return ("exports", "imports") if two else slots.measures
    named = [*linked.codes("measures"), *_ordering(linked)]
    return tuple(sorted(slots.measures, key=lambda measure: -named.count(measure)))


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
    """Whether the same preposition stands before each of the two: "to Mexico and to Canada", "by truck and by rail"."""
    pair = next(codes for codes in (slots.partner, slots.reporter, *slots.filters.values()) if len(codes) > 1)
    led = [_leads(linked, code) for code in pair]
    return all(led) and bool(set.intersection(*led))


def _leads(linked: Linked, code: str) -> set[str]:
    """The prepositions that may stand right before a code."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    named = [(a, b) for a, b in pairs if code in {c.partition(":")[2] for c in b.candidates}]
    within = {fold(b.text).split()[0] for _, b in named if b.kind == "modes" and " " in b.text}  # "by truck"
    return within | {c for a, _ in named for c in a.candidates if c.startswith("prepositions:")}


__all__ = ["both_limits"]
