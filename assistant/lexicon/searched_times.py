"""Periods that only say which one is looked for: "the last full year with a surplus"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_GRAINS = {"latest": "month", "latest-year": "year", "latest-quarter": "quarter"}
_SIGNED = ("surplus", "deficit")


def defined_time(slots: Slots, linked: Linked) -> tuple[Slots, str]:
    """The slots without a period that is none, and its cue: "the last full year with a surplus"."""
    firsts, lasts = (linked.language.forms("search", name) for name in ("firsts", "lasts"))
    for mention in linked.mentions:
        code = next((c.removeprefix("period:") for c in mention.candidates if c.startswith("period:")), "")
        openers = {*mention.text.split()[:2]}
        led_first, led_last = openers & firsts, openers & lasts
        if not code or not any(holds(linked, mention) for holds in (_is_defined, _is_signed, _is_told, _is_clause)):
            continue
        if code in _GRAINS and (led_last or _is_signed(linked, mention)):
            kept = tuple(period for period in slots.periods if period != code)
            return replace(slots, periods=kept, keys=(*slots.keys, _GRAINS[code])), "last_time"
        if len(code) == len("2024-01") and (led_first or led_last):
            kept = tuple(code[:4] if period == code else period for period in slots.periods)
            cue = "last_time" if led_last else "first"
            return replace(slots, periods=kept, keys=(*slots.keys, "month")), cue
    return slots, ""


def _is_defined(linked: Linked, mention: Mention) -> bool:
    """Whether a clause follows that says what held in the period: "in which", "with a surplus"."""
    if _is_run(linked, mention):
        return True
    held, clauses = (linked.language.any_of("search", name) for name in ("held", "clauses"))
    opened = rf"(?:\s+{held})?\s+{clauses}\b"  # "the last month on file in which"
    bound = next((m for m in linked.mentions if m.start > mention.start and m.kind == "period"), mention)
    near = bound if not linked.text[mention.end : bound.start].strip() else mention  # "the last year before 2020 when"
    return any(re.match(opened, fold(linked.text[m.end :])) for m in (mention, near))


def _is_signed(linked: Linked, mention: Mention) -> bool:
    """Whether it is the period of a surplus or deficit: "the most recent year of US surplus with Mexico"."""
    signed = next((m for m in linked.mentions if {f"measures:{name}" for name in _SIGNED} & {*m.candidates}), None)
    of = linked.language.any_of("search", "owned")
    after = re.match(rf"\s+{of}\b", fold(linked.text[mention.end :]))
    return after is not None and signed is not None and signed.start > mention.end


def _is_told(linked: Linked, mention: Mention) -> bool:
    """Whether it is what another period is said to be: "was 2019 the last year exports dropped"."""
    before = next((m for m in reversed(linked.mentions) if m.end <= mention.start and m.kind == "period"), None)
    small = linked.language.forms("lists", "articles") | linked.language.forms("polar", "words")
    between = phrase(linked.text[before.end : mention.start]) if before is not None else ()
    return bool(between) and set(between) <= small


def _is_run(linked: Linked, mention: Mention) -> bool:
    """Whether a place and its verb follow at once: "the last year the US ran a surplus"."""
    after = [m for m in adverbs_aside(linked.mentions) if m.start >= mention.end and m.kind != "dialogue"][:2]
    kinds = [{c.split(":")[0] for c in m.candidates} for m in after]
    articles = linked.language.forms("lists", "articles")
    led = {*phrase(linked.text[: mention.start])[-1:], *phrase(mention.text)[:1]} & articles
    if not led or len(kinds) < 2 or not _at_once(linked, mention, after[0]):
        return False
    return bool(kinds[0] & {"place", "home"}) and "verbs" in kinds[1] - {"measures"}


def _is_clause(linked: Linked, mention: Mention) -> bool:
    """Whether a pronoun and its verb follow at once: "the last year it was a deficit", "… they were above …"."""
    articles = linked.language.forms("lists", "articles")
    led = {*phrase(linked.text[: mention.start])[-1:], *phrase(mention.text)[:1]} & articles
    subjects, being = (linked.language.any_of("search", name) for name in ("clause_subjects", "clause_verbs"))
    opened = rf"(?:\s+that)?\s+{subjects}\s+{being}\b"
    return bool(led) and re.match(opened, fold(linked.text[mention.end :])) is not None


def _at_once(linked: Linked, mention: Mention, place: Mention) -> bool:
    """Whether only small words stand between the two: not so in "the first quarter of 2023, how much did the US …"."""
    between = linked.text[mention.end : place.start]
    said = (m.text for m in linked.mentions if mention.end <= m.start < place.start)
    words = {*phrase(between)} - {word for text in said for word in phrase(text)}
    return not re.search(r"[,;:?]", between) and words <= linked.language.forms("lists", "articles")


def adverbs_aside(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that mean only when something held: "last", "first" say nothing of who sells."""
    return tuple(m for m in mentions if any(not c.startswith("searching:") for c in m.candidates))


__all__ = ["adverbs_aside", "defined_time"]
