"""Which side of the border "which states" are on: "to which states do exports go?" asks for those that receive them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold

ABROAD = ("MX-",)
"""The states of Mexico: the only ones abroad that any table names."""
_WORDS = {"exports": ("to_which", "go", "destined"), "imports": ("from_which", "come", "sent")}
"""The lists of words that ask for the far end of a flow: how its states are asked for, what the goods do, its name."""
_AFTER = r"(?:\s+(?:in|during|last|this|for|by|en|durante|el)\b.*|\s*,.*|\s+\d{4}.*)?[\s?.!]*$"


def ended(slots: Slots, text: str, language: Language) -> Slots:
    """The slots with the states of the other side, where exports end up or imports come from.

    "Which states do US exports to Mexico go to?" asks for Mexican states, "which states sell most to Mexico?" does not.
    """
    flow = slots.measures[0] if slots.measures else ""
    if "region" not in slots.keys or slots.filters.get("region") or flow not in _WORDS:
        return slots
    if slots.reporter not in ((), ("USA",)) or not _pattern(language, flow).search(fold(text)):
        return slots
    return replace(slots, filters={**slots.filters, "region": ABROAD})


@cache
def _pattern(language: Language, flow: str) -> re.Pattern[str]:
    """The pattern of the far end of a flow, from the words of the language."""
    states, asks, goes, ends = (language.any_of("state_ends", name) for name in ("states", *_WORDS[flow]))
    takes = language.any_of("state_ends", "takes") if flow == "exports" else "(?!)"
    taken = rf"\b{states}\s+(?:\w+\s+)?{takes}\b"  # "which states took the most US exports"
    return re.compile(rf"\b{asks}\s+{states}\b|\b{states}\b.*\b{goes}{_AFTER}|\b{ends}\b|{taken}")
