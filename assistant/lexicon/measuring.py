"""What is measured: the measures that a question names, or that its verbs give."""

from __future__ import annotations

from itertools import pairwise

from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.weighs import is_weight_share
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.topics.tariffs import cues, tariff_measures
from assistant.lexicon.who.passage import of_passage
from assistant.types import Mention

_FLOWS = ("exports", "imports")
_VERBS = {"sell": "exports", "buy": "imports"}
_TRADERS = frozenset({"keys:region", "keys:region_mx", "keys:partner"})
"""Kinds of those who trade: "which states bought the most freight"."""
_PLACED = ("place:", "home:", "region:")
_BESIDE = frozenset({"balance", "surplus", "deficit", "duty", "effective_duty"})
"""Measures that may be listed beside exports and imports, each to be answered."""


_CARRIERS = ("keys:mode", "keys:port", "modes:", "port:")


def measured(linked: Linked) -> Codes:
    """The measures named; a verb gives its flow where no noun does, and both flows joined are the total.

    Weights and unit values whose flow is not said are "weight" and "unit_value": the ends of the flow may tell.
    """
    if rates := tariff_measures(linked):
        return rates
    if listed := _listed(linked) or _by_flow(linked):
        return listed
    named = _named(linked)
    if named == ["total"] and _is_sent(linked):
        named = []  # the verb says which way it goes
    flows = _of_traders(linked) or [m for m in named if m in _FLOWS]
    others = [m for m in named if m not in _FLOWS]
    specific = [m for m in others if m != "total"]
    if {"surplus", "deficit"} <= set(specific) and list(linked.codes("operations")).count("top") < 2:
        specific = ["balance"]  # "in the black or in the red?"
    specific = _once(specific, set(linked.codes("operations")))
    if "contrast:per_dollar" in {c for m in linked.mentions for c in m.candidates} and specific == ["balance"]:
        specific = (
            [] if {*flows, *_of_verbs(linked)} == set(_FLOWS) else specific
        )  # "lopsided: imports per dollar of exports"
    summed = "total" in others and not _set_against(linked) or "sum" in linked.codes("operations")
    if summed and set(flows) == set(_FLOWS) and not specific:
        return ("total",)
    verbs = _of_verbs(linked)
    if not named and (set(verbs) == set(_FLOWS) and _is_gap(linked) or not verbs and _is_moving_gap(linked)):
        return ("gap",)
    if not named and (summed and set(verbs) == set(_FLOWS) or verbs and _goes_both_ways(linked)):
        return ("total",)
    if specific and specific[0] in ("weight", "unit_value"):
        ends = {"to", "from"} & set(linked.codes("prepositions"))  # "freight hauled in from Mexico" came in
        flow = next(iter([*flows, *([] if ends else verbs)]), "")
        return (f"{flow.removesuffix('s')}_{specific[0]}" if flow else specific[0],)
    return tuple(dict.fromkeys(specific or flows or others[:1] or verbs or _of_markets(linked) or of_passage(linked)))


def _once(specific: list[str], operations: set[str]) -> list[str]:
    """The deficit alone where a ranking calls it the balance too: "the worst balance, meaning the biggest deficit"."""
    ranked = operations & {"top", "bottom"} and set(specific) in ({"balance", "deficit"}, {"balance", "surplus"})
    return [name for name in specific if name != "balance"] if ranked else specific


def _of_traders(linked: Linked) -> list[str]:
    """The flow of those who are called by it, whose own word says the same: "suppliers whose sales to the US"."""
    whose = linked.language.forms("limited_measures", "theirs")
    for trader, flow in pairwise(linked.mentions):
        own = {token.word for token in tokenised(linked.text[trader.end : flow.start])} & whose
        named = [c[9:] for c in trader.candidates if c in ("measures:exports", "measures:imports")]
        said = {"measures:exports", "measures:imports"} & {*flow.candidates}
        if own and named and said and "keys:partner" in trader.candidates and f"measures:{named[0]}" not in said:
            return named
    return []


