"""What gets better or worse after a figure: more of an export or a balance is better, more of a deficit is worse."""

from __future__ import annotations

import re

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import any_of

_HIGH, _LOW = frozenset({"exports", "surplus", "balance", "total"}), frozenset({"deficit"})
"""Measures that are wanted high and low; of imports neither is taken for granted."""


def as_wanted(text: str, dialogue: Dialogue, lexicon: Lexicon) -> str:
    """The message with "worse" as the lower or higher of the measure before, where it names no measure of its own."""
    said = {fold(text): sides for text, *sides in lexicon.language.section("wanted").get("said", ())}
    judged, last = _judged(said), dialogue.last.slots if dialogue.last else None
    if not said or last is None or not judged.search(fold(text)) or not {*last.measures} <= _HIGH | _LOW:
        return text
    own = any(m.kind == "measures" for m in lexicon.link(text)[1])
    if own or len(last.measures) != 1:
        return text
    return judged.sub(lambda match: said[match[0]][{*last.measures} <= _LOW], fold(text))


def _judged(said: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(said)}(?!\w)")


__all__ = ["as_wanted"]
