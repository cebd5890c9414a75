"""What opens a message before its question: "ok so", "not sure if you can help, but", "A client wants to know:"."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.languages.language import Language
from assistant.lexicon.aside.binding import binds
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

Link = Callable[[str], tuple[str, tuple[Mention, ...], tuple[str, ...]]]
"""What reads a text: the text as it was read, what it names, and the words that name nothing."""

_LEAD = re.compile(r"\s*(?P<lead>[^:?!.;—–]{3,90}?)(?::|\s[-—–])\s+(?=\S+ \S+)")
_NAMED = ("place:", "region:", "port:", "period:", "product:", "measures:", "verbs:sell", "verbs:buy", "indices:")
_DEMANDED = (
    *("measures:weight", "measures:unit_value", "modes:"),
    *(f"unsupported:{cause}" for cause in ("currency", "real", "adjusted", "per_head", "units", "gdp")),
)
"""What somebody may want of the figure: "our CFO wants tonnage:"."""
TALKING = (
    "harmless:",
    "prepositions:",
    "dialogue:and",
    "dialogue:that",
    "home:",
    "verbs:run",
    "keys:partner",
    "explain:",
)
"""What talk may name that asks about nothing."""
_TRADED = ("product:", "operations:series", "unsupported:firms")
"""What may be said of somebody's trade: "as a coffee buyer I track origins"."""
TURNING = ("dialogue:repair", "dialogue:fresh", "dialogue:back", "dialogue:first", "dialogue:undo", "dialogue:only")
"""What turns the talk: words with it are never left out."""


def without_lead(text: str, language: Language, link: Link) -> str:
    """The text without what opens it, and cut in two sentences where talk turns into a question within one."""
    if not language.section("context"):
        return text
    for read in (_without_word, _without_excuse, _without_role, _without_trade, _without_label):
        text = read(text, language, link)
    return _cut(text, language)


def _without_word(text: str, language: Language, _: Link) -> str:
    """The text behind words that only take breath: "hmm, …", "ok so …"."""
    found = re.match(rf"\W*(?:(?:{language.any_of('context', 'breath')})\b[\s,.!…-]*)+(?=¿?\w+\W+\w+)", fold(text))
    return text[found.end() :] if found else text


def _without_excuse(text: str, language: Language, link: Link) -> str:
    """The text behind what only excuses it: "not sure if you can help, but …"."""
    excuses, but = (language.any_of("context", name) for name in ("excuses", "but"))
    found = re.match(rf"\W*(?:{excuses})\b[^?.!:]{{0,60}}?,? (?:{but}) (?=\S+)", fold(text))
    return text[found.end() :] if found and not _names(text[: found.end()], language, link, _NAMED) else text


def _without_role(text: str, language: Language, link: Link) -> str:
    """The text behind who asks it: "As someone who works in logistics, …"; "as a share of imports, …" says more."""
    found = re.match(rf"\W*(?:{language.any_of('context', 'roles')})\b[^,.?!:]{{3,60}}, (?=\S+ \S+)", fold(text))
    if found is None:
        return text
    _, mentions, unknown = link(text[: found.end()])
    trades = unknown and language.said(fold(found[0]), "adjuncts", "traders")  # "as an importer of zorbs"
    named = (c for mention in mentions for c in mention.candidates)
    return text[found.end() :] if not trades and all(c.startswith(TALKING) for c in named) else text


def _without_trade(text: str, language: Language, link: Link) -> str:
    """The text behind what its writer trades in, where the question names goods, a place and a time of its own.

    "As a coffee buyer I track origins: dollars of HS 09 from Colombia in 2024?"
    """
    found = re.match(rf"\W*(?:{language.any_of('context', 'roles')})\b[^,.?!:]{{3,60}}[,:] (?=\S+ \S+)", fold(text))
    if found is None:
        return text
    kinds = {c.partition(":")[0] for m in link(text[found.end() :])[1] for c in m.candidates}
    led = link(text[: found.end()])[1]
    plain = all(any(c.startswith((*TALKING, *_TRADED)) for c in m.candidates) for m in led)
    goods = any(m.kind == "product" for m in led)
    return text[found.end() :] if plain and goods and {"product", "place", "period"} <= kinds else text


def _without_label(text: str, language: Language, link: Link) -> str:
    """The text behind a lead that names nothing and says nothing but who asks, or what for: "For my thesis:"."""
    found = _LEAD.match(text)
    if found is None:
        return text
    lead = found["lead"]
    own = language.forms("lists", "doing", "first_person") | language.forms("context", "asking")
    bounds = language.forms("lists", "narrowing")
    told = {*phrase(lead)}
    _, mentions, unknown = link(lead)
    if binds(lead, (*unknown, *(m.text for m in mentions if m.kind == "product")), language):
        return text  # "the boss said by blimp:"
    plain = all(c.startswith(TALKING) for m in mentions for c in m.candidates)
    asks = told & language.forms("context", "asking") and not _names(lead, language, link, (*_NAMED[:4], *_DEMANDED))
    turns = _names(lead, language, link, TURNING)
    doing = told & language.forms("lists", "doing") and not _names(lead, language, link, (*_NAMED, "modes:"))
    talk = (plain and not unknown or asks or doing) and told & own and not (told & bounds or turns)
    return text[found.end() :] if talk else text


def _names(text: str, language: Language, link: Link, kinds: tuple[str, ...]) -> bool:
    """Whether a text names anything of some kinds; the "us" of "my teacher asked us" is who speaks."""
    cleaned, mentions, _ = link(text)
    speakers = language.forms("context", "speakers")
    named = [m for m in mentions if cleaned[m.start : m.end] not in speakers]
    return any(c.startswith(kinds) for m in named for c in m.candidates)


def _cut(text: str, language: Language) -> str:
    """The text as two sentences where a question begins or ends amid one: "…, so i'm wondering, …", "…, we're …"."""
    but, turns, denials = (language.any_of("context", name) for name in ("but", "turns", "denials"))
    which = language.any_of("context", "which", "asks")
    asks = rf",? (?:{but}) (?=(?:(?!{denials}\b)\w+ )?(?:{which})\b)"
    found = re.search(rf"(?P<turn> (?:{turns}))[,:]? (?=\S+ \S+)|{asks}", fold(text))
    at = max(found.start(), found.end("turn")) if found else 0
    text = f"{text[:at]}. {text[found.end() :]}" if found else text
    tail = re.search(rf"(?P<end>\s*[,–—-]+)\s+(?:{language.any_of('context', 'tails')})\b[^,;?!.]*[.!]*$", fold(text))
    return f"{text[: tail.start()]}.{text[tail.end('end') :]}" if tail and tail.start() else text


__all__ = ["TALKING", "TURNING", "Link", "without_lead"]
