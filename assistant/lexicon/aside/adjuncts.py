"""Clauses that say why, for whom or when a question is asked: "because our yard is full, …", "… for my hearing".

What nobody knows in them is no part of the question, which stands without them; one that may narrow it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from assistant.languages.language import Language
from assistant.lexicon.aside.binding import binds, opens_bound
from assistant.lexicon.aside.lacking import (
    MEASURED,
    RANKED,
    SPOT,
    WHEN,
    WHERE,
    Said,
    adds_up,
    is_whole,
    leans_back,
    said_by,
)
from assistant.lexicon.aside.leads import TALKING, TURNING, Link
from assistant.lexicon.tokens import fold, sentences
from assistant.types import Mention

_BREAK = r"(?:\s*,|\s*:|\s+[-–—]+)\s+"
_LONGEST = 140
"""Characters of a clause around a question."""
_EASY = (
    *TALKING,
    "verbs:run",
    "standing:",
    "n:",
    "goods:",
    *(f"unsupported:{cause}" for cause in ("firms", "jobs", "deeds", "files", "cities")),
)
_DONE = ("operations:", "searching:", "tests:", "explain:", "dialogue:", "keys:", "availability:", "unsupported:daily")
"""What everyday verbs and nouns may mean too: "our client is losing sleep", "because the crossing is closed"."""
_UNITS = ("operations:in_percent", "dialogue:dollars", "dialogue:all_product")
"""What a figure is wanted in, and of: "in dollars and as a percentage", "all goods"."""
_CLOSING = ".?!)\"' "
_Span = tuple[int, int]


def without_adjuncts(text: str, language: Language, link: Link) -> str:
    """The text without the clauses around each of its questions that only say why or for whom it is asked."""
    if not language.section("adjuncts"):
        return text
    told = [text[start:end].strip() for start, end in sentences(text)]
    found = [_stripped(sentence, language, link) for sentence in told]
    return " ".join(found) if found != told else text


def _stripped(sentence: str, language: Language, link: Link) -> str:
    """A sentence without its clauses of talk: each way takes the longest one that it finds."""
    for way in (_leading, _amid, _behind):
        for start, end in way(sentence, _patterns(language)):
            core = _rest(sentence, start, end, language)
            if is_talk(sentence[start:end], language, link) and stands(core, sentence[start:end], language, link):
                sentence = _marked(core, sentence[start:end], language)
                break
    return sentence


def _marked(core: str, clause: str, language: Language) -> str:
    """The rest of a sentence with what asked for a yes or no in its clause: "is it true that a friend wrote that"."""
    mark = language.said(fold(clause), "polar", "marks")
    return f"{mark[0]} {core}" if mark and language.said(fold(core), "polar", "marks") is None else core


def _rest(sentence: str, start: int, end: int, language: Language) -> str:
    """What is left of a sentence without a clause and the marks that set it off."""
    before, after = sentence[:start].rstrip(" ,:;–—-("), sentence[end:].lstrip(" ,:;–—-)")
    if not before:
        return re.sub(rf"^(?:{language.any_of('adjuncts', 'joins')})\s+", "", after, flags=re.IGNORECASE)
    return f"{before}{'' if not after or after[0] in _CLOSING else ' '}{after}"


class _Patterns(NamedTuple):
    """What finds the clauses of one language."""

    opens: re.Pattern[str]
    tells: re.Pattern[str]
    wishes: re.Pattern[str]
    says: re.Pattern[str]
    purposes: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    of = partial(language.any_of, "adjuncts")
    event = rf"(?:[\w'-]+\s+){{0,5}}?{of('events')}(?!\w)"
    present = rf"(?:[\w'-]+\s+){{1,5}}?{of('states')}(?!\w)"
    own = rf"{of('own')}(?![\w.])"
    ways = (
        rf"{of('reasons')}\s+(?:{own}|{of('the')}(?!\w))",
        rf"{of('beside')}\s+(?:{own}|{of('the')})\s+(?:[\w'-]+\s+){{1,4}}?(?:\w+ing|\w+ed|{of('with_state')})(?!\w)",
        rf"{language.any_of('context', 'roles')}\s",
        rf"{of('since')}\s+(?:{own}|{of('the')}\s+{present})",
        rf"{of('times')}\s+(?:{own}|{event})",
        rf"{of('purposes')}\s+{event}",
        rf"{of('so')}\s+{own}",
        rf"{of('asked_by')}(?!\w)",
    )
    tells = rf"\W*(?:{of('openers')}\W+)?(?:{own}|{of('the')}\s+{event}\s+{of('states')}(?!\w))"
    return _Patterns(
        re.compile(rf"\W*(?:{of('openers')}\W+)?(?:{'|'.join(ways)})"),
        re.compile(tells),
        re.compile(rf"\s+(?={of('wishes')}(?!\w))"),
        re.compile(rf"(?<!\w){of('says')}(?:\s+{of('asked_of')})*(?:\s*[,:])?\s+(?!{of('whether')}(?!\w))(?=\S)"),
        re.compile(rf"\W*{of('purposes')}\s+{own}"),
    )


def _leading(sentence: str, found: _Patterns) -> Iterator[_Span]:
    """Where a clause opens the sentence, up to a mark, a wish or who asks, the longest first."""
    plain = fold(sentence)
    opened = any(pattern.match(plain) for pattern in (found.opens, found.tells, found.purposes))
    ends = [m.end() for m in found.says.finditer(plain[:_LONGEST])]
    for pattern in (re.compile(_BREAK), found.wishes) if opened else ():
        ends += [m.end() for m in pattern.finditer(plain[:_LONGEST])]
    yield from ((0, end) for end in sorted({*ends}, reverse=True))


def _amid(sentence: str, found: _Patterns) -> Iterator[_Span]:
    """Where a clause stands between two commas or in brackets."""
    for match in re.finditer(r",\s+(?P<amid>[^,]{6,90})(?=,)|\((?P<aside>[^()]{6,90})\)", fold(sentence)):
        span = match.span("amid" if match["amid"] else "aside")
        if any(pattern.match(match[0]) for pattern in (found.opens, found.tells, found.purposes)):
            yield span


def _behind(sentence: str, found: _Patterns) -> Iterator[_Span]:
    """Where a clause closes the sentence, the longest first; without a mark before it, only where it opens as such."""
    plain = fold(sentence).rstrip(_CLOSING)
    for match in re.finditer(rf"(?P<mark>{_BREAK})|\s+(?=\S)", plain):
        ways = (found.opens, found.tells, found.purposes) if match["mark"] else (found.opens,)
        if len(plain) - match.end() <= _LONGEST and any(way.match(plain, match.end()) for way in ways):
            yield match.end(), len(plain)


def is_talk(clause: str, language: Language, link: Link) -> bool:
    """Whether a clause names nothing that a figure is told by, and narrows nothing."""
    if said_by(fold(clause).rstrip(_CLOSING + ",:").partition(":")[2], link).names(RANKED):
        return False  # "for my class: the top five customers together, …"
    plain = re.sub(rf"(?<!\w){language.any_of('adjuncts', 'set_aside')}(?!\w)", " ", fold(clause))
    said = said_by(plain.strip(_CLOSING + ",:;-–—("), link)
    if adds_up(said, language):
        return False
    bounds = language.forms("lists", "narrowing") | language.forms("adjuncts", "bounds")
    asks = _patterns(language).says.search(f"{fold(clause)} .")
    if said.words & (bounds - language.forms("lists", "topical") if asks else bounds) or said.names(TURNING + _UNITS):
        return False
    trades = language.said(plain, "adjuncts", "traders") and not asks
    if said.unknown and (trades or binds(clause, said.unknown, language)):
        return False  # "as an importer of zorbs", "we distribute zorbs"
    soft = _soft(said, plain, language, asks=bool(asks))
    named = (m for m in said.mentions if not _is_mine(said.text, m, language))
    return all(any(c.startswith(soft) for c in m.candidates) for m in named)


def _soft(said: Said, plain: str, language: Language, *, asks: bool) -> tuple[str, ...]:
    """What a clause may name: less where somebody wants something, or where it says what a trade is for or beside."""
    wants = said.words & (language.forms("lists", "wanting", "kinds_of") | language.forms("adjuncts", "wants"))
    beside = re.match(rf"\W*(?:{language.any_of('adjuncts', 'beside')}|{language.any_of('context', 'roles')})\s", plain)
    found = _patterns(language)
    if found.purposes.match(plain) and not found.opens.match(plain):
        return TALKING  # "for our business"
    return _EASY if not asks and (beside or wants) else (*_EASY, *_DONE)


def _is_mine(text: str, mention: Mention, language: Language) -> bool:
    """Whether it is the writer's own or one thing, and no ware: "my pen is ready", "we appraise a plant there"."""
    plain, of = fold(text), partial(language.any_of, "adjuncts")
    before = re.search(rf"(?<!\w){of('mine')}\s(?:\w+\s)?$", plain[: mention.start])
    single = re.search(rf"(?<!\w){of('single')}\s$", plain[: mention.start])
    single = single and re.match(rf"\s*(?:[^\w\s]|$|{of('behind_thing')}(?!\w))", plain[mention.end :])
    doing = rf"{language.any_of('by_grammar', 'persons')}\s+{language.any_of('lists', 'doing')}"
    written = re.match(rf"\s+(?:{language.any_of('by_grammar', 'that')}\s+)?{doing}(?!\w)", plain[mention.end :])
    ware = re.match(rf"\W*{of('purposes')}\s", plain) and not written  # "for a cable I'm drafting"
    return mention.kind == "product" and not ware and bool(before or single)


def stands(core: str, clause: str, language: Language, link: Link) -> bool:
    """Whether a question is whole without the clause and does not lean on it."""
    asked, past = said_by(core, link), language.said(fold(clause), "adjuncts", "past")
    if opens_bound(core, asked.unknown, language):
        return False
    told = said_by(clause, link)
    there = told.unknown or told.names(("unsupported:cities",))
    if there and not asked.names(SPOT) and language.said(fold(core), "context", "there"):
        return False  # "I'm in Zorbtown: what was imported there?"
    timed = re.match(rf"\W*{language.any_of('adjuncts', 'times')}\s", fold(clause)) and past
    placed = asked.names((*WHERE, *SPOT)) and asked.names(MEASURED) and (asked.names(WHEN) or not timed)
    return bool(placed) and is_whole(asked) and not leans_back(asked, language)


__all__ = ["is_talk", "stands", "without_adjuncts"]
