"""Two countries that a question sets against each other: "more from Mexico than from the US", "than the US"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_COMPARED = frozenset({"exceed", "trail"})
_BALANCES = frozenset({"measures:deficit", "measures:surplus", "measures:balance"})
UNCLEAR = "than"
"""What does not say which of two it means: "import more from Mexico than the US": than from it, or than it does?"""


def rivalled(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots without a "most" that only says "more … than", and a conflict where the second side is unclear."""
    if slots.keys == ("partner",) and len(set(slots.places)) == 2 and _is_unclear(linked):
        return slots, UNCLEAR
    if sides := _trades_too(linked) or _has_more(linked):
        doers, other = sides
        keys = tuple(key for key in slots.keys if key != "partner")
        done = slots.operations - {"top"} | {"compare"}
        return replace(slots.sided(doers, (other,)), keys=keys, operations=done, implied=False), conflict
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


def _trades_too(linked: Linked) -> tuple[Codes, str] | None:
    """Who of two does it more and with whom: "do we buy more from Mexico than Canada does"; none where that is us."""
    named = _named(linked)
    codes = [place_of(m) or linked.home for m in named]
    if len(set(codes)) != 3 or len(codes) != 3 or codes[1] == linked.home or not _led(linked, named[1]):
        return None
    articles = linked.language.forms("lists", "articles")
    between = [t.word for t in words(linked.text[named[1].end : named[2].start]) if t.word not in articles]
    after = [token.word for token in words(linked.text[named[2].end :])][:1]
    than, doing = (linked.language.forms(*name) for name in (("comparatives", "bare"), ("contrast", "doing")))
    return ((codes[0], codes[2]), codes[1]) if set(between[-1:]) & than and set(after) & doing else None


def _has_more(linked: Linked) -> tuple[Codes, str] | None:
    """Who of two is asked for by a balance with a third: "who has the bigger deficit with China, Germany or Japan"."""
    named = _named(linked)
    balance = next((m for m in linked.mentions if _BALANCES & {*m.candidates}), None)
    codes = [place_of(m) or linked.home for m in named]
    if balance is None or len(codes) != 3 or len(set(codes)) != 3 or codes[0] == linked.home:
        return None
    runs = any("verbs:run" in m.candidates and m.end <= balance.start for m in linked.mentions)
    gaps = [fold(linked.text[a.end : b.start]).strip() for a, b in zip(named, named[1:], strict=False)]
    either = linked.language.forms("two_times", "or")
    chosen = re.fullmatch(r"[,:;?]", gaps[0]) is not None and {*gaps[1].split()[:1]} <= either
    return ((codes[1], codes[2]), codes[0]) if runs and chosen and balance.end <= named[0].start else None


def _named(linked: Linked) -> list[Mention]:
    """The places that are named, those of the one who speaks too."""
    return [m for m in linked.mentions if place_of(m) or "home:home" in m.candidates]


def _led(linked: Linked, place: Mention) -> bool:
    """Whether a word that says from where or to whom stands before a place, with an article at most between."""
    earlier = [m for m in linked.mentions if m.end <= place.start]
    articles = linked.language.forms("lists", "articles")
    if not earlier or not any(c.startswith("prepositions:") for c in earlier[-1].candidates):
        return False
    return set(fold(linked.text[earlier[-1].end : place.start]).split()) <= articles
