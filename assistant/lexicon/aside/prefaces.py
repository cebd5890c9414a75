"""A question that ends a long sentence of talk: "Since our board asks about it, could you tell me what …?".

It is read alone where it names what is measured, with whom and when, and what stands before it narrows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.aside.lacking import (
    GOODS,
    MEASURED,
    RANKED,
    SOUGHT,
    SPOT,
    WHEN,
    WHERE,
    Said,
    abroad,
    adds_up,
    leans_back,
    said_by,
)
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.tokens import fold, phrase, sentences

_FEWEST = 6
"""Words of a preface; a shorter lead is part of the question: "of the two, which …"."""
_DEMANDED = (
    *("measures:weight", "measures:unit_value", "operations:share", "operations:in_percent"),
    *(f"unsupported:{cause}" for cause in ("currency", "real", "adjusted", "per_head", "units", "gdp")),
)
"""What may say how the figure is wanted."""
_TURNING = ("dialogue:repair", "dialogue:fresh", "dialogue:back", "dialogue:undo", "dialogue:only")
_CHOSEN = (
    *("group:", "operations:top", "operations:bottom", "n:", "region:", "port:"),
    *("keys:port", "keys:region", "keys:mode", "keys:product", "keys:year", "keys:month"),
    *("amount:", "percent:"),
)
"""What may say among which the answer is to be sought: a group, a kind of thing, a limit."""


def without_preface(text: str, language: Language, link: Link, home: str) -> str:
    """The question at the end of a message of one sentence, where it is whole without what leads to it."""
    if not language.section("prefaces") or len(list(sentences(text))) != 1:
        return text
    for lead, core in _ways(text, language):
        said, asked = said_by(lead, link), said_by(core, link)
        if _is_complete(asked, language) and _is_talk(said, asked, language, home):
            return core
    return text


def _ways(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The lead and the question where the text may be cut, the longest lead first."""
    kept, cut, asks = (language.any_of("prefaces", name) for name in ("requests", "reported", "asks"))
    joins = rf"(?:{language.any_of('prefaces', 'joins')}\s+)?"
    wonders = rf"(?:{language.any_of('prefaces', 'before')}\s+)?{asks}"
    at = rf"(?:[,;:]|\s[-–—])\s+{joins}(?=¿?(?:{kept}|{wonders})(?!\w))|\s+{cut},?\s+(?=\S)|\s+(?={kept}(?!\w))"
    for match in reversed([*re.finditer(at, fold(text))]):
        lead, core = text[: match.start()], text[match.end() :]
        if len(phrase(lead)) >= _FEWEST:
            yield lead, core


def _is_complete(asked: Said, language: Language) -> bool:
    """Whether a question says what is measured, where and when, and leans on nothing before it."""
    spots, each = (language.any_of("context", "spots"), language.any_of("prefaces", "each"))
    plain = replace(asked, text=re.sub(rf"(?<!\w){each} {spots}(?!\w)", " ", fold(asked.text)), unknown=())
    timed = asked.names(WHEN) or asked.names(("searching:", "operations:top", "operations:bottom"))
    named = asked.names(MEASURED) and asked.names((*WHERE, *SPOT)) and timed
    return bool(named) and not asked.unknown and not leans_back(plain, language)


def _is_talk(lead: Said, asked: Said, language: Language, home: str) -> bool:
    """Whether a lead tells about its writers, and bounds nothing that the question leaves open."""
    subjects = language.forms("context", "subjects") - language.forms("adjuncts", "the")
    own = lead.words & (language.forms("lists", "first_person") | subjects)
    narrowing = language.forms("lists", "narrowing") - language.forms("lists", "topical")
    if not own or lead.words & (narrowing - language.forms("context", "denials")):
        return False
    if lead.names((*_TURNING, *_DEMANDED)) or _wants(lead, language):
        return False
    if lead.names(WHEN) and (not asked.names(WHEN) or asked.names(("operations:rebase",))):
        return False  # "If I set January 2020 equal to 100, what index value …?"
    if _has_part(lead, asked, home) or adds_up(lead, language):
        return False
    chosen = asked.names(SOUGHT) and (lead.names(_CHOSEN) or _chooses(lead, language)) or _offers(lead, language)
    return not (_bounds(lead, asked, language, home) or chosen)


def _has_part(lead: Said, asked: Said, home: str) -> bool:
    """Whether a lead adds up what has the share, or ranks it where the question names no part."""
    things = (*GOODS, "modes:", "region:", "port:")
    parted = abroad(asked, home) or asked.names(things)
    added = lead.names(("operations:sum",)) and (lead.names((*things, "keys:")) or abroad(lead, home))
    return bool(asked.names(("operations:share",)) and (added or lead.names(RANKED) and not parted))


def _offers(lead: Said, language: Language) -> bool:
    """Whether a lead names what is to be chosen between: "our members ask: between meat and dairy, which …"."""
    said = lead.words & language.forms("prefaces", "between")
    return bool(said and lead.names((*GOODS, *WHERE, *_CHOSEN)))


def _chooses(lead: Said, language: Language) -> bool:
    """Whether a lead says among which partners the answer is: "of the countries we run a deficit with, which …"."""
    opened = re.match(rf"\W*{language.any_of('prefaces', 'choosing')}(?!\w)", fold(lead.text))
    return bool(opened and lead.names(("keys:",)))


def _bounds(lead: Said, asked: Said, language: Language, home: str) -> bool:
    """Whether a lead names a place, goods or a way of carriage of which the question names none."""
    excluded = lead.names(("exclusion:",)) and lead.names((*WHERE, *SPOT, *GOODS))
    placed = abroad(lead, home) and not abroad(asked, home) and not asked.names(SPOT)
    local = lead.names(SPOT) and not asked.names((f"place:{home}", *SPOT))
    whole = language.said(fold(asked.text), "prefaces", "whole")
    trading = lead.names(("verbs:sell", "verbs:buy")) or lead.words & language.forms("lists", "topical")
    serving = lead.names(("unsupported:services",)) and not asked.words & language.forms("prefaces", "goods")
    wares = _wares(lead, language) and trading and not asked.names(GOODS) and not whole
    grants = re.match(rf"\W*{language.any_of('prefaces', 'grants')}(?!\w)", fold(lead.text))
    moved = lead.names(("modes:",)) and not asked.names(("modes:",)) and not grants  # "I know that most is by truck"
    return bool(excluded or placed or local or serving or wares or moved)


def _wants(lead: Said, language: Language) -> bool:
    """Whether somebody wants the figure in a way that is not loaded: "I want it adjusted for inflation"."""
    wanting = language.forms("lists", "wanting") | language.forms("adjuncts", "wants")
    easy = tuple(f"unsupported:{cause}" for cause in ("firms", "jobs", "deeds", "cities", "daily", "files"))
    asked = [m for m in lead.names(("unsupported:",)) if not any(c.startswith(easy) for c in m.candidates)]
    return bool(asked and lead.words & wanting)


def _wares(lead: Said, language: Language) -> bool:
    """Whether goods are named in it; "our plant" and "a paper" are things of the writer."""
    mine = re.compile(rf"(?<!\w){language.any_of('prefaces', 'things')}\s(?:\w+\s)?$")
    return any(not mine.search(fold(lead.text)[: m.start]) for m in lead.names(GOODS))


__all__ = ["without_preface"]
