"""Portions that are no share of trade: the share of months in which something held, dollars for each dollar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.conditions import condition
from assistant.lexicon.linked import SECTIONS, TIME_KEYS, Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import apart, in_order
from assistant.types import Mention

_TESTED = frozenset({"exceed", "trail", "rise", "fall"})
_SIGNED = frozenset({"surplus", "deficit"})
PER_DOLLAR = "contrast:per_dollar"


def portioned(found: set[str], linked: Linked) -> set[str]:
    """The operations with a share of months as a count of them and its percentage: "in what share of the months …"."""
    if "share" not in found or not (condition(linked) or found & _TESTED or _SIGNED & set(linked.codes("measures"))):
        return found
    passed = linked.language.forms("lists", "share_opening", "all_of", "articles")
    for mention in (m for m in linked.mentions if "operations:share" in m.candidates):
        key = next((m for m in linked.mentions if m.start >= mention.end and TIME_KEYS & set(m.candidates)), None)
        times = [m for m in linked.mentions if m.kind == "period"]  # "what proportion of 2023's months"
        told = [t for t in tokenised(linked.text) if key and mention.end <= t.start and t.end <= key.start]
        told = [t for t in told if linked.text[t.start - 1] not in "'’"]
        said = {t.word for t in told if not any(m.start <= t.start < m.end for m in times)}
        if key and said <= passed:
            return found - {"share"} | {"count", "count_share"}
    return found


def dollars(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "for each dollar", "per $1" as the base of a ratio."""
    found = language.said(fold(text), "contrast", "per_dollar")
    if found is None:
        return tuple(mentions)
    start, end = found.span()
    base = Mention("operations", start, end, text[start:end].lower(), ("operations:ratio", PER_DOLLAR))
    return in_order([*apart(mentions, (start, end)), base])


def per_dollar(slots: Slots, linked: Linked) -> Slots:
    """The slots of a ratio with its base second: what "for each dollar of" or "how many times X were Y" names."""
    base = next((m for m in linked.mentions if PER_DOLLAR in m.candidates), None) or _turned(linked)
    if base is None or "ratio" not in slots.operations:
        return slots
    after = [m for m in linked.mentions if m.start >= base.end]
    done = slots.operations - {"per_dollar", "per_key", "amount", "difference", "change"}
    plain = replace(slots, operations=done)
    if len(slots.measures) == 2:
        return replace(plain, measures=_ordered(slots.measures, _flows(after)))
    if len(slots.partner) == 2:
        return replace(plain, partner=_ordered(slots.partner, _named(after, "place")))
    for dimension, section in SECTIONS.items():
        if len(codes := slots.filters.get(dimension, ())) == 2:
            return replace(plain, filters={**slots.filters, dimension: _ordered(codes, _named(after, section))})
    return slots


def _turned(linked: Linked) -> Mention | None:
    """The "how many times" that names its base before what is measured by it: "how many times X were Y"."""
    being = linked.language.forms("lists", "being") - {"months"}
    cue = next((m for m in linked.mentions if "operations:ratio" in m.candidates), None)
    if cue is None or any("operations" in _kinds(m) for m in linked.mentions if m.end <= cue.start):
        return None
    things = [m for m in linked.mentions if _kinds(m) & {"place", "region", "measures", "modes", "product", "home"}]
    degrees = linked.language.forms("comparatives", "more", "less")
    times = linked.language.forms("lists", "times")
    said = [*cue.text.split(), *(token.word for token in tokenised(linked.text[cue.end :]))]
    said = said[next((at + 1 for at, word in enumerate(said) if word in times), len(said)) :]
    bare = linked.language.forms("comparatives", "bare")
    said = said[1:] if said[:1] and said[0] in degrees and said[1:2] and said[1] in bare else said
    if any(m.start < cue.start for m in things) or not said or said[0] in degrees | being | {"as", "did"}:
        return None
    spaces = zip(things, things[1:], strict=False)
    between = [{token.word for token in tokenised(linked.text[a.end : b.start])} for a, b in spaces]
    return cue if any(words & being for words in between) else None


def _kinds(mention: Mention) -> set[str]:
    return {c.split(":", 1)[0] for c in mention.candidates}


def _flows(mentions: Sequence[Mention]) -> Codes:
    """The flows in order, of nouns and of verbs alike: "for each dollar sold, how many bought"."""
    flows = {
        "measures:exports": "exports",
        "measures:imports": "imports",
        "verbs:sell": "exports",
        "verbs:buy": "imports",
    }
    return tuple(flows[c] for m in mentions for c in m.candidates if c in flows)


def _named(mentions: Sequence[Mention], section: str) -> Codes:
    return tuple(c.partition(":")[2] for m in mentions for c in m.candidates if c.startswith(f"{section}:"))


def _ordered(codes: Codes, after: Codes) -> Codes:
    """Both codes, the one that is named first after the base as the second; as they are where none is."""
    base = next((code for code in after if code in codes), "")
    return (*(code for code in codes if code != base), base) if base else codes
