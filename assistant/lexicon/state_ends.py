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
_AFTER = r"(?:\s+(?:in|during|last|this|for|by|en|durante|el)\b.*|\s*,.*|\s+\d{4}.*)?[\s?.!]*$"


def ended(slots: Slots, text: str, language: Language) -> Slots:
    """The slots with the states of the other side, where exports end up or imports come from.

    "Which states do US exports to Mexico go to?" asks for Mexican states, "which states sell most to Mexico?" does not.
    """
    flow = slots.measures[0] if slots.measures else ""
    if "region" not in slots.keys or slots.filters.get("region") or flow not in ("exports", "imports"):
        return slots
    pattern = _patterns(language).get(flow)
    if pattern is None or slots.reporter not in ((), ("USA",)) or not pattern.search(fold(text)):
        return slots
    return replace(slots, filters={**slots.filters, "region": ABROAD})


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    """The pattern of the far end for each flow, from the words of the language; none where it has no such words."""
    words = language.section("state_ends")
    if not words:
        return {}
    joined = {
        name: "|".join(sorted(map(re.escape, map(fold, texts)), key=len, reverse=True)) for name, texts in words.items()
    }
    return {
        flow: re.compile(
            rf"\b(?:{joined[asked]})\s+(?:{joined['states']})\b|\b(?:{joined['states']})\b.*\b(?:{joined[verbs]}){_AFTER}"
        )
        for flow, asked, verbs in (("exports", "to_which", "go"), ("imports", "from_which", "come"))
    }
