"""Whose flow a word says, and which flow of the home country that is: "whose exports to us" are its imports."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.lexicon.tokens import fold, words
from assistant.measures import OTHER_FLOW
from assistant.types import Mention

_BALANCES = {"surplus": "deficit", "deficit": "surplus"}
"""Of a balance of the partners the one that home has."""
_MOVES = frozenset({"operations:growth", "operations:rise", "operations:fall", "operations:change"})
_VERBS = {"verbs:sell": "exports", "verbs:buy": "imports"}


def flow_of(mention: Mention) -> str:
    """The measure that a mention names, or the flow of its verb; "" where it names none."""
    named = [c.partition(":")[2] for c in mention.candidates if c.startswith("measures:")]
    verbs = [verb for code, verb in _VERBS.items() if code in mention.candidates]
    return next(iter([*named, *verbs]), "")


def booked(linked: Linked, at: int) -> str:
    """The measure of a mention as home books it; "" where it is none that things are limited by."""
    mention = linked.mentions[at]
    flow = flow_of(mention)
    if flow not in RANKED_BY or "keys:partner" in mention.candidates:  # "suppliers" are those that home imports from
        return flow if flow in RANKED_BY else ""
    if flow in _BALANCES:
        return _BALANCES[flow] if _is_with_home(linked, at) else flow
    return OTHER_FLOW.get(flow, flow) if _is_theirs(linked, at) else flow


def _is_with_home(linked: Linked, at: int) -> bool:
    """Whether a balance is the partners': "ran a surplus with us above $40 billion"."""
    after = linked.mentions[at + 1 : at + 3]
    return len(after) > 1 and "prepositions:with" in after[0].candidates and is_home(linked, after[1])


def _is_theirs(linked: Linked, at: int) -> bool:
    """Whether a flow is the partners': "whose exports to us", "that sold us", "their purchases"."""
    mention, after = linked.mentions[at], linked.mentions[at + 1 : at + 3]
    before = [token.word for token in words(linked.text[: mention.start])]
    if set(before[-2:]) & linked.language.forms("limited_measures", "theirs"):
        return True
    if _is_their_verb(linked, at) or _is_to_home(linked, at):
        return True
    ends = {"exports": "prepositions:to", "imports": "prepositions:from"}
    led = after[:1] and ends.get(flow_of(mention), "") in after[0].candidates
    if led and len(after) > 1 and is_home(linked, after[1]):
        return True  # "buys even more from us"
    done = linked.language.said(fold(mention.text), "limited_measures", "done") and not _is_moved(linked, at)
    done_by = _doer(linked, at) if done else ""
    if any(c.startswith("measures:") for c in mention.candidates) or done_by:
        return done_by == "partner"
    if set(before[-1:]) & linked.language.forms("both_ends", "joins"):  # "we bought over 50bn from but sold under 20bn"
        led_by = next((i for i in range(at - 1, -1, -1) if {*_VERBS} & set(linked.mentions[i].candidates)), None)
        return led_by is None or _is_theirs(linked, led_by)
    subject = linked.mentions[at - 1] if at else None
    ours = set(before[-1:]) & linked.language.forms("limited_measures", "ours")
    return not ours and (subject is None or not is_home(linked, subject))


def _is_their_verb(linked: Linked, at: int) -> bool:
    """Whether those who are asked for stand before a verb that names its flow: "qué países le compraron a EE. UU."."""
    mention, before, after = linked.mentions[at], linked.mentions[:at][-1:], linked.mentions[at + 1 : at + 2]
    if not any(c.startswith("governs:") for c in mention.candidates) or "home:home" in mention.candidates:
        return False
    if after and is_home(linked, after[0]) and not linked.text[mention.end : after[0].start].strip():
        return False  # "a qué países les compró EE. UU."
    said = [token.word for token in words(linked.text[: mention.start])]
    while said and said[-1] in linked.language.forms("each_way", "it", "they"):
        said = said[:-1]
    if set(said[-1:]) & linked.language.forms("both_ends", "joins"):  # "vendieron más de 40 … y le compraron menos"
        led_by = next((i for i in range(at - 1, -1, -1) if {*_VERBS} & set(linked.mentions[i].candidates)), None)
        return led_by is not None and _is_theirs(linked, led_by)
    keyed = (
        before
        and "keys:partner" in before[0].candidates
        and said == [token.word for token in words(linked.text[: before[0].end])]
    )
    return bool(keyed) or bool({*said[-1:]} & linked.language.forms("lists", "which_ones"))


def _doer(linked: Linked, at: int) -> str:
    """Who does what a verb says: "partner" or "home", whoever stands nearest before it and is no object; "" for none.

    A verb that is joined to one before is done by the same: "that bought over $30bn from us and exported under $20bn".
    """
    before = [token.word for token in words(linked.text[: linked.mentions[at].start])]
    if {*before[-1:]} & linked.language.forms("limited_measures", "ours"):
        return "home"
    for index in range(at - 1, -1, -1):
        mention = linked.mentions[index]
        if is_home(linked, mention):
            if not _is_led(linked, index) and not _is_to_home(linked, index - 1):
                return "home"
        elif "keys:partner" in mention.candidates:
            return "partner"
        elif {*_VERBS} & {*mention.candidates} and _is_done(linked, index):
            return "partner" if _is_theirs(linked, index) else "home"
    return ""


def _is_led(linked: Linked, at: int) -> bool:
    """Whether a preposition stands before, an article between or none: "from the US"; not "de los que EE. UU."."""
    led = linked.mentions[max(at - 1, 0)]
    between = {token.word for token in words(linked.text[led.end : linked.mentions[at].start])}
    return led.kind == "prepositions" and len(between) < 2 and between <= linked.language.forms("lists", "articles")


def _is_done(linked: Linked, at: int) -> bool:
    """Whether a flow is a verb, and no noun."""
    mention = linked.mentions[at]
    noun = any(c.startswith("measures:") for c in mention.candidates)
    return not noun or linked.language.said(fold(mention.text), "limited_measures", "done") is not None


def _is_moved(linked: Linked, at: int) -> bool:
    """Whether a flow is a noun right before a move of it: "which had the fastest import growth"."""
    after = linked.mentions[at + 1 : at + 2]
    beside = bool(after) and not linked.text[linked.mentions[at].end : after[0].start].strip()
    return beside and not _MOVES.isdisjoint(after[0].candidates)


def _is_to_home(linked: Linked, at: int) -> bool:
    """Whether home is what a verb of selling has right behind it: "selling us less than $100 billion"."""
    verb, after = linked.mentions[at], linked.mentions[at + 1 : at + 2]
    noun = any(c.startswith("measures:") for c in verb.candidates)
    if at < 0 or noun or "verbs:sell" not in verb.candidates or not after or not is_home(linked, after[0]):
        return False
    said = fold(linked.text[verb.end : after[0].end]).strip()
    return said in linked.language.forms("limited_measures", "objects")


def is_home(linked: Linked, mention: Mention) -> bool:
    """Whether a mention is the home country, "we" too."""
    return f"place:{linked.home}" in mention.candidates or "home:home" in mention.candidates


__all__ = ["booked", "flow_of", "is_home"]
