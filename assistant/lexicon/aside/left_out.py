"""What is left out in other ways than "excluding X": "X left out", "all but X", months of a year that do not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.when.times import counted
from assistant.periods import Period
from assistant.types import Mention

_NAMED = ("modes:", "place:", "region:", "port:", "product:", "period:")
_NOT = "exclusion:not"
_BEHIND = "exclusion:behind"
_TIMES = frozenset({"keys:year", "keys:quarter", "keys:month"})
"""What a time is sought among, or told by: a stretch with a gap in it is not searched."""
_JOINED = frozenset({"operations:mean", "operations:median", "operations:sum"})
_NEAR = 4
"""How many words before "but" may say "all": "all modes of transport but"."""


def led(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with every way of leaving things out said in one way, and months left out as those that are left.

    A word that leaves something out and has nothing before it is an unknown word.
    """
    found = _as_one_list(_with_but(text, mentions, language), language)
    for mention in [m for m in found if _BEHIND in m.candidates]:
        found, unknown = _turned(text, found, unknown, mention, language)
    return tuple(_months_left(_widest(found))), unknown


def _widest(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with goods that are left out and may be several things as the whole chapter: "non-oil imports"."""
    found = list(mentions)
    for at, (cue, goods) in enumerate(pairwise(mentions), start=1):
        chapters = [c for c in goods.candidates if re.fullmatch(r"product:\d\d", c)]
        if _NOT in cue.candidates and len(goods.candidates) > 1 and len(chapters) == 1:
            found[at] = replace(goods, candidates=(chapters[0],))
    return tuple(found)


def _turned(
    text: str, mentions: tuple[Mention, ...], unknown: Codes, cue: Mention, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with a word behind a list ("left out") set before it, and the unknown words without its opener."""
    rest = tuple(m for m in mentions if m is not cue)
    listed = _before(text, rest, cue.start, language)
    if not listed:
        return rest, (*unknown, *cue.text.split())
    opener = [token.word for token in tokenised(text[: listed[0].start])][-1:]
    openers = language.forms("lists", "leaving")
    kept = tuple(word for word in unknown if word not in openers or [word] != opener)
    return _inserted(rest, listed[0].start), kept


def _before(text: str, mentions: Sequence[Mention], end: int, language: Language) -> list[Mention]:
    """The things of one kind that are listed right before a place in the text."""
    lists = language.section("lists")
    joins = {
        word
        for name in ("joins", "articles", "being")
        for phrase in lists.get(name, ())
        for word in fold(phrase).split()
    }
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: -m.start):
        between = {token.word for token in tokenised(text[mention.end : end])} if mention.end <= end else {""}
        alike = not found or mention.kind == found[0].kind
        if mention.end <= end and between <= joins and alike and mention.candidates[0].startswith(_NAMED):
            found.insert(0, mention)
            end = mention.start
        elif mention.end <= end and not mention.candidates[0].startswith(("dialogue:", "prepositions:")):
            break
    return found


def _with_but(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "but" as what leaves out after "all", "every", "anywhere"."""
    lists = language.section("lists")
    buts, alls = language.forms("lists", "buts"), language.forms("lists", "all")
    found = tuple(mentions)
    if buts.isdisjoint(token.word for token in tokenised(text)):
        return found
    for mention in mentions:
        before = [token.word for token in tokenised(text[: mention.start])]
        before = [word for word in before if word not in lists["articles"] and word not in lists.get("by", ())]
        leaves = before[-1:] and before[-1] in buts and alls & set(before[-_NEAR - 1 : -1])
        if leaves and mention.candidates[0].startswith(_NAMED):
            found = _inserted(found, mention.start)
    return found


def _as_one_list(mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with the "or" of a list that is left out as an "and": "not by truck or rail" is no choice."""
    joins, found, leaving = language.forms("lists", "and_or"), list(mentions), False
    for at, mention in enumerate(mentions[:-1]):
        named = mention.candidates[0].startswith(_NAMED)
        if leaving and mention.text in joins and mentions[at + 1].candidates[0].startswith((*_NAMED, "prepositions:")):
            found[at] = replace(mention, kind="dialogue", candidates=("dialogue:and",))
        elif not named and not mention.candidates[0].startswith(("dialogue:", "prepositions:")):
            leaving = _NOT in mention.candidates
    return tuple(found)


def _inserted(mentions: Sequence[Mention], start: int) -> tuple[Mention, ...]:
    """The mentions with an exclusion right before a place."""
    before = tuple(m for m in mentions if m.start < start)
    after = tuple(m for m in mentions if m.start >= start)
    return (*before, Mention("exclusion", start, start, "", (_NOT,)), *after)


def _months_left(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with the year less the months left out as the stretches that are left, put together."""
    at = next((i for i, m in enumerate(mentions) if _NOT in m.candidates and _named_period(mentions, i + 1)), None)
    if at is None:
        return mentions
    out = [i for i in range(at + 1, len(mentions)) if _named_period(mentions, i) and _only_joins(mentions, at + 1, i)]
    others = [i for i, m in enumerate(mentions) if m.kind == "period" and i not in out]
    if len(others) == 2 and mentions[others[-1]].candidates[0] == mentions[others[0]].candidates[0]:
        others = others[:1]
    spans = _closed(mentions[others[0]].candidates[0], None) if len(others) == 1 else None
    gone = [_closed(mentions[i].candidates[0], spans) for i in out]
    if spans is None or any(g is None or not spans.covers(g) for g in gone):
        return mentions
    left = _stretches(spans, [g for g in gone if g is not None])
    said = {code for mention in mentions for code in mention.candidates}
    if len(left) > 1 and said & _TIMES and not said & _JOINED:
        return mentions
    base = mentions[others[0]]
    kept = [m for i, m in enumerate(mentions) if i not in (at, *out, others[0])]
    made = [replace(base, candidates=(f"period:{stretch}",)) for stretch in left]
    added = Mention("operations", base.start, base.end, "", ("operations:sum",))
    return sorted((*kept, *made, *([added] if len(made) > 1 else [])), key=lambda m: m.start) if made else mentions


def _named_period(mentions: Sequence[Mention], at: int) -> bool:
    return 0 <= at < len(mentions) and mentions[at].kind == "period"


def _only_joins(mentions: Sequence[Mention], first: int, last: int) -> bool:
    """Whether only joining words and periods stand between: a year after "in" is not listed with the months."""
    return all(m.kind == "period" or m.candidates[0].startswith("dialogue:") for m in mentions[first : last + 1])


def _closed(code: str, base: Period | None) -> Period | None:
    try:
        return Period.parse(counted(code.removeprefix("period:"), base))
    except ValueError:
        return None


def _stretches(whole: Period, gone: Sequence[Period]) -> list[Period]:
    """What is left of a period without others, in order."""
    months = [m for m in range(whole.first, whole.last + 1) if not any(g.first <= m <= g.last for g in gone)]
    found: list[Period] = []
    for month in months:
        if found and found[-1].last + 1 == month:
            found[-1] = Period(found[-1].first, month)
        else:
            found.append(Period(month, month))
    return found
