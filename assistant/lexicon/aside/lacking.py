"""What a question lacks of the places, times and goods that a sentence before it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

MEASURED = ("measures:", "verbs:sell", "verbs:buy", "indices:")
WHERE = ("place:", "group:")
SPOT = ("region:", "port:")
WHEN, GOODS = ("period:",), ("product:",)
CARRIED = (*WHERE, *SPOT, *WHEN, *GOODS)
_FLOWS = frozenset({"measures:imports", "measures:exports"})
_OF_FLOW = ("operations:share", "operations:top", "operations:bottom")
"""What is asked of a flow, and means nothing without one."""
RANKED = ("operations:top", "operations:bottom", "operations:sum")
"""What puts things in order or together."""
SOUGHT = (
    *("keys:", "searching:"),
    *(f"operations:{name}" for name in ("top", "bottom", "fastest", "slowest", "rise", "fall", "count")),
)
"""What looks for something among others."""
_MOVES = ("operations:rise", "operations:fall", "operations:growth")
_FLOWING = ("verbs:sell", "verbs:buy", "measures:imports", "measures:exports")
_NEAR = 3
"""Words between goods and what says that they are traded."""
_WHOLE = 5
"""Words of a question that stands alone; a shorter one that measures nothing is about what was said before it."""
_TOLD_BY = 3
"""Things of a figure that a question names which names no measure: "what came in by air from Mexico in 2024"."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its words and what it names; the mentions stand in the text as it was read."""

    text: str
    read: str
    words: frozenset[str]
    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]

    def names(self, kinds: tuple[str, ...]) -> list[Mention]:
        """What it names of some kinds, in order."""
        return [m for m in self.mentions if any(c.startswith(kinds) for c in m.candidates)]


def said_by(text: str, link: Link) -> Said:
    """A sentence as it is read alone."""
    read, mentions, unknown = link(text)
    return Said(text, read, frozenset(phrase(text)), mentions, unknown)


def limits(lead: Said, asked: Said) -> bool:
    """Whether a sentence sets a limit to what is sought: "we track countries above $50bn. Which grew fastest?"."""
    amounts = lead.names(("amount:", "percent:"))
    return bool(amounts and lead.names(("tests:",)) and asked.names(SOUGHT))


def adds_up(lead: Said, language: Language) -> bool:
    """Whether a sentence says what is added up: "if you add chapters 07 and 08", "adding up the top five"."""
    verb = language.said(fold(lead.text), "lists", "adding")
    return verb is not None and bool(lead.names((*GOODS, *SPOT, *WHERE, *RANKED, "modes:", "keys:")))


def label(lead: Said, asked: Said, language: Language, home: str) -> str:
    """The places, times and goods of a sentence that the question lacks: "Vietnam:"."""
    traded = _wares(lead, language)
    goods = [] if asked.names(GOODS) else traded
    if goods and lead.unknown:
        return lead.text  # "organic avocados" are not all avocados
    times = [] if _is_dated(lead, asked, language) else lead.names(WHEN)
    needed = {*_places(lead, asked, language, home), *times, *goods, *_flow(lead, asked, language)}
    found = dict.fromkeys(m.text for m in sorted(needed, key=lambda m: m.start))
    return f"{', '.join(found)}:" if found else ""


def _is_dated(lead: Said, asked: Said, language: Language) -> bool:
    """Whether a question says its time, and not only what a lead about trade is held against: "against 2020"."""
    if not lead.names((*MEASURED, *_MOVES)):
        return bool(asked.names(WHEN))
    against, than = language.any_of("contrast", "before"), language.any_of("comparatives", "than")
    base = re.compile(rf"\b(?:{against}|{than})\s+(?:\w+\s+)?$")
    return any(not base.search(fold(asked.read[: m.start])) for m in asked.names(WHEN))


def _wares(lead: Said, language: Language) -> list[Mention]:
    """The goods that a sentence says are traded, or written about, or tells by code: "we import shoes", "toys (95)".

    "Our plant in Jalisco" and "my papers" are none.
    """
    flows = [m for m in lead.names(_FLOWING) if not any(c.startswith("keys:") for c in m.candidates)]
    named = lead.names(GOODS)
    if any(m.text.isdigit() or any(c.isdigit() for c in m.text) for m in named):
        return named
    treated = re.compile(rf"\b{language.any_of('context', 'treated')}\W+(?:\w+\W+)?$")
    told = fold(lead.read)
    return [
        m for m in named if any(_gap(lead.read, m, flow) <= _NEAR for flow in flows) or treated.search(told[: m.start])
    ]


