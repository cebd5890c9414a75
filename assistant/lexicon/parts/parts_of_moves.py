"""Shares that are of a move, and percentages that are the move: "what portion of the 2019-2023 rise", "change %"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_SHARE, _MOVE = "operations:share", frozenset({"operations:growth", "operations:rise", "operations:fall"})
_MOVED = frozenset({"growth", "rise", "fall", "change"})


def parted(found: set[str], linked: Linked) -> set[str]:
    """The operations with a share of a rise or fall as one of growth, and "growth %" as the growth in percent."""
    if "share" not in found or "points" in found or not found & _MOVED:
        return found
    shares = [m for m in linked.mentions if _SHARE in m.candidates]
    if any(_is_of_move(linked, share) for share in shares):
        return found - {"share", *_MOVED} | {"share_of_growth"}
    if shares and all(_is_move(linked, share) or _asks_size(linked, share) for share in shares):
        return found - {"share"} | {"growth", "in_percent"}
    return found


def _is_of_move(linked: Linked, share: Mention) -> bool:
    """Whether "of the", a period and words like "net" alone stand between a share and a noun of change."""
    move = next((m for m in linked.mentions if m.start >= share.end and _MOVE & set(m.candidates)), None)
    if move is None or not _is_noun(linked, move):
        return False
    if _is_inside(linked, move):
        return True  # "the share of trucks in the rise in exports"
    periods = [m for m in linked.mentions if m.kind == "period"]
    small = linked.language.forms("lists", "before_moves")
    between = [t for t in tokenised(linked.text) if share.end <= t.start < move.start]
    rest = [t.word for t in between if not any(m.start <= t.start < m.end for m in periods)]
    return set(rest) <= small and (bool(rest) or share.text.split()[-1] in small)


def _is_inside(linked: Linked, move: Mention) -> bool:
    """Whether "in the" or "of the" stands right before a noun of change."""
    leads = linked.language.forms("lists", "of_moves")
    articles = linked.language.forms("lists", "before_moves") - leads
    before = [token.word for token in tokenised(linked.text[: move.start])]
    at = len(before)
    while at and before[at - 1] in articles:
        at -= 1
    contracted = at < len(before) and before[at] == "del"
    return at < len(before) and (contracted or bool(at) and before[at - 1] in leads)


def _is_noun(linked: Linked, move: Mention) -> bool:
    """Whether a move is what something has and no verb: "the rise in trade", not "what share rose"."""
    of = linked.language.forms("lists", "of_moves")
    return bool(of & set(fold(linked.text[move.end :]).split()[:1]))


def _is_move(linked: Linked, share: Mention) -> bool:
    """Whether a sign of percent stands right behind a noun of change: "variación % de exportaciones"."""
    signs = linked.language.forms("lists", "percent_signs")
    before = [m for m in linked.mentions if m.end <= share.start][-1:]
    beside = bool(before) and not linked.text[before[0].end : share.start].strip(" (")
    return beside and bool({*_MOVE, "operations:change"} & set(before[0].candidates)) and share.text in signs


def _asks_size(linked: Linked, share: Mention) -> bool:
    """Whether a bare percentage is the size of a move: "what percent it rose", "it fell in 2023: what percent?"."""
    if share.text not in linked.language.forms("lists", "bare_percent"):
        return False
    moves = [m for m in linked.mentions if _MOVE & {*m.candidates}]
    after = next((m for m in moves if m.start >= share.end), None)
    if after is not None:
        between = fold(linked.text[share.end : after.start])
        parts = linked.language.any_of("lists", "parts_percent")
        return re.search(rf"[,;:.?!]|(?<!\w){parts}(?!\w)", between) is None
    times = [m for m in linked.mentions if m.kind == "period"]
    rest = [t for t in tokenised(linked.text) if t.start >= share.end and not _within(t.start, times)]
    return bool(moves) and {t.word for t in rest} <= linked.language.forms("lists", "percent_when")


def _within(at: int, mentions: Iterable[Mention]) -> bool:
    """Whether one of the mentions covers a place of the text."""
    return any(m.start <= at < m.end for m in mentions)


__all__ = ["parted"]
