"""Words that only stand for places: "Mexican buyers", "American firms", "our neighbour Canada", "the two countries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_PLACES = ("place:", "home:")
_NAMED = (*_PLACES, "region:")
_DUTIES = ("measures:duty", "measures:effective_duty")
_CHOOSING = frozenset({"count", "top", "bottom", "fastest", "slowest", "per_key", "share"})
"""Operations beside which the people are counted, ranked or listed themselves."""


def as_places(text: str, mentions: Sequence[Mention], language: Language, home: str) -> tuple[Mention, ...]:
    """The mentions without those that say again which places are meant."""
    mentions = _everywhere(mentions, home)
    people = _people(text, mentions, language)
    gone = {*people, *_payers(text, mentions, language), *_askers(text, mentions, language)}
    gone |= {*_both(text, mentions, language), *_owned(text, mentions), *_market(text, mentions, language)}
    sides = {at - 1: side for at in people if (side := _side(mentions, at, language))}
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        found += [Mention("prepositions", mention.start, mention.start, "", (sides[at],))] if at in sides else []
        found += [] if at in gone else [mention]
    return tuple(found)


def _side(mentions: Sequence[Mention], at: int, language: Language) -> str:
    """Which end of the flow people are where no verb says it: "goods taken by Mexican buyers"; empty where one does."""
    others = [c for i, m in enumerate(mentions) if i != at for c in m.candidates]
    if any(c.startswith(("verbs:", "measures:")) for c in others):
        return ""
    sides = {"people_buying": "prepositions:to", "people_selling": "prepositions:from"}
    return next((side for name, side in sides.items() if mentions[at].text in language.forms("lists", name)), "")


def _people(text: str, mentions: Sequence[Mention], language: Language) -> list[int]:
    """Where buyers, sellers or firms of a place stand for it: "what American firms export", not "firms in Mexico"."""
    plain = fold(text)
    people, bounds = (language.forms("lists", name) for name in ("people", "people_in"))
    found: list[int] = []
    for at, mention in enumerate(mentions):
        if mention.text not in people or not _flows(mentions, at):
            continue
        first, last = _with_name(plain, mentions, at, found)
        after = plain[mentions[last].end :].split()[:1]
        dated = last + 2 < len(mentions) and mentions[last + 2].kind == "period"  # "than Texan exporters in 2024"
        bound = set(after) & bounds and not (dated and mentions[last + 1].text == after[0])
        stands = (
            first < last
            or mention.candidates == ("unsupported:firms",)
            and _does(plain, mentions, first, last, language)
        )
        if stands and not bound and not _are_chosen(plain, mentions, first, last, language):
            found.append(at)
    return found


def _payers(text: str, mentions: Sequence[Mention], language: Language) -> list[int]:
    """Where importers only are who pays a duty: "what importers paid in duties on goods from China"."""
    plain, buyers = fold(text), language.forms("lists", "people_buying")
    charged = any(c.startswith(_DUTIES) for m in mentions for c in m.candidates)
    found = [at for at, m in enumerate(mentions) if charged and m.text in buyers]
    return [at for at in found if not _are_chosen(plain, mentions, at, at, language)]


def _askers(text: str, mentions: Sequence[Mention], language: Language) -> list[int]:
    """Where a company is the asker's own, and no trade of it is asked for: "my company brings in watches from …"."""
    mine, ones = language.any_of("lists", "first_person"), language.forms("lists", "writers_trade")
    firms = [at for at, m in enumerate(mentions) if m.candidates == ("unsupported:firms",) and m.text in ones]
    return [at for at in firms if re.search(rf"\b{mine}\s+$", fold(text)[: mentions[at].start])]


def _with_name(plain: str, mentions: Sequence[Mention], at: int, found: Sequence[int]) -> tuple[int, int]:
    """Where people begin and end with the place whose they are: "US firms", "empresas mexicanas"; else they alone."""
    lead = at - 2 if at > 1 and "dialogue:and" in mentions[at - 1].candidates and at - 2 in found else at - 1
    named = lead in found or lead >= 0 and _is_named(mentions[lead])  # "buyers and sellers"
    if named and plain[mentions[at - 1].end : mentions[at].start].strip(" .") in ("", "s"):  # the end of "U.S."
        return lead, at
    behind = at + 1 < len(mentions) and _is_named(mentions[at + 1])
    return (at, at + 1) if behind and plain[mentions[at].end : mentions[at + 1].start] == " " else (at, at)


def _is_named(mention: Mention) -> bool:
    return any(c.startswith(_NAMED) for c in mention.candidates)


def _are_chosen(plain: str, mentions: Sequence[Mention], first: int, last: int, language: Language) -> bool:
    """Whether the people themselves may be counted, ranked or listed: not where they sell, or it is sold by them.

    Where the question names what else is chosen, "on which chapter did importers pay most", they only do the trade.
    """
    asked, small = (language.forms("lists", name) for name in ("people_asked", "people_led"))
    done = [m for at, m in enumerate(mentions) if not _is_passive(plain, mentions, at) and _chooses(m)]
    if not done and not asked & set(re.findall(r"\w+", plain)):
        return False
    said, articles = list(re.finditer(r"\w+", plain[: mentions[first].start])), language.forms("lists", "articles")
    plainly_led = True
    while said and said[-1][0] in small and not any(m.end == said[-1].end() for m in done):
        plainly_led = plainly_led and said.pop()[0] not in articles
    if said and said[-1][0] in asked:
        relative = len(said) > 2 and said[-2][0] in language.forms("lists", "people_relative")
        return not (relative and _does(plain, mentions, first, last, language))  # "the chapter on which importers owed"
    if said and plainly_led and any(m.end == said[-1].end() for m in done):
        return True
    firms = any(m.candidates == ("unsupported:firms",) for m in mentions[first : last + 1])
    if not firms:
        trades = last + 1 < len(mentions) and any(c.startswith("verbs:") for c in mentions[last + 1].candidates)
        return not (trades and plain[mentions[last].end : mentions[last + 1].start] == " ")
    others = any(c.startswith("keys:") for m in mentions for c in m.candidates)
    return not (others or _does(plain, mentions, first, last, language))