def _gap(text: str, one: Mention, other: Mention) -> int:
    """How many words stand between two mentions."""
    return len(phrase(text[min(one.end, other.end) : max(one.start, other.start)]))


def _flow(lead: Said, asked: Said, language: Language) -> list[Mention]:
    """The one measure that a question lacks of which a share or a place is asked: "US imports. What was its share?"."""
    told = [(m, code.removeprefix("measures:")) for m in lead.mentions for code in m.candidates if code in _FLOWS]
    lacks = asked.names(_OF_FLOW) and not asked.names((*MEASURED, "searching:", "standing:"))
    one = lacks and len({name for _, name in told}) == 1
    return [replace(told[0][0], text=language.section("say")["labels"][told[0][1]])] if one else []


def _places(lead: Said, asked: Said, language: Language, home: str) -> list[Mention]:
    """The places that a question lacks; where somebody only lives it asks nothing about, unless of "our state"."""
    points = language.said(fold(asked.text), "context", "there") is not None
    owned = owns(asked, language)
    countries, others = abroad(lead, home), [] if owned else abroad(asked, home)
    if not (points or owned) and _says_where(lead, language):
        return []
    theirs = points or owned or not asked.names((*WHERE, *SPOT)) or is_subject(lead, asked, language, home)
    spots = lead.names(SPOT) if theirs else []
    return [*spots, *([] if others or asked.names(("keys:partner",)) else countries)]


def is_subject(lead: Said, asked: Said, language: Language, home: str) -> bool:
    """Whether a sentence says whose trade is asked for: "I'm writing about Texas. What did it export to Mexico?"."""
    own = asked.names((*SPOT, "keys:", "home:")) or any(f"place:{home}" in m.candidates for m in asked.mentions)
    return bool(lead.words & language.forms("lists", "topical")) and not own


def _says_where(lead: Said, language: Language) -> bool:
    """Whether somebody says where they live or work: "My wife is from Colombia."."""
    lives, topical = (lead.words & language.forms("lists", name) for name in ("writers_place", "topical"))
    return bool(lives and lead.words & own_words(language)) and not (topical or lead.names(MEASURED))


def own_words(language: Language) -> frozenset[str]:
    """The words by which somebody speaks of themselves."""
    return language.forms("lists", "first_person")


def owns(asked: Said, language: Language) -> bool:
    """Whether a question speaks of a place by what it owns: "its share of US imports"."""
    owning = re.search(rf"\b(?:{language.any_of('context', 'owning')})\b", fold(asked.read))
    return owning is not None and not any(m.start < owning.start() for m in asked.names((*WHERE, *SPOT)))


def abroad(said: Said, home: str) -> list[Mention]:
    """The countries and groups that a sentence names, without the one that "we" are."""
    return [m for m in said.names(WHERE) if m.candidates[0] != f"place:{home}"]


def named_owners(lead: Said, home: str) -> list[Mention]:
    """The places that "its" may stand for."""
    return [*abroad(lead, home), *lead.names(SPOT)]


def is_whole(asked: Said) -> bool:
    """Whether a question names what is measured, or three of the things that a figure is told by."""
    kinds = ((*WHERE, *SPOT), WHEN, (*GOODS, "modes:"), ("keys:",), ("operations:",))
    return bool(asked.names(MEASURED)) or sum(bool(asked.names(kind)) for kind in kinds) >= _TOLD_BY


def leans_back(asked: Said, language: Language) -> bool:
    """Whether a question speaks of what was said before it by a word that stands for more than a place or a time."""
    pointing, spots, within = (language.any_of("context", name) for name in ("points", "spots", "within"))
    plain = re.sub(rf"\b(?:(?:{pointing}) (?:{spots})|{within})\b", " ", fold(asked.text))
    short = len(asked.words) < _WHOLE and not asked.names(MEASURED)
    return short or bool(re.search(rf"\b(?:{pointing}|{language.any_of('context', 'stands_for')})\b", plain))
