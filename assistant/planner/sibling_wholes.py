"""The loaded ports, or Mexican states, as the whole of a share, where a question names them as one.

So do "of the Texas ports' trade" and "among the Mexican states".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.state_ends import ABROAD
from assistant.store.store import Store
from assistant.types import Mention

_AMONG = "prepositions:between"
_MOVES = frozenset({"growth", "rise", "fall", "change", "difference", "series"})
_NEAR = 4
"""Words around a kind of thing that tell which of them are meant."""
_THAT = "dialogue:that"
_FLOWS = frozenset({"measures:total", "measures:imports", "measures:exports", "verbs:buy", "verbs:sell"})
_SHARED = frozenset({"share", "in_percent", "amount", "per_key"})
_BETWEEN = frozenset(
    {"place", "home", "prepositions", "dialogue", "tests", "period", "modes", "product", "region", "verbs"}
)
"""What may stand between the goods and the ports that they cross at."""
_PASSED = ("prepositions:", "place:", "goods:", "period:", "home:", _THAT)


def of_siblings(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots of a share with all that are loaded beside its part as its whole, where the question says so."""
    return _of_states(question, _of_ports(question, slots, store), store)


def _of_states(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots of a Mexican state's share with all states that are known as destinations as its whole.

    A share of all exports to the country stays one of a whole that is not loaded.
    """
    states = slots.filters.get("region", ())
    placed = bool(states) and all(code.startswith(ABROAD) and code not in ABROAD for code in states)
    if "share" not in slots.operations or slots.part.split()[-1:] not in ([], ["region"]) or not placed:
        return slots
    if slots.operations & _MOVES:  # the sentence of a share's change does not tell of which states it is
        return slots
    among = _are_among(question) and not _is_of_country(question.mentions) or _are_reached(question)
    if not among and not _are_known(question, "keys:region_mx"):
        return slots
    known = sorted(code for code in store.names.titles["region"] if code.startswith(ABROAD))
    return replace(slots, part=slots.part or "region", siblings=tuple(known))


def _are_known(question: Question, key: str) -> bool:
    """Whether the things of a kind are told to be those that are loaded: "states with a known destination"."""
    known = load(question.language).forms("lists", "known_whole")
    named = [m for m in question.mentions if key in m.candidates]
    around = (
        (fold(question.text[: m.start]).split()[-_NEAR:], re.split(r"[,;:?.]", fold(question.text[m.end :]))[0].split())
        for m in named
    )
    return any(known & {*before, *after[:_NEAR]} for before, after in around)


def _are_among(question: Question) -> bool:
    """Whether the states are those among which it is: "among the Mexican states", "of the Mexican states, what"."""
    mentions = question.mentions
    at = next((at for at, m in enumerate(mentions) if "keys:region_mx" in m.candidates), 0)
    before = mentions[:at][::-1]
    return bool(before) and (_AMONG in before[0].candidates or _opens(before, question.text[mentions[at].end :]))


def _are_reached(question: Question) -> bool:
    """Whether a flow goes to the states as a whole and a state is set apart: "of exports to Mexican states, what …".

    Not where they are told of the part: "the Mexican states of Chihuahua and Sonora".
    """
    told = [m for m in question.mentions if not {"prepositions:of", "prepositions:in"} & {*m.candidates}]
    at = next((at for at, m in enumerate(told) if "keys:region_mx" in m.candidates and m.text.endswith("s")), 0)
    flow = any(_FLOWS & {*m.candidates} for m in told[:at])
    led = at > 1 and bool({"prepositions:to", "prepositions:with"} & {*told[at - 1].candidates})
    return flow and led and all(m.kind != "region" for m in told[at + 1 : at + 2])


def _of_ports(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots of a port's share with all ports of the state as its whole, where their trade is what it is a share of.

    A share of all trade with a country stays one of a whole that is not loaded.
    """
    region, ports = slots.filters.get("region", ()), slots.filters.get("port", ())
    loaded = _are_known(question, "keys:port") or _are_told_before(question)
    if "share" not in slots.operations or not ports or not (loaded or set(region) == store.names.port_regions):
        return slots
    free = slots.part in ("", "region") or slots.part.endswith("port") or _follow_share(question.mentions)
    if not free or slots.operations & _MOVES and loaded:
        return slots
    together = _are_together(question)
    traded = (
        _are_traded(question) or together or load(question.language).said(fold(question.text), "lists", "at_border")
    )
    own = not _is_of_country(question.mentions) or _narrow_flow(question) or together
    told = own and (traded or _are_all(question))
    country = _is_of_country(question.mentions) and question.mentions[0].candidates[0].endswith("between")
    told = told or _are_crossed(question) or _are_beside(question) and not country
    if not loaded and not told:
        return slots
    part = slots.part if slots.part.endswith(" port") else "port"
    return replace(slots, part=part, siblings=tuple(sorted(store.names.titles["port"])))


def _are_traded(question: Question) -> bool:
    """Whether the ports of the state are said together, as those among which it is, or with their trade beside them."""
    mentions = question.mentions
    for at, (first, second) in enumerate(_pairs(mentions)):
        codes = {c.split(":")[0] for c in first.candidates} | {c.split(":")[0] for c in second.candidates}
        keyed = next((m for m in (first, second) if "keys:port" in m.candidates), None)
        if keyed is None or "region" not in codes or not _is_many(keyed, mentions):
            continue
        start, end = min(first.start, second.start), max(first.end, second.end)
        before = [m for m in mentions if m.end <= start][::-1]
        after = [m for m in mentions if m.start >= end and m.kind != "modes"][:1]
        if before and _AMONG in before[0].candidates or _opens(before, question.text[end:]):
            return True
        if any(map(_is_flow, after)) or _leads_to_flow(before) or at and _is_flow(mentions[at - 1]):
            return True
    return False


def _are_told_before(question: Question) -> bool:
    """Whether the turn before told all ports together, and this one names no other whole: "how much was Laredo's"."""
    before, named = question.previous, ("measures:", "place:", "home:", "keys:", "region:")
    whole = before is not None and before.keys == ("port",) and "sum" in before.operations and not before.number
    return whole and not any(code.startswith(named) for m in question.mentions for code in m.candidates)


def _are_beside(question: Question) -> bool:
    """Whether the ports of the state are told beside one of them, and not of it, as "the Texas ports of Laredo" are."""
    said = [m for m in question.mentions if m.kind != "harmless"]
    for at, ports in enumerate(said):
        near = [m.kind for m in (*said[max(at - 1, 0) : at], *said[at + 1 : at + 3])]
        if "keys:port" not in ports.candidates or not ports.text.endswith("s") or "region" not in near:
            continue
        told = ("region", "prepositions")
        after = next((m for m in said[at + 1 :] if m.kind not in told), ports)
        comma = question.text[ports.end : after.start].lstrip().startswith(",")
        return after.kind != "port" or comma
    return False


def _are_all(question: Question) -> bool:
    """Whether a share is of the ports themselves: "what share of all the Texas ports", "en el total de los puertos"."""
    mentions, passed = question.mentions, ("prepositions", "region", "harmless", "verbs", "port")
    ports = (at for at, m in enumerate(mentions) if "keys:port" in m.candidates and m.text.endswith("s"))
    whole = (at for at in ports if at and mentions[at - 1].kind in ("prepositions", "region"))
    led = (next((m for m in mentions[:at][::-1] if m.kind not in passed), None) for at in whole)
    return any(m is not None and "operations:share" in m.candidates for m in led)


def _is_of_country(mentions: Sequence[Mention]) -> bool:
    """Whether it is a share of a country's trade, wherever the ports stand: "what share of US trade with Mexico"."""
    named = [[c.partition(":")[0] for c in m.candidates] for m in mentions if "prepositions:of" not in m.candidates]
    pairs = zip(named, named[1:], strict=False)
    return any("operations" in first and {"place", "home"} & set(second) for first, second in pairs)


def _narrow_flow(question: Question) -> bool:
    """Whether the ports say which trade of a country it is: "what share of US imports from Mexico through Texas ports".

    Not where a verb leads to them: "what share of US trade with Mexico goes through the Texas ports".
    """
    for before, led, *after in zip(*(question.mentions[i:] for i in range(4)), strict=False):
        named = {c.partition(":")[0] for c in before.candidates}
        close = named & {"place", "measures"} and not question.text[before.end : led.start].strip()
        led_on = "prepositions:via" in led.candidates and (close or _THAT in before.candidates)
        if led_on and any("keys:port" in m.candidates for m in after):
            return True
    return False


def _are_crossed(question: Question) -> bool:
    """Whether the ports are where the whole crosses and a port of them the part: "that crossed at Texas ports".

    Not where they are told of the part: "Texas ports such as Laredo", "at the Texas ports of Laredo and El Paso".
    """
    mentions, plain = question.mentions, question.slots.operations <= _SHARED
    at = next((at for at, m in enumerate(mentions) if "keys:port" in m.candidates and m.text.endswith("s")), 0)
    after = [m for m in mentions[at + 1 :] if not {"prepositions:of", "prepositions:in"} & {*m.candidates}]
    led, named = mentions[:at][::-1], [m.kind for m in (*mentions[max(at - 1, 0) : at], *after[:1])]
    told = next((m for m in after if m.kind != "region"), mentions[at])
    told_of = told.kind == "port" and not question.text[mentions[at].end : told.start].lstrip().startswith(",")
    flow = next((i for i, m in enumerate(led) if _FLOWS & {*m.candidates} or m.kind == "goods"), 0)
    crossed = bool(flow) and all(m.kind in _BETWEEN or "keys:port" in m.candidates for m in led[:flow])
    crossed = crossed or _is_everything(question, led, mentions[at].start)
    return plain and crossed and "region" in named and not told_of and any(m.kind == "port" for m in mentions)


def _is_everything(question: Question, led: Sequence[Mention], ports: int) -> bool:
    """Whether all that crosses there is the whole: "everything that entered from Mexico via Texas border ports"."""
    said = load(question.language).said(fold(question.text[:ports]), "lists", "everything")
    plain = (m.kind in _BETWEEN or {"prepositions:via", "operations:share"} & {*m.candidates} for m in led)
    return said is not None and all(plain)


def _follow_share(mentions: Sequence[Mention]) -> bool:
    """Whether the ports of the state and a mode stand right behind "share of": "% of Texas port rail imports"."""
    told = [m for m in mentions if "prepositions:of" not in m.candidates]
    for share, one, other, mode in zip(*(told[at:] for at in range(4)), strict=False):
        ports = "region" in (one.kind, other.kind) and "keys:port" in (*one.candidates, *other.candidates)
        if "operations:share" in share.candidates and ports and mode.kind == "modes":
            return True
    return False


def _opens(before: Sequence[Mention], after: str) -> bool:
    """Whether the ports stand set off before the question: "of the Texas ports, what share did Laredo have"."""
    alone = all(m.kind == "prepositions" or "dialogue:only" in m.candidates for m in before)
    return alone and after.startswith((",", ":"))


def _are_together(question: Question) -> bool:
    """Whether the ports are put together before the question: "taking all Texas ports together, what share of"."""
    for at, ports in enumerate(question.mentions[:-1]):
        if "keys:port" in ports.candidates and "operations:sum" in question.mentions[at + 1].candidates:
            led = question.mentions[:at]
            opened = all(m.kind in ("prepositions", "region", "place") for m in led)
            return opened and question.text[question.mentions[at + 1].end :].startswith((",", ":"))
    return False


def _is_many(ports: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether all ports are meant: "Texas ports", "Texas border port trade"."""
    after = next((m for m in mentions if m.start >= ports.end and m.kind != "modes"), None)
    return ports.text.endswith("s") or after is not None and _is_flow(after)


def _pairs(mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Mentions beside each other, with a preposition or a partner between: "ports of Texas", "Texas-Mexico ports"."""
    plain = [m for m in mentions if m.kind not in ("prepositions", "place")]
    return list(zip(plain, plain[1:], strict=False))


def _leads_to_flow(before: Sequence[Mention]) -> bool:
    """Whether only a partner stands between a flow and the ports: "trade with Mexico through Texas ports"."""
    flow = next((m for m in before if not any(c.startswith(_PASSED) for c in m.candidates)), None)
    return flow is not None and _is_flow(flow)


def _is_flow(mention: Mention) -> bool:
    return bool((_FLOWS - {"verbs:buy", "verbs:sell"}) & set(mention.candidates))


__all__ = ["of_siblings"]