def _does(plain: str, mentions: Sequence[Mention], first: int, last: int, language: Language) -> bool:
    """Whether the people are who buys, sells or pays: "did importers pay", "exporters sold"."""
    led = set(plain[: mentions[first].start].split()[-1:])
    verbs = [m for m in mentions if any(c.startswith(("verbs:", "tariffs:pay")) for c in m.candidates)]
    follows = any(m.start > mentions[last].end and not plain[mentions[last].end : m.start].strip() for m in verbs)
    return follows or bool(verbs and led & language.forms("lists", "people_doing"))


def _chooses(mention: Mention) -> bool:
    return any(c.removeprefix("operations:") in _CHOOSING for c in mention.candidates if c.startswith("operations:"))


def _is_passive(plain: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a mention is the "by" of who does it: "sold by", and no split."""
    if not at or "prepositions:by" not in mentions[at].candidates:
        return False
    done = any(c.startswith("verbs:") for c in mentions[at - 1].candidates)
    return done and plain[mentions[at - 1].end : mentions[at].start] == " "


def _flows(mentions: Sequence[Mention], left_out: int) -> bool:
    """Whether a flow is named by another word as well."""
    others = (m for at, m in enumerate(mentions) if at != left_out)
    return any(c.startswith(("measures:", "verbs:", "goods:")) for m in others for c in m.candidates)


def _both(text: str, mentions: Sequence[Mention], language: Language) -> list[int]:
    """Where "the two countries" are two that are named, or that were spoken of before; those of a group are chosen."""
    places = {c for m in mentions for c in m.candidates if c.startswith(_PLACES)}
    if places & {f"place:{group}" for group in language.section("groups")}:
        return []  # "which two countries in South America sell the US the most"
    done = {c.removeprefix("operations:") for m in mentions for c in m.candidates if c.startswith("operations:")}
    if len(places) not in (0, 2) or done & ({"compare"} if places else _CHOOSING):
        return []
    found, twos = [], language.forms("lists", "two")
    for at, mention in enumerate(mentions):
        before = re.findall(r"\w+", fold(text)[: mention.start])[-1:]
        if "keys:partner" in mention.candidates and set(before) & twos:
            found += [at, *([at - 1] if at and _says_two(mentions[at - 1], twos) else [])]
    return found


def _says_two(mention: Mention, twos: frozenset[str]) -> bool:
    """Whether a mention is only the number before the countries: "2", "between the two"."""
    return "n:2" in mention.candidates or mention.candidates == ("operations:sum",) and mention.text.split()[-1] in twos


def _owned(text: str, mentions: Sequence[Mention]) -> list[int]:
    """Where "our" only leads to the name of a place: "from our neighbour Canada", not "our Mexican imports"."""
    found = []
    for at in range(1, len(mentions) - 1):
        ours, place = mentions[at], mentions[at + 1]
        led = any(c.startswith("prepositions:") for c in mentions[at - 1].candidates)
        named = any(c.startswith("place:") for c in place.candidates)
        flows = at + 2 < len(mentions) and any(c.startswith("measures:") for c in mentions[at + 2].candidates)
        if led and named and not flows and "home:home" in ours.candidates and not text[ours.end : place.start].strip():
            found.append(at)
    return found


def _market(text: str, mentions: Sequence[Mention], language: Language) -> list[int]:
    """Where the market is that of a country that goods go to: "shipments into the US market", not "which market"."""
    markets = language.forms("lists", "market")
    found = []
    for at in range(2, len(mentions)):
        led, place, market = mentions[at - 2 : at + 1]
        named = any(c.startswith("place:") for c in place.candidates) and market.text in markets
        into = {"prepositions:to", "prepositions:in"} & set(led.candidates)
        if named and into and "keys:partner" in market.candidates and not text[place.end : market.start].strip():
            found.append(at)
    return found


def _everywhere(mentions: Sequence[Mention], home: str) -> tuple[Mention, ...]:
    """The mentions with "from all countries" as the world where nothing is held against it, and "where" as partners."""
    said = {c for m in mentions for c in m.candidates}
    named = {c for c in said if c.startswith("place:")} - {f"place:{home}"}
    held = said & {"searching:faster", "searching:slower", "searching:surpass", "operations:exceed", "operations:trail"}
    keyed = any(c.startswith(("keys:", "region:", "port:", "modes:", "product:")) for c in said)
    ranked = said & {"operations:fastest", "operations:slowest"} and not said & {
        "standing:verb",
        "searching:which_time",
    }

    def read(mention: Mention) -> Mention:
        if "searching:overall" in mention.candidates and mention.text.startswith("from ") and not named | held:
            return replace(mention, kind="place", candidates=("place:WLD",))
        if "standing:where" in mention.candidates and ranked and not keyed and not named:
            return replace(mention, end=mention.start + 1, kind="keys", candidates=("keys:partner",))
        return mention

    return tuple(map(read, mentions))
