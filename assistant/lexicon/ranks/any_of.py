"""Whether there is any of a kind: "does the US have a surplus with any Asian country", answered by naming those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.polar import asks_yes_or_no, opens_with_verb
from assistant.lexicon.question import Codes, Condition, Slots
from assistant.lexicon.tokens import phrase
from assistant.types import Mention

_KINDS = ("partner", "region", "port", "product", "mode")
_SIGNED = ("surplus", "deficit")
_LARGEST_FIRST = frozenset({"top", "ordered"})
_IN_ORDER = _LARGEST_FIRST | {"bottom"}
_EVER = "searching:ever"
_HELD = frozenset({"operations:exceed", "operations:trail"})
_ALL_OF = {f"dialogue:all_{kind}": f"keys:{kind}" for kind in _KINDS}


def of_things(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without a search over time where what is searched are things: "is there any country that"."""
    kept = (m for at, m in enumerate(mentions) if _EVER not in m.candidates or not _leads(text, mentions, at, language))
    return _each_of_kind(text, tuple(kept), language), unknown


def _each_of_kind(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with "any" and a kind behind the verb that opens a yes or no as that kind: "did any mode carry"."""
    opened = opens_with_verb(text, language)
    at = next((at for at, m in enumerate(mentions) if m.candidates[0] in _ALL_OF), None)
    if not opened or at is None or not set(phrase(mentions[at].text)[:1]) & language.forms("among", "any"):
        return mentions
    if at and mentions[at - 1].candidates[0].startswith("prepositions:"):
        return mentions
    start = mentions[at].start + mentions[at].text.index(" ") + 1
    kind = (_ALL_OF[mentions[at].candidates[0]],)
    named = replace(mentions[at], kind="keys", start=start, text=text[start : mentions[at].end], candidates=kind)
    return (*mentions[:at], named, *mentions[at + 1 :])


def _leads(text: str, mentions: Sequence[Mention], at: int, language: Language) -> bool:
    """Whether "any" ends what opens a search, and a kind or its group follows: "is there a bigger customer"."""
    words, after = phrase(mentions[at].text), mentions[at + 1 : at + 3]
    while after and after[0].kind == "place" and not text[mentions[at].end : after[0].start].strip():
        after, at = after[1:], at + 1
    opened = " ".join(words[:2]) in language.section("among").get("there", ())
    while opened and after and _HELD & set(after[0].candidates):
        after, at, words = after[1:], at + 1, words[:0]
    near = bool(after) and not text[mentions[at].end : after[0].start].strip()
    kinds = {f"keys:{kind}" for kind in _KINDS}
    return near and set(words[-1:]) <= language.forms("among", "any") and not kinds.isdisjoint(after[0].candidates)


def is_any(linked: Linked, start: int) -> bool:
    """Whether a yes or no is asked, and "any" or "no" stands right before: "any EU country", "no ASEAN member"."""
    before = phrase(linked.text[:start])
    led = set(before[-1:]) & linked.language.forms("among", "any")
    return bool(led or " ".join(before) in linked.language.forms("among", "there")) and asks_yes_or_no(linked)


def existing(slots: Slots, linked: Linked) -> Slots:
    """The slots of a yes or no about any of a kind as those of which ones; with a surplus are those above zero."""
    keys = [key for key in slots.keys if key in _KINDS]
    signed = slots.measures in tuple((name,) for name in _SIGNED) and slots.condition is None
    limit = Condition("above", "0", "amount") if signed else slots.condition
    if len(slots.keys) == len(keys) == 1 and signed and _are_listed(slots, linked, keys[0]):
        return replace(slots, operations=slots.operations - {"per_key", *_shown(slots)}, condition=limit)
    if "polar" not in slots.operations or len(keys) != 1 or not _is_asked(linked, keys[0]):
        return slots
    return replace(slots, operations=slots.operations - {"polar"}, condition=limit)


def _are_listed(slots: Slots, linked: Linked, key: str) -> bool:
    """Whether those are asked for that have a surplus or deficit, and no ranking: "list the countries with which"."""
    plain = (
        slots.operations - _IN_ORDER <= {"per_key"}
        and _is_said_in_order(slots, linked)
        and not (slots.number or slots.pick or slots.beside or slots.floor)
    )
    who = linked.language.forms("lists", "who")  # "who has the surplus?" asks for one side of a trade
    kinds = [m.end for m in linked.mentions if f"keys:{key}" in m.candidates and m.text not in who]
    signed = [m.start for m in linked.mentions if _is_signed(m)]
    told = phrase(linked.text[kinds[0] : signed[0]]) if kinds and signed else ()
    return plain and len(slots.periods) < 2 and bool({*told} & linked.language.forms("among", "having"))


def _is_said_in_order(slots: Slots, linked: Linked) -> bool:
    """Whether a superlative is only one of an order that things are told in: "…? Largest first."."""
    ends = [m for m in linked.mentions if {"operations:top", "operations:bottom"} & {*m.candidates}]
    return not {"top", "bottom"} & slots.operations or all("operations:ordered" in m.candidates for m in ends)


def _shown(slots: Slots) -> frozenset[str]:
    """The words for the order that those above a limit are told in anyway: the largest first."""
    return _LARGEST_FIRST if "bottom" not in slots.operations else frozenset()


def _is_signed(mention: Mention) -> bool:
    """Whether a surplus or deficit is named; the one is the other of the partner's."""
    return any(f"measures:{name}" in mention.candidates for name in _SIGNED)


def _is_asked(linked: Linked, key: str) -> bool:
    """Whether "any" leads to the kind, with the group that it is of between: "any Asian country"."""
    mentions = linked.mentions
    for at, mention in enumerate(mentions):
        if f"keys:{key}" in mention.candidates and is_any(linked, _from(linked, at)):
            return True
    return False


def _from(linked: Linked, at: int) -> int:
    """Where the kind starts, or the words right before it that are neither a cue nor a space: "Latin American"."""
    start = linked.mentions[at].start
    groups = [word for word in linked.language.section("groups").values() for word in word]
    before = linked.text[:start].rstrip().lower()
    group = max((name for name in groups if before.endswith(f" {name}")), key=len, default="")
    return len(before) - len(group) if group else start


__all__ = ["existing", "is_any", "of_things"]