def _is_sent(linked: Linked) -> bool:
    """Whether the trade is what somebody sends or gets: "how much freight did Texas send", not "freight by truck"."""
    cargo = linked.language.forms("lists", "cargo")
    said = all(m.text in cargo for m in linked.mentions if "measures:total" in m.candidates)
    sides = {"with", "between"} & set(linked.codes("prepositions"))
    pairs = [*zip(linked.mentions, linked.mentions[1:], strict=False)]
    beside = [*pairs, *(pair[::-1] for pair in pairs)]  # "Texas mandó" and "mandó Texas"
    carried = linked.language.forms("lists", "carrying")
    verbs = [verb for one, verb in beside if any(c.startswith(_PLACED) for c in one.candidates)]
    verbs += [verb for one, verb in pairs if _TRADERS & set(one.candidates) and verb.text not in carried]
    return said and not sides and any({"verbs:sell", "verbs:buy"} & set(verb.candidates) for verb in verbs)


def _is_gap(linked: Linked) -> bool:
    """Whether the difference of both flows with one partner is asked: "the gap between what we buy and sell there"."""
    others = {code for code in linked.codes("place") if code != linked.home}
    narrow = any(any(linked.codes(section)) for section in ("region", "modes", "port"))
    apart = "difference" in linked.codes("operations")
    return apart and len(others) == 1 and len(set(linked.codes("period"))) < 2 and not narrow


def _is_moving_gap(linked: Linked) -> bool:
    """Whether the gap itself of two countries grows or shrinks: "did the US-Mexico gap widen"."""
    words = linked.language.forms("lists", "gaps")
    gaps = any("operations:difference" in m.candidates and m.text in words for m in linked.mentions)
    return gaps and bool({"rise", "fall"} & set(linked.codes("operations"))) and len(set(linked.codes("place"))) == 2


def _by_flow(linked: Linked) -> Codes:
    """Both flows where trade is to be broken down by direction: "mode by direction", "by mode and flow"."""
    named = set(linked.codes("measures"))
    return _FLOWS if "both_flows" in named and named <= {"both_flows", "total", *_FLOWS} else ()


