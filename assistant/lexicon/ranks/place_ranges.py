"""Several places of a ranking one after the other: "places 6 to 10", "countries ranked sixth through tenth"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.ranks.behind_known import LATER
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.types import Mention

_FIRST = frozenset({"operations:top", "operations:bottom", "operations:best", "operations:worst", "ordinals:1"})
_AMONG = frozenset({"prepositions:of", "prepositions:in", "prepositions:between", "prepositions:from"})
_MOST = 6
"""A place further down is asked for alone: nobody wants all before it."""
_DIGITS = r"(?:#|no\.?\s?)?(\d{1,2})(?:st|nd|rd|th|o|a|º|ª)?"


def ranged(slots: Slots, linked: Linked) -> Slots:
    """The slots with the first and the last place that are asked for, where things of a kind are put in order."""
    if slots.pick and _with_first(linked, slots):
        return replace(slots, pick=None, number=slots.pick)
    if last := _last(linked, slots):
        done = slots.operations - {"bottom"} | {"top"}
        return replace(slots, pick=last, number=None, operations=done)
    limited = slots.condition is not None and slots.condition.high is not None  # "in the 20-30bn range"
    ranked = set(slots.keys) - TIMES and not slots.beside and not limited
    span = places_said(_without_goods(linked), linked.language) if ranked else None
    if span is None:
        return slots
    operations = slots.operations | {"top"} if "bottom" not in slots.operations else slots.operations
    return replace(slots, pick=span[0], pick_to=span[1], number=None, operations=operations)


def _without_goods(linked: Linked) -> str:
    """The text with blanks for goods, whose codes are no places: "chapters 1 to 24"."""
    text = linked.text
    for mention in linked.mentions:
        if mention.kind == "product":
            text = text[: mention.start] + "-" * (mention.end - mention.start) + text[mention.end :]
    return text


def _with_first(linked: Linked, slots: Slots) -> bool:
    """Whether the place is asked for beside the first: "which handled the most, and which came second?"."""
    if not 1 < (slots.pick or 0) < _MOST or len(slots.measures) > 1 or len(slots.periods) > 1:
        return False
    named = {f"{kind}:{slots.pick}" for kind in ("ranks", "ordinals")}
    for place in (m for m in linked.mentions if named & {*m.candidates} and LATER not in m.candidates):
        opened = _opens(linked).search(fold(linked.text[: place.start]))
        heads = [m for m in linked.mentions if opened and m.end <= opened.start()]
        if opened and any(_FIRST & {*m.candidates} for m in heads):
            asked = opened["asks"] or place.text.split()[0] in linked.language.forms("place_ranges", "asks")
            return bool(asked) or _is_superlative(linked, place)
    return False


def _opens(linked: Linked) -> re.Pattern[str]:
    """What opens the second question before its place: "and which came", a bare "and"."""
    joins, asks, small = (linked.language.any_of("place_ranges", name) for name in ("and", "asks", "asked"))
    return re.compile(rf"(?<!\w){joins}\s+(?P<asks>{asks}\s+)?(?:{small}\s+)*$")


def _is_superlative(linked: Linked, place: Mention) -> bool:
    """Whether a superlative follows at once: "the biggest and second biggest"."""
    after = next((m for m in linked.mentions if m.start >= place.end), None)
    return after is not None and bool(_FIRST & {*after.candidates}) and not linked.text[place.end : after.start].strip()


def _last(linked: Linked, slots: Slots) -> int | None:
    """The place of the smallest of the first few: 10 of "the smallest of the top ten"."""
    number = slots.number or 0
    if number < 2 or slots.beside or not set(slots.keys) - TIMES:
        return None
    last, among, top = (linked.language.any_of("place_ranges", name) for name in ("last", "among", "top"))
    found = re.search(rf"(?<!\w){last}\s+{among}\s+{top}(?!\w)", fold(linked.text))
    return number if found or _least_of_first(linked, slots, number) else None


def _least_of_first(linked: Linked, slots: Slots, number: int) -> bool:
    """Whether the least of the first few is asked for, in whatever order: "of the ten biggest, which ranks lowest"."""
    one = len(slots.periods) < 2 and not set(slots.keys) & TIMES and set(linked.codes("measures")) <= {*slots.measures}
    if not one or slots.operations - {"top", "bottom"} or slots.condition:
        return False
    few = [at for at, m in enumerate(linked.mentions) if f"n:{number}" in m.candidates and _is_of_first(linked, at)]
    least = [at for at, m in enumerate(linked.mentions) if "operations:bottom" in m.candidates]
    counted = {f"n:{number}"} != {c for m in linked.mentions if m.kind == "quantity" for c in m.candidates}
    beside = any(m.kind == "quantity" for at in least for m in linked.mentions[max(at - 1, 0) : at + 2])
    return len(few) == len(least) == 1 and not counted and not beside


def _is_of_first(linked: Linked, at: int) -> bool:
    """Whether a number stands beside a superlative behind "of", "in" or "among": "of the ten biggest"."""
    first = next((i for i in (at - 1, at + 1) if 0 <= i < len(linked.mentions) and _tops(linked.mentions[i])), None)
    before = linked.mentions[min(at, first) - 1] if first is not None and min(at, first) else None
    return before is not None and bool(_AMONG & {*before.candidates})


def _tops(mention: Mention) -> bool:
    return "operations:top" in mention.candidates


def places_said(text: str, language: Language) -> tuple[int, int] | None:
    """The two places: after a word for places or for what is ranked, joined by "to", "through", a dash."""
    named = _named(language)
    leads, joins = (language.any_of("place_ranges", name) for name in ("leads", "joins"))
    names = "|".join(sorted(named, key=len, reverse=True))
    place = rf"(?:{_DIGITS}|({names}))"
    found = re.search(rf"(?<!\w){leads}\s+{place}\s*(?:{joins}|[-–])\s*{place}(?![\w%.,]*\d)", fold(text))
    if found is None:
        return None
    first, last = (int(d) if d else named[w] for d, w in (found.group(1, 2), found.group(3, 4)))
    return (first, last) if 0 < first < last <= 60 and last - first < 30 else None


def _named(language: Language) -> dict[str, int]:
    """The numbers that words name: "six", "sixth"."""
    tables = (language.section("numbers")["words"], language.section("ranks"))
    return {fold(word).rstrip("-"): int(n) for table in tables for n, words in table.items() for word in words}


__all__ = ["places_said", "ranged"]
