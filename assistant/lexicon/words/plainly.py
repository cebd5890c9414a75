"""Turns of phrase and ways of saying who sells to whom, put in plain words before they are read: "soaked up by Canada".

The rules stand in a language's [plainly]: a pattern over words and places, and the plain words for some of its groups.
A synonym is read only in the place that it has in a sentence about trade; elsewhere it stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.states_named import states_apart
from assistant.lexicon.words.plain_rules import OWNER, PLACE, Forms, Rule, plain_rules, words_of
from assistant.types import Mention

_NAMED = ("place:", "region:", "home:home")
_DOTTED = re.compile(r"U\.S\.(?:A\.?)?(?=[-' ])", re.IGNORECASE)
"""A name of which each letter has its point, and the last one the sentence does not end with."""
_FORM = "*"
"""Before a verb, put for a group: the verb in the same form as the synonym."""


def _with(text: str, found: re.Match[str], group: str, put: str, said: str) -> str:
    """The text with a group replaced; "{a}" is what the question says in group a, and nothing takes a space along."""
    start, end = found.span(group)
    if start < 0:
        return text
    word = re.sub(r"\{(\w+)\}", lambda name: said[slice(*found.span(name[1]))], put)
    end += not word and start < end and text[end : end + 1] == " " and text[start - 1 : start] in ("", " ")
    return text[:start] + word + text[end:]


def _word(put: str, said: str | None, plain: Forms) -> str:
    return plain[put[1:]].get(said or "", "") if put.startswith(_FORM) else put


def plainly(text: str, places: Iterable[Mention], language: Language) -> str:
    """The text in plain trade words; places are the names of countries and states in it."""
    rules, plain = plain_rules(language)
    shadow, section = fold(text), language.section("plainly").get("lists", {})
    if not rules:
        return text
    for place in places:
        if place.text not in section.get("unplaced", ()) and (
            span := _named(text, states_apart(text, place, language))
        ):
            shadow = _covered(shadow, *span)
    said = words_of(shadow)
    for rule in rules:
        if any(map(said.isdisjoint, rule.needed)):
            continue  # asked here and not by each rule: there are hundreds, and few apply
        before = shadow
        text, shadow = _applied(rule, text, shadow, plain)
        said = said if shadow is before else words_of(shadow)
    return text


def _applied(rule: Rule, text: str, shadow: str, plain: Forms) -> tuple[str, str]:
    """The text and its shadow with the plain words in place of the groups, from the last to the first."""
    for found in reversed(list(rule.found(shadow))):
        whole = text
        for group in sorted(rule.put, key=found.start, reverse=True):
            put = _word(rule.put[group], found[group], plain)
            text, shadow = _with(text, found, group, put, whole), _with(shadow, found, group, put, found.string)
    return text, shadow


def _named(text: str, mention: Mention) -> tuple[int, int] | None:
    """Where a mention names a place, None where it does not: of "for US" it is the capitals."""
    if any(code.startswith(_NAMED) for code in mention.candidates):
        dotted = _DOTTED.match(text, mention.start)
        return mention.start, dotted.end() if dotted else mention.end
    capitals = "harmless:home" in mention.candidates and text[: mention.end].endswith(" US")
    return (mention.end - len("US"), mention.end) if capitals else None


def _covered(shadow: str, start: int, end: int) -> str:
    name = shadow[start:end]
    owns = name.endswith(("'s", "s'")) or shadow[end : end + 2] == "'s"
    end += 2 if owns and not name.endswith(("'s", "s'")) else 0
    return shadow[:start] + (OWNER if owns else PLACE) * (end - start) + shadow[end:]


__all__ = ["plainly"]
