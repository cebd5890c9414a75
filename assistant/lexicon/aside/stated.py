"""Sentences that only state something before a question that is whole by itself: "I just bought a hangar in Ohio.".

Who somebody is, what they do, heard or saw binds nothing of a question with a flow, a place and a time of its own;
what they want, leave out or trade in may, and such a sentence stays.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.aside.binding import binds
from assistant.lexicon.aside.lacking import (
    GOODS,
    MEASURED,
    SOUGHT,
    SPOT,
    WHEN,
    WHERE,
    Said,
    abroad,
    is_subject,
    leans_back,
    owns,
    said_by,
)
from assistant.lexicon.aside.leads import TURNING, Link
from assistant.lexicon.tokens import fold, phrase, sentences

_BOUND = (
    *("measures:weight", "measures:unit_value", "amount:", "percent:", "exclusion:"),
    *(f"unsupported:{cause}" for cause in ("currency", "real", "adjusted", "per_head", "units", "gdp", "groups")),
)
"""What bounds a figure wherever it is said."""
_CHOSEN = ("group:", "keys:", "n:", "operations:top", "operations:bottom", *WHERE, *SPOT, *WHEN)
"""What may say among which something is sought."""
_BREAK = re.compile(r"(?:\s*[:;]|\s[-–—])\s+(?=\S+ \S+)")
_SHORTEST = 4
"""Words of a sentence that states something."""


def without_stated(text: str, language: Language, link: Link, home: str) -> str:
    """The text without the sentences and clauses before its question that only state something."""
    told = [text[start:end].strip() for start, end in sentences(text)]
    at = next((number for number, sentence in enumerate(told) if sentence.endswith("?")), len(told) - 1)
    asked = said_by(" ".join(told[at:]), link)
    kept = [lead for lead in told[:at] if not is_stated(lead, asked, language, link, home)]
    core = _cut(told[at], language, link, home) if told else ""
    same = len(kept) == at and [core] == told[at : at + 1]
    return text if same else " ".join([*kept, core, *told[at + 1 :]])


def _cut(sentence: str, language: Language, link: Link, home: str) -> str:
    """A sentence behind a clause that only states something: "we charter ships, so just tell me: US exports …"."""
    for mark in reversed([*_BREAK.finditer(sentence)]):
        lead, core = sentence[: mark.start()], sentence[mark.end() :]
        if is_stated(lead, said_by(core, link), language, link, home):
            return core
    return sentence


def is_stated(lead: str, asked: Said, language: Language, link: Link, home: str) -> bool:
    """Whether a sentence before a question only states something, and the question is whole without it."""
    if not _opening(language) or len(phrase(lead)) < _SHORTEST or lead.rstrip().endswith("?"):
        return False
    if not _opening(language).match(fold(lead)) or not _is_whole(asked, language, home):
        return False
    if is_subject(said_by(lead, link), asked, language, home):
        return False  # "I'm writing about Texas. What did it export to Mexico?"
    return not _binds(said_by(_plain(lead, language), link), asked, language, home)


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """What a statement opens with: who it is about, or that something is or was."""
    who = language.any_of("by_grammar", "persons", "scenes")
    return re.compile(rf"\W*(?:{language.any_of('adjuncts', 'openers')}\W+)*{who}(?!\w)")


@cache
def _unbinding(language: Language) -> re.Pattern[str]:
    """What sounds like a bound and is none: "I only care about one thing", "I hear about trucks only", "just got"."""
    of = language.any_of
    just = rf"{of('by_grammar', 'just')}(?=\s+(?:\w+ed|{of('by_grammar', 'befell')})(?!\w))"
    return re.compile(rf"(?<!\w)(?:{of('by_grammar', 'cataphora')}|{of('by_grammar', 'hearing')}[^,;.]*|{just})(?!\w)")


def _plain(lead: str, language: Language) -> str:
    return _unbinding(language).sub(" ", fold(lead)).strip(" ,;:.!–—-")


def _is_whole(asked: Said, language: Language, home: str) -> bool:
    """Whether a question names a flow, with whom and when, knows all its words and leans on nothing before it."""
    joins, which = language.any_of("lists", "and_or"), language.any_of("context", "which")
    first = re.split(rf",?\s+{joins}\s+(?={which}\s)", asked.text)
    leans = leans_back(replace(asked, text=first[0]), language) or owns(asked, language)
    there = language.said(fold(asked.text), "context", "there")
    placed = abroad(asked, home) or asked.names(SPOT) or asked.names(SOUGHT)
    return bool(asked.names(MEASURED) and placed and asked.names(WHEN)) and not (asked.unknown or leans or there)


def _binds(lead: Said, asked: Said, language: Language, home: str) -> bool:
    """Whether a statement wants or leaves out something, or names wares or a choice that the question does not."""
    narrowing = language.forms("lists", "narrowing") | language.forms("lists", "wanting")
    narrowing |= language.forms("adjuncts", "wants")
    soft = language.forms("context", "denials") if not lead.names(("modes:", *GOODS)) else frozenset()
    topical = language.forms("lists", "topical") if asked.names(GOODS) or not lead.names(GOODS) else frozenset()
    if lead.words & (narrowing - soft - topical) or lead.names((*TURNING, *_BOUND)):
        return True
    choosing = asked.names(SOUGHT) and not abroad(asked, home) and lead.names(_CHOSEN)
    return bool(choosing or _carried(lead, asked, language) or _wares(lead, asked, language))


def _carried(lead: Said, asked: Said, language: Language) -> bool:
    """Whether a way of carriage or services are named where the question names none: "we ship by rail"."""
    ways = [m for m in lead.names(("modes:",)) if all(c.startswith("modes:") for c in m.candidates)]
    told = lead.words & language.forms("adjuncts", "told")  # "our boss said by truck"
    moved = (told or lead.names(("verbs:sell", "verbs:buy"))) and ways and not asked.names(("modes:",))
    return bool(moved or lead.names(("unsupported:services",)) and not asked.names((*GOODS, "goods:")))


def _wares(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it names goods that are no single thing of somebody's, or a word that may be goods, a unit or a way."""
    plain = fold(lead.read)
    if bound_by_unknown(lead, asked, language) or _is_of_goods(asked, language):
        return bound_by_unknown(lead, asked, language)
    single = re.compile(rf"(?<!\w){language.any_of('by_grammar', 'single')}\s+(?:\w+\s+)?$")
    goods = [m for m in lead.names(GOODS) if m.text.endswith("s") or not single.search(plain[: m.start])]
    return bool(goods)


def bound_by_unknown(lead: Said, asked: Said, language: Language) -> bool:
    """Whether a word that nobody knows is what its writers want it in, or deal in beside a question without goods."""
    plain = fold(lead.read)
    if _is_of_goods(asked, language):
        plain = re.sub(rf"(?<!\w){language.any_of('by_grammar', 'dealing', 'topics')}(?!\w)", " ", plain)
    return binds(plain, lead.unknown, language)


def _is_of_goods(asked: Said, language: Language) -> bool:
    """Whether a question names goods, or the whole of a trade."""
    return bool(asked.names(GOODS) or language.said(fold(asked.text), "prefaces", "whole"))


__all__ = ["bound_by_unknown", "without_stated"]
