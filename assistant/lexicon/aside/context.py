"""The question of a message without the talk before and behind it: "My cousin drives a rig through Laredo. What …?".

What leads to a question says why it is asked. It gives the question the places, times and goods that it lacks itself,
and nothing else: no ranking, no limit, and no word that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import TALKING, TURNING, Link, without_lead
from assistant.lexicon.tokens import fold, phrase, sentences
from assistant.types import Mention

_MEASURED = ("measures:", "verbs:sell", "verbs:buy", "indices:")
_WHERE = ("place:", "group:")
_SPOT = ("region:", "port:")
_WHEN, _GOODS = ("period:",), ("product:",)
_CARRIED = (*_WHERE, *_SPOT, *_WHEN, *_GOODS)
_WHOLE = 5
"""Words of a question that stands alone; a shorter one that measures nothing is about what was said before it."""
_TOLD_BY = 3
"""Things of a figure that a question names which names no measure: "what came in by air from Mexico in 2024"."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with its words and what it names."""

    text: str
    words: frozenset[str]
    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]

    def names(self, kinds: tuple[str, ...]) -> list[Mention]:
        """What it names of some kinds, in order."""
        return [m for m in self.mentions if any(c.startswith(kinds) for c in m.candidates)]


def without_context(text: str, language: Language, link: Link, home: str) -> str:
    """The question with what it needs of the sentences around it; the message as it is where they may narrow it."""
    text = without_lead(text, language, link)
    told = [text[start:end].strip() for start, end in sentences(text)]
    if len(told) < 2 or not language.section("context"):
        return text
    at = _asking(told, language)
    leads, rest = told[:at], told[at:]
    while len(rest) > 1 and _is_talk_behind(_said(rest[-1], link), language):
        rest.pop()
    asked, leans = _said(" ".join(rest), link), _leans(_said(rest[0], link), language)
    kept = [found for lead in leads if (found := _kept(_said(lead, link), asked, language, home, leans=leans))]
    return " ".join([*kept, *rest])


def _said(text: str, link: Link) -> _Said:
    _, mentions, unknown = link(text)
    return _Said(text, frozenset(phrase(text)), mentions, unknown)


def _asking(told: Sequence[str], language: Language) -> int:
    """Which sentence asks: the first with a question mark or that begins as a question does; else the last."""
    begins = language.forms("context", "asks")
    for number, sentence in enumerate(told):
        said = phrase(sentence)
        if sentence.endswith("?") or (said and said[0] in begins):
            return number
    return len(told) - 1


def _kept(lead: _Said, asked: _Said, language: Language, home: str, *, leans: bool) -> str:
    """What is kept of a sentence before the question: all of it, what the question lacks, or nothing.

    `leans`: the question speaks of what was said before it.
    """
    if lead.names(TURNING) or _narrows(lead, language) or _bounds(lead, asked, language):
        return lead.text
    doing = bool(lead.words & language.forms("lists", "doing"))
    if not lead.names(_CARRIED) and not lead.names(_MEASURED):
        told = doing or _states(lead, language)
        return "" if told and (_is_talk(lead) or not leans) else lead.text
    measured = _is_whole(asked) and not leans
    if not lead.names(_CARRIED):
        vague = all(m.candidates[0] == "measures:total" for m in lead.names(_MEASURED))
        return "" if doing and vague or measured and _states(lead, language) else lead.text
    if not (measured and _states(lead, language)):
        return lead.text
    return _label(lead, asked, language, home)


def _bounds(lead: _Said, asked: _Said, language: Language) -> bool:
    """Whether it says what or how somebody trades, in what it is counted, or who "we" are: "a shop in Rosario"."""
    trades = lead.names(("verbs:sell", "verbs:buy"))
    placed = asked.names(("home:",)) and lead.words & _own(language) and _is_placed(lead, language)
    wares = trades and lead.unknown and not lead.names(_CARRIED)  # "we import zorbs"
    moved = trades and lead.names(("modes:",))  # "I drive a truck" is talk
    return bool(placed or wares or moved or lead.names(("unsupported:currency",)))


def _is_placed(lead: _Said, language: Language) -> bool:
    """Whether a word that nobody knows stands where a place does: "in Rosario"."""
    where, unknown = language.any_of("context", "lives_in"), "|".join(map(re.escape, lead.unknown)) or "(?!)"
    return bool(re.search(rf"\b(?:{where}) (?:{unknown})\b", fold(lead.text)))


def _is_whole(asked: _Said) -> bool:
    """Whether a question names what is measured, or three of the things that a figure is told by."""
    kinds = ((*_WHERE, *_SPOT), _WHEN, (*_GOODS, "modes:"), ("keys:",), ("operations:",))
    return bool(asked.names(_MEASURED)) or sum(bool(asked.names(kind)) for kind in kinds) >= _TOLD_BY


