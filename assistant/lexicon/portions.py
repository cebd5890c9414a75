"""Portions that are no share of trade: the share of months in which something held, dollars for each dollar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.conditions import condition
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_TIMES = frozenset({"keys:month", "keys:quarter", "keys:year"})
_DIMENSIONS = {"mode": "modes", "product": "product", "region": "region", "port": "port"}
PER_DOLLAR = "contrast:per_dollar"


def portioned(found: set[str], linked: Linked) -> set[str]:
    """The operations with a share of months as a count of them and its percentage: "in what share of the months …"."""
    if "share" not in found or condition(linked) is None:
        return found
    passed = {"of", "all", "de", *map(fold, linked.language.section("lists")["articles"])}
    for mention in (m for m in linked.mentions if "operations:share" in m.candidates):
        key = next((m for m in linked.mentions if m.start >= mention.end and _TIMES & set(m.candidates)), None)
        if key and {token.word for token in tokenised(linked.text[mention.end : key.start])} <= passed:
            return found - {"share"} | {"count", "count_share"}
    return found


def dollars(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "for each dollar", "per $1" as the base of a ratio."""
    forms = "|".join(map(re.escape, map(fold, language.section("contrast").get("per_dollar", ()))))
    found = re.search(rf"(?<!\w)(?:{forms})(?!\w)", fold(text)) if forms else None
    if found is None:
        return tuple(mentions)
    start, end = found.span()
    kept = [m for m in mentions if m.end <= start or m.start >= end]
    base = Mention("operations", start, end, text[start:end].lower(), ("operations:ratio", PER_DOLLAR))
    return tuple(sorted((*kept, base), key=lambda m: m.start))


def per_dollar(slots: Slots, linked: Linked) -> Slots:
    """The slots of a ratio to what is named right after "for each dollar of": the base stands second."""
    base = next((m for m in linked.mentions if PER_DOLLAR in m.candidates), None)
    if base is None:
        return slots
    after = [m for m in linked.mentions if m.start >= base.end]
    plain = replace(
        slots, operations=slots.operations - {"per_dollar", "per_key", "amount", "difference", "change"} | {"ratio"}
    )
    if len(slots.measures) == 2:
        return replace(plain, measures=_ordered(slots.measures, _named(after, "measures")))
    if len(slots.partner) == 2:
        return replace(plain, partner=_ordered(slots.partner, _named(after, "place")))
    for dimension, section in _DIMENSIONS.items():
        if len(codes := slots.filters.get(dimension, ())) == 2:
            return replace(plain, filters={**slots.filters, dimension: _ordered(codes, _named(after, section))})
    return slots


def _named(mentions: Sequence[Mention], section: str) -> Codes:
    return tuple(c.partition(":")[2] for m in mentions for c in m.candidates if c.startswith(f"{section}:"))


def _ordered(codes: Codes, after: Codes) -> Codes:
    """Both codes, the one that is named first after the base as the second; as they are where none is."""
    base = next((code for code in after if code in codes), "")
    return (*(code for code in codes if code != base), base) if base else codes
