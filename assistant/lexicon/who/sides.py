"""Sides that the usual roles of places miss: states as buyers, two states, a partner in another's trade."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.ranked_itself import ranked_itself
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import OTHER_FLOW
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports", "total"})
_NOUNS = frozenset({"exports", "imports", "sales", "purchases"})
_HELPING = frozenset({"that", "who", "which", "que", "has", "have", "had", "did", "do", "does", "han", "ha", "nos"})
"""What may stand between who trades and the verb: "which countries have sold"."""
_RANKED = frozenset({"top", "bottom", "fastest", "slowest", "ordered"})


def sided(slots: Slots, linked: Linked) -> Slots:
    """The slots with states on the side that they stand on, and products within products told apart."""
    slots = _to_each_other(_states(_bought_abroad(_by_partners(slots, linked), linked), linked), linked)
    return ranked_itself(_duties(_within(_part_of_trade(slots, linked), linked), linked), linked)


def _by_partners(slots: Slots, linked: Linked) -> Slots:
    """What partners sell is bought at home, where they are the subject: "which countries sold the most in 2024?"."""
    if (
        len(slots.measures) != 1
        or slots.measures[0] not in OTHER_FLOW
        or slots.places
        or slots.partner
        or slots.keys != ("partner",)
    ):
        return slots
    done = next((p for p in _pairs(linked) if "keys:partner" in p[0].candidates and _is_done_by(linked, *p)), None)
    others = [m for m in linked.mentions if done and m is not done[1]]
    named = any(c.startswith(("measures:", "home:", "verbs:sell", "verbs:buy")) for m in others for c in m.candidates)
    if done is None or named:
        return slots
    return replace(slots, measures=(OTHER_FLOW[slots.measures[0]],))


def _is_done_by(linked: Linked, subject: Mention, verb: Mention) -> bool:
    """Whether a verb of trade stands right behind its subject: not "countries by exports", nor "were sold"."""
    between = fold(linked.text[subject.end : verb.start]).split()
    plural = subject.text.endswith("s") and verb.text in _NOUNS  # "top countries: exports"
    trades = {"verbs:sell", "verbs:buy"} & set(verb.candidates)
    return bool(trades) and not plural and set(between) <= _HELPING


def _bought_abroad(slots: Slots, linked: Linked) -> Slots:
    """States abroad that buy from home: "which states bought the most US machinery" is where its exports went."""
    narrowed = slots.filters.get("region") or slots.measures != ("imports",) or "region" not in slots.keys
    if narrowed or not _take_home(linked):
        return slots
    abroad = {**slots.filters, "region": ABROAD}
    return replace(slots.sided((linked.home,), ("MEX",)), measures=("exports",), filters=abroad)


def _states(slots: Slots, linked: Linked) -> Slots:
    """States are no partners; those of the partner that buy are where the home country's exports go."""
    regions = slots.filters.get("region", ())
    if not regions:
        return slots
    countries = {code.split("-")[0] for code in regions}
    partners = tuple(code for code in slots.partner if code != linked.home)
    if countries == {"US"} and linked.home == "USA" and "USA" in slots.partner and partners:
        slots = replace(slots, partner=partners)
    if countries != {"MX"} or linked.home != "USA":
        return slots
    if "partner" in slots.keys:
        slots = replace(slots, keys=tuple(key for key in slots.keys if key != "partner"))
    buying = any({"keys:partner", "measures:exports"} <= set(m.candidates) for m in linked.mentions)
    ours = any(place_of(one) == "USA" and "measures:exports" in other.candidates for one, other in _pairs(linked))
    if slots.measures == ("exports",) and ours and set(slots.places) <= {"USA", "MEX"}:  # "Coahuila, US exports there"
        return replace(slots, reporter=("USA",), partner=("MEX",), doubtful="")
    sent = any("destination" in m.text for m in linked.mentions if "keys:region_mx" in m.candidates)
    if sent and not slots.measures:  # "top Mexican destination states for US goods"
        return replace(slots, measures=("exports",), reporter=("USA",), partner=("MEX",), doubtful="")
    receiving = any(m.candidates == ("keys:partner",) for m in linked.mentions) and not slots.measures
    if receiving and slots.reporter == ("USA",):  # "as destinations of US goods"
        return replace(slots, measures=("exports",), partner=("MEX",))
    if slots.measures == ("imports",) and _take_in(linked):  # "which Mexican states bought the most US machinery"
        return replace(slots, measures=("exports",), reporter=("USA",), partner=("MEX",), doubtful="")
    if slots.measures == ("exports",) and (buying and set(slots.reporter) <= {"MEX"} or not slots.partner):
        return replace(slots, reporter=("USA",), partner=("MEX",), doubtful="")
    return slots