def _goes_both_ways(linked: Linked) -> bool:
    """Whether a verb of flow stands beside two ends between which it goes: "what moved between the US and Mexico"."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    between = [other for one, other in pairs if "prepositions:between" in one.candidates]
    named = {c for m in linked.mentions for c in m.candidates if c.startswith(_PLACED)}
    placed = any(c.startswith(_PLACED) for m in between for c in m.candidates) or _at_border(linked)
    return placed and len(named) == 2 and not linked.text.lower().count(" than ")


def _at_border(linked: Linked) -> bool:
    """Whether goods cross the border of two countries and no way is said: "moving across the US-Mexico border"."""
    ends = [m.end for m in linked.mentions if any(c.startswith("place:") for c in m.candidates)]
    after = phrase(linked.text[max(ends, default=0) :])[:1]
    said = {"to", "from"} & set(linked.codes("prepositions"))
    return len(ends) == 2 and bool(set(after) & linked.language.forms("lists", "border")) and not said


def _of_markets(linked: Linked) -> list[str]:
    """Imports where the share of a market is asked: a market is what is sold in it."""
    words = linked.language.forms("trade_words", "market")
    shared = any("operations:share" in m.candidates and m.text in words for m in linked.mentions)
    return ["imports"] if shared else []


def _set_against(linked: Linked) -> bool:
    """Whether the growth of the two flows is compared: "did imports grow faster than exports in trade with Mexico"."""
    return bool({"faster", "slower", "moved_more"} & set(linked.codes("searching")))


def _named(linked: Linked) -> list[str]:
    """The measures that nouns name; "the effective US duty" is a rate, "its weight in imports" a share."""
    named = list(linked.codes("measures"))
    if "coverage_ratio" in named and _are_added(linked):
        named = ["total" if measure == "coverage_ratio" else measure for measure in named]
    if "effective" in cues(linked.mentions) or _is_averaged(linked):
        named = ["effective_duty" if measure == "duty" else measure for measure in named]
    heavy = any("measures:weight" in m.candidates and m.text.startswith("heav") for m in linked.mentions)
    if heavy and set(named) - {"weight", *_FLOWS, "total"}:  # "the heaviest deficit"
        named = [measure for measure in named if measure != "weight"]
    shared = "share" in linked.codes("operations") and set(named) & set(_FLOWS) or is_weight_share(linked)
    return [measure for measure in named if measure != "weight"] if shared else named


def _is_averaged(linked: Linked) -> bool:
    """Whether a duty is led by a bare "average", which makes it a rate: "average US duty on", not "average monthly"."""
    led = [m for m in linked.mentions if not any(c.startswith(_PLACED) for c in m.candidates)]
    pairs = zip(led, led[1:], strict=False)
    return any(
        "operations:mean" in one.candidates and " " not in one.text and "measures:duty" in other.candidates
        for one, other in pairs
    )


def _are_added(linked: Linked) -> bool:
    """Whether the two flows stand with a plus or a comma between them and not with a stroke: "exports + imports"."""
    said = [linked.text[m.start : m.end] for m in linked.mentions if "measures:coverage_ratio" in m.candidates]
    return all({"+", ",", "&"} & set(text) and "/" not in text for text in said)


def _of_verbs(linked: Linked) -> list[str]:
    """The flows that verbs give; "can I get that" says nothing where nobody is named who gets it."""
    placed = any(c.startswith(_PLACED) for m in linked.mentions for c in m.candidates)
    weak = frozenset() if placed else linked.language.forms("lists", "weak")
    weak = frozenset(weak) | _carrying(linked)
    codes = (c.removeprefix("verbs:") for m in linked.mentions if m.text not in weak for c in m.candidates)
    return [_VERBS[code] for code in codes if code in _VERBS]


def _carrying(linked: Linked) -> frozenset[str]:
    """The verbs that only say what a mode or a port does, or how a figure divides: "which mode carried the most"."""
    words = linked.language.forms("lists", "carrying")
    pairs = [(one, verb) for one, verb in zip(linked.mentions, linked.mentions[1:], strict=False) if verb.text in words]
    return frozenset(verb.text for one, verb in pairs if _carries(one) or _is_told(linked, one))


def _carries(mention: Mention) -> bool:
    """Whether it is a mode or a port, which carries both ways: "how much did rail carry"."""
    return any(c.startswith(_CARRIERS) for c in mention.candidates)


def _is_told(linked: Linked, mention: Mention) -> bool:
    """Whether it is a figure that was told, and nobody who sells: "how much of it moved by rail"."""
    before = phrase(linked.text[: mention.start])[-1:]
    return "dialogue:that" in mention.candidates and set(before) <= {"of", "de"} and bool(before)


def _listed(linked: Linked) -> Codes:
    """Measures that stand in a list with a balance or duty: "imports, exports and the balance"."""
    found = [m for m in linked.mentions if any(c.startswith("measures:") for c in m.candidates)]
    codes = [next(c[9:] for c in m.candidates if c.startswith("measures:")) for m in found]
    if len(found) < 2 or not set(codes) & _BESIDE or not set(codes) & set(_FLOWS):
        return ()
    lists = linked.language.section("lists")
    joins = {word for phrase in (*lists["joins"], *lists["articles"]) for word in fold(phrase).split()}
    home = f"home:{linked.home}", f"place:{linked.home}"  # "US imports and the US deficit"
    joins |= {t.word for m in linked.mentions if {*home} & {*m.candidates} for t in tokenised(m.text)}
    gaps = (linked.text[left.end : right.start] for left, right in zip(found, found[1:], strict=False))
    return tuple(dict.fromkeys(codes)) if all({t.word for t in tokenised(gap)} <= joins for gap in gaps) else ()
