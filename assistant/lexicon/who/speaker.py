"""Who "we" are: the country that the writer says to be of, or the one that is left beside the home country."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, codes_of, one_place
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.who.roles import Place
from assistant.lexicon.words.wordings import without_spans
from assistant.types import Mention

_CLAUSE = re.compile(r"[:.;?!)\n]|,\s")
Said = tuple[tuple[Mention, ...], Codes, str, bool]
"""The mentions and unknown words without those that present the writer, the country of "we", whether it was said."""


def speaking(text: str, mentions: Sequence[Mention], unknown: Codes, language: Language, home: str) -> Said:
    """What remains of a question beside "I write from Mexico", and who "we" are in it."""
    section, kept = language.section("home"), tuple(mentions)
    span, country = _presented(text, kept, language)
    if country and _is_offered(text[: span[0]], language):
        named = f"place:{country}"  # "China o nosotros los mexicanos": one of two that are asked about
        kept = tuple(m for m in kept if m.end <= span[0] or m.start >= span[1] or named in m.candidates)
        return kept, unknown, home, False
    if country:
        return *without_spans(text, kept, unknown, span), country, True
    return kept, unknown, _left(kept, section, home), False


def stated(slots: Slots, country: str, home: str) -> Slots:
    """The slots of a writer who says where they are: trade without an owner is that country's."""
    owned = slots.reporter or not slots.measures or country == home or country in (*slots.partner, *slots.places)
    return slots if owned else replace(slots, reporter=(country,))


def paired(linked: Linked, found: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places with two that trade with each other as a pair: "México y Brasil comerciaron"."""
    ends = [place.role for place in found]
    traded = "trade" in linked.codes("verbs") and len(found) == 2 and found[1].listed
    each_other = traded and set(ends) <= {"subject", "bare"} and linked.home not in [p.codes[0] for p in found]
    return tuple(replace(place, role="pair") for place in found) if each_other else found


def _is_offered(before: str, language: Language) -> bool:
    """Whether what follows is the second of two to choose from, or what something is measured by."""
    joins = language.forms("polar", "or") | language.forms("comparatives", "bare")
    return bool({token.word for token in tokenised(before)[-1:]} & joins)


def _presented(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[tuple[int, int], str]:
    """Where the writer says to be from somewhere, and the country."""
    found = language.said(fold(text), "home", "from")
    if found is None:
        return _people(text, mentions, language)
    stop = _CLAUSE.search(text, found.end())
    end = stop.start() if stop else len(text)
    for mention in mentions:
        if (place := one_place(mention)) and found.start() <= mention.start < end:
            return (found.start(), mention.end), place
    return (0, 0), ""


def _people(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[tuple[int, int], str]:
    """Where "we" are a people beside a verb in that person, and the country: "le compramos a Texas los mexicanos"."""
    ours = any("home:home" in m.candidates and any(c.startswith("verbs:") for c in m.candidates) for m in mentions)
    articles = language.forms("home", "people") if ours else frozenset()
    for at, mention in enumerate(mentions):
        before = tokenised(text[: mention.start])[-1:]
        led = at > 0 and mentions[at - 1].kind == "prepositions" and mentions[at - 1].end
        if before and before[0].word in articles and (country := one_place(mention)):
            if not led or text[led : before[0].start].strip():
                return (before[0].start, mention.end), country
    return (0, 0), ""


def _left(mentions: tuple[Mention, ...], section: Mapping[str, Any], home: str) -> str:
    """Who "we" are beside the home country, where a language has writers of another one: "nuestro comercio con EU"."""
    speakers, plain = str(section.get("speakers", "")), set(section.get("plain", ()))
    ours = any("home:home" in m.candidates and m.text not in plain for m in mentions)
    places = {code for m in mentions for code in codes_of(m, "place")}
    return speakers if speakers and ours and home in places <= {home, speakers} else home
