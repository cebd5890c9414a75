"""Heads before a colon or dash that say where a figure will stand: "Fact-checking a piece on pharma: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain

from assistant.languages.language import Language
from assistant.lexicon.aside.adjuncts import is_talk
from assistant.lexicon.aside.binding import opens_bound
from assistant.lexicon.aside.lacking import GOODS, MEASURED, SPOT, WHEN, WHERE, Said, is_whole, leans_back, said_by
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.tokens import fold, phrase

_HEADING = 7
"""Words of a heading."""
_COLON = r"\s*:\s+(?=\S)|\s+[-–—]+\s+(?=\S)|\s*\.\.+\s*(?=\S)|(?<=\bhere)[,.]\s+(?=\S)"
_NUMBER = r"(?i)(?:[\s,]+(?:no\.?|num\.?|n[uú]mero|number|nr\.?|#))?[\s#]+\d{1,2}$"
"""The number of a slide, a unit or a line behind its name."""
_ALL = ("dialogue:all_product",)
_CAUSES = ("cities", "advice", "jobs", "firms", "deeds", "files")
_OF_TALK = (
    "dialogue:flip",
    "unsupported:daily",
    "tables:",
    "agreements:",
    *(f"unsupported:{cause}" for cause in _CAUSES),
)
"""What a head may name that a whole question is not told by: "tomorrow's panel"."""


def without_heading(text: str, lexicon: Lexicon, leads: Iterable[tuple[str, str]] = ()) -> str:
    """The text without a head that names a measure, goods or a place where what stands behind it names its own.

    "The flip side of the deficit story: our biggest surpluses in 2024?", "A piece on pharma: all goods from Ireland".
    `leads`: clauses about its writers, each with what stands behind it: "I run a bakery and wonder how much sugar …".
    """
    headed = (core for head, core in _ways(text, lexicon) if _is_told_again(head, core, lexicon, WHERE))
    return next(chain(headed, (core for head, core in leads if _is_told_again(head, core, lexicon))), text)


def _ways(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The heads of a text, without their number, and who wants a figure; each with what stands behind it."""
    for cut in re.finditer(_COLON, text):
        head, core = text[: cut.start()], text[cut.end() :]
        coded = any(char.isdigit() for m in said_by(head, lexicon.link).names(GOODS) for char in m.text)
        name = head if coded else re.sub(_NUMBER, "", head)  # "report on chapter 87"
        numbered = name != head and {*phrase(name)} <= text_kinds(lexicon.language)
        if "?" not in head and (numbered or is_heading(name, lexicon.language)):
            yield name, core
    if who := wishing(lexicon.language).match(fold(text)):
        yield text[: who.end()], text[who.end() :].lstrip(" ,:")


def _is_told_again(head: str, core: str, lexicon: Lexicon, places: tuple[str, ...] = ()) -> bool:
    """Whether a head names nothing that the question does not name for itself; `places`: where it names two places."""
    language, link = lexicon.language, lexicon.link
    asked, led = said_by(core, link), said_by(head, link)
    own = _own(asked, places)
    told = [m for m in led.mentions if any(c.startswith(own) for c in m.candidates) or _is_same(m.candidates, asked)]
    unread = {*led.unknown} - text_kinds(language) - _occasions(asked, language)
    if not own or unread and GOODS[0] not in own:
        return False
    rest = fold(led.read)
    subject = language.said(rest, "by_grammar", "on_subject")
    for mention in reversed(told):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    rest = f"{rest[: subject.start()]} {rest[subject.end() :]}" if subject else rest
    leans = leans_back(asked, language) or opens_bound(core, asked.unknown, language)
    return is_talk(rest, language, link) and not leans


def _occasions(asked: Said, language: Language) -> frozenset[str]:
    """The words for what befell in a year that a question names itself: "covid" beside 2020."""
    years = (year for year in language.section("eras") if any(f"period:{year}" in m.candidates for m in asked.mentions))
    return frozenset(word for year in years for word in language.forms("eras", year))


def _own(asked: Said, where: tuple[str, ...]) -> tuple[str, ...]:
    """What a question that names its measure, place and time need not be told before it."""
    if not is_whole(asked) or not asked.names(WHEN) or not asked.names((*WHERE, *SPOT, "home:", "keys:partner")):
        return ()
    goods = (*(GOODS if asked.names((*GOODS, *_ALL)) else ()), *(("modes:",) if asked.names(("modes:",)) else ()))
    places = {m.candidates for m in asked.names((*WHERE, "home:"))}
    return (*(MEASURED if asked.names(MEASURED) else ()), *_OF_TALK, *goods, *(where if len(places) > 1 else ()))


def _is_same(candidates: tuple[str, ...], asked: Said) -> bool:
    """Whether a question names the same place, time or goods."""
    if re.fullmatch(r"period:\d{4}", candidates[0]) and not asked.names(("operations:", "dialogue:")):
        return True  # "class of 2025 assignment: exports in 2023"
    carried = any(c.startswith((*WHERE, *SPOT, *WHEN, *GOODS)) for c in candidates)
    return carried and any(m.candidates == candidates for m in asked.mentions)


@cache
def wishing(language: Language) -> re.Pattern[str]:
    """Somebody who wants a figure, with where they are: "our bureau wants …", "the consulate in Osaka asked for …"."""
    of = partial(language.any_of, "by_grammar")
    named = rf"(?:{of('whose')})\s+(?:[\w'-]+\s+){{1,4}}?|(?:[\w'-]+\s+){{1,3}}?{of('desks')}\s+"
    who = rf"(?:{named})(?:{of('at')}\s+(?:[\w'-]+\s+){{1,3}}?)?"
    return re.compile(rf"\W*(?:{language.any_of('adjuncts', 'openers')}\W+)*{who}{of('wishes')}(?!\w)(?=\s)")


def is_heading(clause: str, language: Language) -> bool:
    """Whether a lead is a kind of text or an occasion, or says for what one thing it is asked."""
    said, heads = phrase(clause), text_kinds(language)
    if not 1 < len(said) <= _HEADING:
        return False
    aimed = rf"\W*{language.any_of('adjuncts', 'purposes')}\s+{language.any_of('by_grammar', 'one')}\s"
    first = said[0] in heads and set(said[1:3]) & language.forms("by_grammar", "of_heads")
    subject = language.said(fold(clause), "by_grammar", "on_subject")  # "a piece on pharma"
    treated = subject and {*phrase(clause[: subject.start()])} & heads
    return said[-1] in heads or bool(first or treated) or bool(re.match(aimed, fold(clause)))


def text_kinds(language: Language) -> frozenset[str]:
    """The words for texts and occasions."""
    return language.forms("adjuncts", "events") | language.forms("by_grammar", "heads")


__all__ = ["is_heading", "text_kinds", "wishing", "without_heading"]
