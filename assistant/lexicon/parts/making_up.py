"""How few of the largest make up a part of a flow: "how many states make up half of exports"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, codes_of
from assistant.lexicon.parts.part_limits import fractions, one_of
from assistant.lexicon.question import Codes, Condition, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import Mentions, in_order, without_spans
from assistant.types import Mention

MAKE_UP = "operations:make_up"
REACH = "reach"
"""The unit of a limit that shares are added up to, and the section of its mention."""

_KEYS = frozenset({"keys:partner", "keys:region", "keys:product", "keys:port", "keys:mode"})
_ELSE = frozenset(
    f"operations:{name}"
    for name in ("growth", "rise", "fall", "change", "yoy", "mom", "fastest", "slowest", "contribution", "mean")
)
_SAID = frozenset({"share", "count", "sum", "bottom", "top", "in_percent", "per_key", "exceed", "trail", "amount"})
_LEAST = Decimal(20)
"""Percent; of a smaller part each one that has it may be meant, and not how many have it together."""


def accumulated(text: str, mentions: Mentions, unknown: Codes, language: Language) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the part that the largest together make up as one operation, and what still names nothing."""
    keyed = [m for m in mentions if _KEYS & {*m.candidates}]
    if not keyed or not language.section("making_up") or _ELSE & {c for m in mentions for c in m.candidates}:
        return mentions, unknown
    for start, end, percent in _amounts(fold(text), mentions, language):
        opened = _opened(fold(text), start, mentions, language)
        if opened is None or Decimal(percent) < _LEAST:
            continue
        kept, left = without_spans(text, mentions, unknown, (opened, end))
        made = Mention("operations", opened, end, text[opened:end].lower(), (MAKE_UP, f"{REACH}:{percent}"))
        return in_order([*kept, made]), left
    return mentions, unknown


def made_up(slots: Slots, linked: Linked) -> Slots:
    """The slots of a part that the largest make up, with the part as their limit."""
    percent = next(linked.codes(REACH), "")
    if not percent:
        return slots
    done = frozenset(slots.operations - _SAID | {"make_up"})
    return replace(slots, operations=done, condition=Condition("at_least", percent, REACH), number=None)


def _amounts(text: str, mentions: Sequence[Mention], language: Language) -> list[tuple[int, int, str]]:
    """Where each percentage or fraction of a whole stands, and how many percent it is."""
    of = language.any_of("part_limits", "of")
    told = [(m.start, m.end, percent) for m in mentions for percent in codes_of(m, "percent")[:1]]
    forms = fractions(language)
    found = re.finditer(rf"(?<!\w)({one_of(forms)})(?=\s+{of}\b)", text)
    return [*told, *((match.start(), match.end(), forms[match[1]]) for match in found)]


def _opened(text: str, start: int, mentions: Sequence[Mention], language: Language) -> int | None:
    """Where what leads to a part begins: the verb that several things do, or the part where "how many" follows it."""
    before = [m for m in mentions if m.end <= start]
    passed, verbs = (language.any_of("making_up", name) for name in ("passed", "verbs"))
    led = re.search(rf"(?<!\w){verbs}(?:\s+{passed})*\s+$", text[:start])
    if led and _are_several(text[: led.end()], [m for m in before if m.start < led.start()], language):
        return led.start()
    asked = [m for m in mentions if m.start >= start]
    pairs = zip(asked, asked[1:], strict=False)
    counted = any("operations:count" in a.candidates and _KEYS & {*b.candidates} for a, b in pairs)
    bare = not any(c.startswith("tests:") for m in before for c in m.candidates)
    return start if counted and bare and not any(_KEYS & {*m.candidates} for m in before) else None


def _are_several(lead: str, before: Sequence[Mention], language: Language) -> bool:
    """Whether things of a kind are counted or named together, and none of them alone: not "each", "which state"."""
    if not any(_KEYS & {*m.candidates} for m in before) or any("operations:per_key" in m.candidates for m in before):
        return False
    named = [m for m in before if _KEYS & {*m.candidates}][-1].text
    return language.said(lead, "making_up", "counted") is not None or named.endswith("s")


__all__ = ["REACH", "accumulated", "made_up"]