def _take_in(linked: Linked) -> bool:
    """Whether states abroad are the subject of a verb of buying, and no other country stands before it."""
    verbs = [m for m in linked.mentions if "verbs:buy" in m.candidates]
    if len(verbs) != 1 or any("measures:imports" in m.candidates for m in linked.mentions if m is not verbs[0]):
        return False
    before = [m for m in linked.mentions if m.end <= verbs[0].start]
    states = any("keys:region_mx" in m.candidates or m.candidates[0].startswith("region:MX") for m in before)
    return states and not any(place_of(m) for m in before)


def _take_home(linked: Linked) -> bool:
    """Whether states that no country is named for are the subject of a verb of buying, and what they buy is home's."""
    verbs = [at for at, m in enumerate(linked.mentions) if "verbs:buy" in m.candidates]
    if linked.home != "USA" or len(verbs) != 1:
        return False
    before, after = linked.mentions[: verbs[0]], linked.mentions[verbs[0] + 1 :]
    states = [m for m in before if "keys:region" in m.candidates]
    bare = bool(states) and not any(set(m.text.split()) & linked.language.forms("lists", "of_home") for m in states)
    named = [place_of(m) for m in after if place_of(m)]
    bare = bare and not any("measures:imports" in m.candidates for m in (*before, *after))
    return bare and set(named) == {linked.home} and not any(place_of(m) for m in before)


def _to_each_other(slots: Slots, linked: Linked) -> Slots:
    """Who sells more to the other is whose balance with it is a surplus."""
    plain, words = fold(linked.text), linked.language.section("trade_words").get("each_other", ())
    named = tuple(dict.fromkeys(slots.places))
    flow = slots.measures in (("exports",), ("imports",))
    beside = any(m.text.endswith("each other") for m in linked.mentions if "operations:compare" in m.candidates)
    if len(named) != 2 or not flow or beside or not any(fold(word) in plain for word in words):
        return slots
    keys = tuple(key for key in slots.keys if key != "partner")
    operations = slots.operations - {"compare", "exceed", "trail", "top", "difference"}
    return replace(slots.sided(named[:1], named[1:]), measures=("balance",), keys=keys, operations=operations)


def _duties(slots: Slots, linked: Linked) -> Slots:
    """Imports beside the duty on them are the home country's; those per kilogram of an adjective are anyone's."""
    charged = {"duty", "effective_duty"} & set(slots.measures)
    if charged and slots.doubtful and slots.reporter == (slots.doubtful,) and not slots.partner:
        return replace(slots, reporter=(linked.home,), partner=slots.reporter, doubtful="")
    if charged and _are_theirs(slots, linked):
        return replace(slots, reporter=(linked.home,), partner=slots.reporter)
    if _enters(slots, linked.home):
        sent = slots.reporter
        return replace(slots, reporter=(linked.home,), partner=sent, origin=sent, doubtful="")
    alone = len(slots.reporter) == 1 and not slots.origin and not slots.destination and linked.home not in slots.places
    owned = any(place_of(a) in slots.reporter and "measures:imports" in b.candidates for a, b in _pairs(linked))
    if slots.measures[:1] == ("import_unit_value",) and alone and owned and not slots.partner:
        return replace(slots, doubtful=slots.reporter[0])
    return slots


