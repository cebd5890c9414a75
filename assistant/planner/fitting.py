"""Whether a plan fits how a thing was said: who owns each flow, what is left out of what, multiples of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.languages.language import load
from assistant.lexicon.linked import one_place
from assistant.lexicon.question import Question
from assistant.lexicon.ranks.claimed_place import CLAIMED
from assistant.lexicon.tokens import fold
from assistant.store.members import is_country, is_group
from assistant.types import Gap, Mention

_MULTIPLIED = frozenset({"doubling", "ratio", "find", "apart", "difference", "growth", "where", "streak", "volatility"})
_DATED = frozenset({"streak", "crossing", "find", "where", "extreme"})
_MOVED = frozenset({"growth", "rise", "fall", "change"})
_BETWEEN = frozenset({"home", "place", "quantity", "ranks"})
"""Kinds of words that may stand between "of" and the superlative: "of our five largest"."""
_KINDS = frozenset({"keys:region", "keys:region_mx", "keys:partner", "keys:port"})
_FLOWS = frozenset({"measures:exports", "measures:imports"})
_SIDES = frozenset({"prepositions:to", "prepositions:from", "prepositions:with"})


def unfitting(question: Question, tools: set[str]) -> Iterator[str]:
    """What is said of one thing and planned of another, as it is asked for."""
    yield from _excluded(question)
    yield from _owned(question)
    yield from _inside(question)
    yield from _ends(question)
    yield from _climbed(question)
    yield from _ranked_first(question)
    yield from _narrowed_kind(question)
    yield from _unknown_ports(question)
    yield from _lost_partners(question)
    yield from _another_place(question)
    yield from _all_of_a_kind(question)
    since = next((m.text for m in question.mentions if "searching:since_when" in m.candidates), "")
    if since and tools.isdisjoint(_DATED):
        yield since
    multiple = next((m.text for m in question.mentions if m.candidates[0].startswith("multiples:")), "")
    if multiple and not question.slots.condition and (tools.isdisjoint(_MULTIPLIED) or tools >= {"difference", "find"}):
        yield multiple  # "twice the imports": not the figure itself, nor when it was above those of another


def _climbed(question: Question) -> Iterator[str]:
    """A move in the ranking itself, which growth is not: "which partners went up in the ranking"."""
    moves = {"operations:rise", "operations:fall", "operations:growth"}
    for move, ranking in pairwise(question.mentions):
        beside = not question.text[move.end : ranking.start].strip()
        if beside and moves & {*move.candidates} and "standing:verb" in ranking.candidates:
            yield ranking.text


def _all_of_a_kind(question: Question) -> Iterator[str]:
    """All of a kind as a part, of which the plan has none: "do all ports together make up the whole trade"."""
    slots = question.slots
    for mention in question.mentions if question.previous is None and "share" in slots.operations else ():
        kind = next((c.removeprefix("dialogue:all_") for c in mention.candidates if c.startswith("dialogue:all_")), "")
        if kind and f"keys:{kind}" in mention.candidates and kind not in (*slots.keys, *slots.filters, slots.part):
            yield mention.text


def _another_place(question: Question) -> Iterator[str]:
    """A later place that is asked for, where one thing is named and told to have another: "it led. Who was second?"."""
    slots, ranks = question.slots, ("ranks:", "ordinals:")
    claimed = "polar" in slots.operations or any(CLAIMED in m.candidates for m in question.mentions)
    one = len(slots.partner) == 1 and is_country(slots.partner[0]) and "partner" in slots.keys
    alone = not (claimed or slots.beside or "led" in slots.operations) and question.previous is None
    if one and alone and (slots.pick or 0) > 1:
        yield next((m.text for m in question.mentions if m.candidates[0].startswith(ranks)), "ranking")


def _narrowed_kind(question: Question) -> Iterator[str]:
    """What narrows a kind of thing of which all are meant without it: "the border states"."""
    language = load(question.language)
    narrowing, relative = language.forms("narrowing", "words"), language.forms("narrowing", "that")
    for mention in question.mentions:
        if any(code in _KINDS for code in mention.candidates):
            before, after = question.text[: mention.start].split()[-1:], question.text[mention.end :].split()[:2]
            after = after[1:] if after and _bare(after[0]) in relative else after[:1]  # "states that border Mexico"
            yield from (word for word in map(_bare, (*before, *after)) if word in narrowing)


def _unknown_ports(question: Question) -> Iterator[str]:
    """The code of a port that no table holds: "port 9999"."""
    for kind, code in pairwise(question.mentions):
        beside = not question.text[kind.end : code.start].strip(" #")
        if beside and "keys:port" in kind.candidates and re.fullmatch(r"n:\d{4}", code.candidates[0]):
            yield code.text


def _lost_partners(question: Question) -> Iterator[str]:
    """Partners that are asked for where the plan tells none apart: "which partners took more in 2024 but sold less"."""
    slots, forms = question.slots, load(question.language).forms("lists", "which_ones")
    asks = {word for form in forms for word in form.split()}
    told = {*slots.keys} & {"partner", "reporter"} or slots.among or slots.within or slots.pick or slots.beside
    held = slots.operations & {"exceed", "trail"} and {*slots.measures} == {"exports", "imports"}
    named = {place for m in question.mentions if (place := one_place(m))} - {"USA"}
    if question.previous is not None or told or not held or named:
        return
    for mention in question.mentions:
        led = {_bare(word) for word in (*question.text[: mention.start].split()[-1:], *mention.text.split()[:1])}
        if "keys:partner" in mention.candidates and asks & led:
            yield mention.text


def _bare(word: str) -> str:
    return fold(word).strip(",.;:?!()¿¡")


def _ranked_first(question: Question) -> Iterator[str]:
    """The first of a ranking whose growth is asked, which is not the fastest growth: "which of our top five shrank"."""
    if not question.slots.number or not _MOVED & question.slots.operations:
        return
    for before, top in pairwise(m for m in question.mentions if m.kind not in _BETWEEN):
        if "prepositions:of" in before.candidates and "operations:top" in top.candidates:
            yield top.text


def unanswerable(question: Question) -> Gap | None:
    """Why no plan is made, where what is asked is said of the figures and no figure: duty paid or not, causes."""
    return _dutiless(question) or _taxed_part(question) or _caused(question) or _unchosen(question)


def _unchosen(question: Question) -> Gap | None:
    """The question back where one of several is to be chosen, and none of them is named: "which sold us more?"."""
    slots, language = question.asked, load(question.language)
    rest = "".join(fold(question.text))
    for mention in question.mentions:
        rest = f"{rest[: mention.start]}{'#' * (mention.end - mention.start)}{rest[mention.end :]}"
    chosen = language.said(rest, "held", "choosing_one") and language.said(rest, "held", "choosing_by")
    if not chosen or slots.operations or slots.keys or slots.condition or not slots.measures:
        return None
    return Gap("clarify", "unclear", "what")


def _dutiless(question: Question) -> Gap | None:
    """That no flow is loaded by whether it paid duty, where its figure is asked for: "duty-free imports in 2016"."""
    free = next((m.text for m in question.mentions if "tariffs:exempt" in m.candidates), "")
    figure = question.asked.periods and {"imports", "exports"} & set(question.asked.measures)
    if not free or not figure or any(cue.startswith("explain:") for cue in question.about):
        return None
    return Gap("declined", "unclear", "not_realised", (("what", free),))


def _taxed_part(question: Question) -> Gap | None:
    """That no flow is loaded by whether it pays duty, where a part is asked for: "what share of imports paid duty"."""
    share, flow, duty = (
        next((m for m in question.mentions if code in m.candidates), None)
        for code in ("operations:share", "measures:imports", "measures:duty")
    )
    if share is None or flow is None or duty is None or not share.end <= flow.start <= duty.start:
        return _taxed_thing(question, share, duty) if share and duty else None
    between = question.text[flow.end : duty.start]
    pays = any("tariffs:pay" in m.candidates for m in question.mentions if flow.end <= m.start < duty.start)
    if not pays and load(question.language).said(fold(between), "lists", "liable") is None:
        return None
    return Gap("declined", "unclear", "not_realised", (("what", question.text[flow.start : duty.end]),))


def _taxed_thing(question: Question, share: Mention, duty: Mention) -> Gap | None:
    """The same of goods or of what was told before, and paid duty: "how much of that steel paid duty"."""
    told = [m for m in question.mentions if share.end <= m.start < duty.start]
    things = [m for m in told if m.kind == "product" or "dialogue:that" in m.candidates]
    pays = [m for m in told if "tariffs:pay" in m.candidates]
    close = len(pays) == 1 and len(question.text[pays[0].end : duty.start].split()) < 2
    between = [m for m in told if things and things[-1].end <= m.start < pays[0].start] if pays else []
    if not things or not close or any(m.kind not in ("place", "period", "prepositions") for m in between):
        return None
    return Gap("declined", "unclear", "not_realised", (("what", question.text[pays[0].start : duty.end]),))


def _caused(question: Question) -> Gap | None:
    """That no figure says whether one thing caused another: "did the USMCA cause the increase in imports"."""
    moved = _MOVED & question.asked.operations and "polar" in question.asked.operations
    if not moved or not load(question.language).said(fold(question.text), "supposed", "causes"):
        return None
    return Gap("declined", "not_computable", "caused")


def _excluded(question: Question) -> Iterator[str]:
    """What is left out twice, or of a trade with one partner: "exports to Mexico not excluding Canada"."""
    leaving = [m for m in question.mentions if "exclusion:not" in m.candidates and m.text]
    if any(not question.text[a.end : b.start].strip() for a, b in pairwise(leaving)):
        yield "exclusion"
    partners, left_out = question.slots.partner, question.slots.without.get("partner", ())
    alone = bool(partners) and all(map(is_country, partners))
    if alone and any(code in partners or is_group(code) for code in left_out):
        yield "exclusion"
    named = [one_place(m) for m in question.mentions]
    if any(named.count(code) > 1 for code in left_out):
        yield "exclusion"  # "imports from Mexico of goods not made in Mexico"


def _owned(question: Question) -> Iterator[str]:
    """Flows whose owner and other side are not those of the plan: "compare US exports with Germany's exports"."""
    slots, mentions = question.slots, question.mentions
    if not slots.reporter or not slots.partner:
        return
    for at in range(len(mentions) - 3):
        owner, flow, side, other = mentions[at : at + 4]
        there = _FLOWS & set(flow.candidates) and _SIDES & set(side.candidates)
        codes = one_place(owner), one_place(other)
        if codes[0] == codes[1] and any(_FLOWS & {*m.candidates} for m in mentions[at + 4 : at + 5]):
            continue  # "the ratio of US imports to US exports"
        if there and all(codes) and _beside(question.text, owner, flow, side, other) and not _fits(question, *codes):
            yield codes[0]


def _ends(question: Question) -> Iterator[str]:
    """A place that the trade comes from and goes to: "exports from Mexico to Mexico"."""
    asked, signed = question.asked, question.asked.measures in (("surplus",), ("deficit",))
    both = len(asked.measures) > 1 or asked.measures == ("coverage_ratio",) or signed and asked.condition
    if both or question.slots.floor:
        return  # imports from it and exports to it
    led = [(side.candidates, one_place(place)) for side, place in pairwise(question.mentions)]
    origins = {code for sides, code in led if "prepositions:from" in sides}
    yield from (code for sides, code in led if code and code in origins and "prepositions:to" in sides)


def _fits(question: Question, owner: str, other: str) -> bool:
    """Whether the plan has trade of one with the other, on whichever books."""
    sides = set(question.slots.reporter), set(question.slots.partner)
    known = {*sides[0], *sides[1]}
    ours = owner in sides[0] and other in sides[1] or owner in sides[1] and other in sides[0]
    return ours or not {owner, other} <= known


def _beside(text: str, *mentions: Mention) -> bool:
    """Whether nothing stands between mentions but an article and a possessive ending."""
    gaps = (text[a.end : b.start].strip().lower() for a, b in pairwise(mentions))
    return all(gap in ("", "'s", "'", "the") for gap in gaps)


def _inside(question: Question) -> Iterator[str]:
    """A share inside another partner's trade: "the market share of Mexico in the EU"."""
    if "share" not in question.slots.operations or len(question.slots.partner) < 2:
        return
    for before, place in pairwise(question.mentions):
        code = one_place(place)
        led = "prepositions:in" in before.candidates and question.text[before.end : place.start].strip() in ("", "the")
        if led and code in question.slots.partner:
            yield code
