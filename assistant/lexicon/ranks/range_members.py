"""Each chapter of a range that is told apart: "which of chapters 01 to 24 …", "from chapters 50-63, list those"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.asking import asks_which
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import RANKED, Slots
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_KEY = "product"
_TOLD = frozenset({"count", "per_key", "rise", "fall", *RANKED})
"""What is asked of each of them, where no limit is said."""
_LIMITED = frozenset({"exceed", "trail", "per_key"})
"""What the words of a limit and "each" are read as beside it."""


def members_of_range(slots: Slots, linked: Linked) -> Slots:
    """The slots with the chapters of a range as what is asked for, where the words choose or count some of them."""
    products = slots.filters.get(_KEY, ())
    parts = products[0].split(";") if len(products) == 1 else []
    ranges = [m for m in linked.mentions if m.kind == _KEY and len(parts) > 1 and m.text[-1:].isdigit()]
    asked = slots.condition or slots.operations & _TOLD
    if not ranges or not asked or {*slots.keys} - {_KEY} or "polar" in slots.operations:
        return slots
    if not _are_chosen(linked, ranges[0]):
        return slots
    done = slots.operations - _LIMITED if slots.condition else slots.operations
    return replace(slots, keys=(_KEY,), level=len(parts[0]), operations=done)


def _are_chosen(linked: Linked, chapters: Mention) -> bool:
    """Whether some are asked for: "which of", "what chapters", "how many", "list the ones", and nothing of a kind."""
    text = fold(linked.text)
    opened = re.search(rf"(?:^|[,:;.]\s+){linked.language.any_of('among', 'listing')}(?!\w)", text)
    listed = opened is not None and opened[0].strip(",:;. ") != fold(linked.home)[:2]  # "US exports" lists nothing
    if listed or "count" in linked.codes("operations") or linked.language.said(text, "among", "ones"):
        return True
    beside = {token.word for token in words(text[: chapters.start])[-1:]} & linked.language.forms("among", "asks")
    return bool(beside) or asks_which(linked, linked.language.forms("lists", "which_ones"), f"keys:{_KEY}")


__all__ = ["members_of_range"]