def _are_theirs(slots: Slots, linked: Linked) -> bool:
    """Whether duty is asked on imports that an adjective says whose goods they are: "duty on Swedish imports"."""
    alone = len(slots.reporter) == 1 and not slots.partner and linked.home not in slots.places
    pairs = ((one, other) for pair in _pairs(linked) for one, other in (pair, pair[::-1]))
    beside = [one for one, other in pairs if "measures:imports" in other.candidates and place_of(one) in slots.reporter]
    theirs = any(not linked.text[one.end :].startswith(("'", "\u2019")) for one in beside)
    return alone and (theirs or _are_charged_goods(slots, linked))


def _are_charged_goods(slots: Slots, linked: Linked) -> bool:
    """Whether duty is asked on goods that a place behind it owns: "duty on France's goods", and not "France's duty"."""
    sold = {"goods:flow", "measures:exports"}

    def is_sold(mention: Mention) -> bool:
        return mention.kind == "product" or bool(sold & {*mention.candidates})

    charged = [m.end for m in linked.mentions if {"measures:duty", "measures:effective_duty"} & set(m.candidates)]
    owned = (one for one, other in _pairs(linked) if is_sold(other) and place_of(one) in slots.reporter)
    return bool(charged) and any(one.start > charged[0] for one in owned)


def _enters(slots: Slots, home: str) -> bool:
    """Whether duty or freight is asked on what another country sent: "on Chinese goods entering the US"."""
    charged = {"duty", "effective_duty"} & set(slots.measures) and slots.partner == (home,) == slots.destination
    freight = "freight" in slots.measures and not slots.partner  # "what Mexico sent through Laredo"
    return bool(charged or freight) and len(slots.reporter) == 1 and home not in slots.reporter


def _part_of_trade(slots: Slots, linked: Linked) -> Slots:
    """A partner in another's trade: "Japan in US imports: share in 1990"."""
    shared, listed = "share" in slots.operations and not slots.filters, "product" in slots.keys
    if not (shared or listed) or slots.measures[1:] or len(set(slots.places)) != 2:
        return slots
    mentions = linked.mentions
    for at in range(len(mentions) - 2):
        lead, whole, flow = mentions[at : at + 3]
        inside = "prepositions:in" in lead.candidates and _flow(flow) == slots.measures[:1]
        if inside and (other := place_of(whole)) and (one := next(iter(set(slots.places) - {other}), "")):
            before = any(place_of(mention) == one for mention in mentions[:at])
            return (
                replace(slots, reporter=(other,), partner=(one,), partner_share=shared, doubtful="")
                if before
                else slots
            )
    return slots


def _pairs(linked: Linked) -> list[tuple[Mention, Mention]]:
    """The mentions that follow each other, two by two, without a "that" between: "countries that bought"."""
    told = [m for m in linked.mentions if m.candidates != ("dialogue:that",)]
    return list(zip(told, told[1:], strict=False))


def _flow(mention: Mention) -> tuple[str, ...]:
    found = (c.removeprefix("measures:") for c in mention.candidates if c.startswith("measures:"))
    return tuple(code for code in found if code in _FLOWS)[:1]


def _within(slots: Slots, linked: Linked) -> Slots:
    """A product and the chapter that holds it: no ranking of chapters is asked beside them."""
    products = slots.filters.get("product", ())
    nested = len(products) == 2 and any(a != b and a.startswith(b) for a in products for b in products)
    if "share" not in slots.operations or not nested or slots.operations & _RANKED:
        return slots
    return replace(slots, keys=tuple(key for key in slots.keys if key != "product"), level=None)


__all__ = ["sided"]