def _narrows(lead: _Said, language: Language) -> bool:
    """Whether a sentence bounds what is asked; what somebody only writes or hears about does not."""
    narrowing = language.forms("lists", "narrowing")
    narrowing -= language.forms("lists", "topical") if _states(lead, language) else frozenset()
    narrowing -= (
        language.forms("context", "denials") if not lead.names((*_CARRIED, *_MEASURED, "modes:")) else frozenset()
    )
    return bool(lead.words & narrowing)


def _label(lead: _Said, asked: _Said, language: Language, home: str) -> str:
    """The places, times and goods of a sentence that the question lacks: "Vietnam:"."""
    traded = lead.names(_GOODS) if lead.names(_MEASURED) else []  # "our plant in Jalisco" is no ware
    goods = [] if asked.names(_GOODS) else traded
    if goods and lead.unknown:
        return lead.text  # "organic avocados" are not all avocados
    times = [] if asked.names(_WHEN) else lead.names(_WHEN)
    needed = {*_places(lead, asked, language, home), *times, *goods}
    found = dict.fromkeys(m.text for m in sorted(needed, key=lambda m: m.start))
    return f"{', '.join(found)}:" if found else ""


def _places(lead: _Said, asked: _Said, language: Language, home: str) -> list[Mention]:
    """The places that a question lacks; where somebody only lives it asks nothing about."""
    points = language.said(fold(asked.text), "context", "there") is not None
    countries, others = ([m for m in s.names(_WHERE) if m.candidates[0] != f"place:{home}"] for s in (lead, asked))
    if not points and _says_where(lead, language):
        return []
    spots = lead.names(_SPOT) if points or not asked.names((*_WHERE, *_SPOT)) else []
    return [*spots, *([] if others or asked.names(("keys:partner",)) else countries)]


def _says_where(lead: _Said, language: Language) -> bool:
    """Whether somebody says where they live or work: "My wife is from Colombia."."""
    lives, topical = (lead.words & language.forms("lists", name) for name in ("writers_place", "topical"))
    return bool(lives and lead.words & _own(language)) and not (topical or lead.names(_MEASURED))


def _own(language: Language) -> frozenset[str]:
    return language.forms("lists", "first_person")


def _states(lead: _Said, language: Language) -> bool:
    """Whether a sentence tells something, and neither asks nor orders nor names a topic."""
    wanting, doing = (language.forms("lists", name) for name in ("wanting", "doing"))
    plain = re.sub(rf"\b(?:{language.any_of('context', 'eyeing')})\b", " ", fold(lead.text))
    wants = bool({*phrase(plain)} & wanting) and not lead.words & doing
    subject = set(phrase(lead.text)[:1]) & language.forms("context", "subjects")
    past = any(word.endswith(tuple(language.forms("context", "past"))) for word in lead.words)
    told = subject or past or lead.words & language.forms("context", "states")
    return bool(told) and not wants and not lead.text.endswith("?")


def _leans(asked: _Said, language: Language) -> bool:
    """Whether a question speaks of what was said before it by a word that stands for more than a place or a time."""
    pointing, spots, within = (language.any_of("context", name) for name in ("points", "spots", "within"))
    plain = re.sub(rf"\b(?:(?:{pointing}) (?:{spots})|{within})\b", " ", fold(asked.text))
    owners = [m.start for m in asked.names((*_WHERE, *_SPOT))]
    owning = re.search(rf"\b(?:{language.any_of('context', 'owning')})\b", fold(asked.text))
    owned = owning is not None and not any(start < owning.start() for start in owners)
    short = len(asked.words) < _WHOLE and not asked.names(_MEASURED)
    return short or owned or bool(re.search(rf"\b(?:{pointing}|{language.any_of('context', 'stands_for')})\b", plain))


def _is_talk_behind(last: _Said, language: Language) -> bool:
    """Whether a sentence behind the question only says what it is for: "I need it for a report."."""
    told = last.words & (_own(language) | language.forms("lists", "doing"))
    wants = last.words & language.forms("lists", "wanting")
    talk = TALKING if wants else (*TALKING, "unsupported:")  # "mi jefe está esperando" is no forecast
    plain = all(c.startswith(talk) for m in last.mentions for c in m.candidates)
    return bool(told) and plain and not _narrows(last, language) and not last.text.endswith("?")


def _is_talk(said: _Said) -> bool:
    """Whether a sentence names nothing that can be asked about."""
    return not said.unknown and all(c.startswith(TALKING) for m in said.mentions for c in m.candidates)


__all__ = ["without_context"]
