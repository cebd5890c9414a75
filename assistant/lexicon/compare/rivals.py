"""Two countries that a question sets against each other: "more from Mexico than from the US", "than the US"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_COMPARED = frozenset({"exceed", "trail"})
UNCLEAR = "than"
"""What does not say which of two it means: "import more from Mexico than the US": than from it, or than it does?"""


def rivalled(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots without a "most" that only says "more … than", and a conflict where the second side is unclear."""
    if slots.keys == ("partner",) and len(set(slots.places)) == 2 and _is_unclear(linked):
        return slots, UNCLEAR
    if doer := _trades_too(linked):
        others = tuple(code for code in dict.fromkeys(slots.partner) if code != doer)
        return slots.sided((linked.home, doer), others), conflict
    if slots.operations & _COMPARED and len(slots.partner) == 2 and not slots.keys:
        slots = replace(slots, operations=slots.operations - {"top"})  # "compra más a México que a Canadá"
    return slots, conflict


def are_sellers(mentions: Iterable[Mention]) -> bool:
    """Whether those who are asked for sell: "who exports more to China"."""
    return any(c in ("verbs:sell", "measures:exports") for m in mentions for c in m.candidates)


def _is_unclear(linked: Linked) -> bool:
    """Whether a bare place follows "than" where the first one has its "from" or "to"."""
    placed = [m for m in linked.mentions if any(c.startswith("place:") for c in m.candidates)]
    if len(placed) != 2 or not _led(linked, placed[0]):
        return False
    articles = linked.language.forms("lists", "articles")
    degrees = linked.language.forms("comparatives", "more", "less")
    between = [token.word for token in words(linked.text[placed[0].end : placed[1].start])]
    left = [word for word in between if word not in articles]
    before = {token.word for token in words(linked.text[: placed[0].start])}
    return bool(before & degrees) and bool(set(left[-1:]) & linked.language.forms("comparatives", "bare"))


def _trades_too(linked: Linked) -> str:
    """The third country that does what home does, "" for none: "do we buy more from Mexico than Canada does"."""
    named = [m for m in linked.mentions if place_of(m) or "home:home" in m.candidates]
    codes = [place_of(m) or linked.home for m in named]
    if len(set(codes)) != 3 or len(codes) != 3 or codes[0] != linked.home or not _led(linked, named[1]):
        return ""
    between = [token.word for token in words(linked.text[named[1].end : named[2].start])]
    after = [token.word for token in words(linked.text[named[2].end :])][:1]
    than, doing = (linked.language.forms(*name) for name in (("comparatives", "bare"), ("contrast", "doing")))
    return codes[2] if set(between[-1:]) & than and set(after) & doing else ""


def _led(linked: Linked, place: Mention) -> bool:
    """Whether a word that says from where or to whom stands before a place, with an article at most between."""
    earlier = [m for m in linked.mentions if m.end <= place.start]
    articles = linked.language.forms("lists", "articles")
    if not earlier or not any(c.startswith("prepositions:") for c in earlier[-1].candidates):
        return False
    return set(fold(linked.text[earlier[-1].end : place.start]).split()) <= articles
