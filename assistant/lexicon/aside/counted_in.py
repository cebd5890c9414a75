"""Who is said to count as one of those that are counted anyway: "(plus DC)", "Texas counts too", "EU as a bloc out".

The tables hold the states with the District of Columbia, and countries and never blocs as partners.
"""

from __future__ import annotations

import re
from functools import cache, partial

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.tokens import fold

_CLAUSE = re.compile(
    r"\((?P<amid>[^()]{2,70})\)|(?P<mark>^|[,;.?!–—]\s+|\s-\s)(?P<aside>[^(),;.?!–—]{2,70}?)(?=\s*(?:[,;.?!–—]|\s-\s|$))"
)
_DOTTED = re.compile(r"\bD\.\s?C\.", re.IGNORECASE)
_ENDS = ".?!"


def without_counted(text: str, language: Language, link: Link) -> str:
    """The text without clauses that only say who counts too; as it is where what is counted is not told."""
    if not language.section("counted_in"):
        return text
    plain = _DOTTED.sub("DC", text)
    for found in reversed([m for m in _CLAUSE.finditer(plain) if _counts(m["amid"] or m["aside"], language, link)]):
        rest = f"{plain[: found.start()].rstrip()}{_kept(found)}{plain[found.end() :]}".strip()
        if language.said(fold(rest), "counted_in", "kinds"):
            plain, text = rest, rest
    joined = _joined(language).sub(r"\g<states>", plain)
    return joined if joined != plain else text


def _kept(found: re.Match[str]) -> str:
    """The mark before a clause that ends the sentence before it."""
    mark = (found["mark"] or "").strip()
    return mark if mark in _ENDS and mark else ""


def _counts(clause: str, language: Language, link: Link) -> bool:
    """Whether a clause says of a state, or of the District, that it counts too, or of a bloc that it does not."""
    said = fold(clause).strip()
    ways, blocs = _patterns(language)
    if any(way.fullmatch(said) for way in blocs):
        return True
    found = next((found for way in ways if (found := way.fullmatch(said))), None)
    return found is not None and _is_state(found["name"], link)


def _is_state(name: str, link: Link) -> bool:
    """Whether a name is that of a state alone."""
    _, mentions, unknown = link(name)
    named = [m for m in mentions if not m.candidates[0].startswith("harmless:")]
    return not unknown and len(named) == 1 and any(c.startswith("region:US-") for c in named[0].candidates)


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """What says who counts too, with the name, and what says of blocs that they do not count."""
    of = partial(language.any_of, "counted_in")
    the, tail, joins = rf"(?:{of('the')}\s+)?", rf"(?:\s+{of('tails')})*", rf"(?:{of('joins')}\s+)*"
    name = r"(?P<name>[a-z]+(?: [a-z]+){0,3}?)"
    members = (
        rf"{joins}{of('with')}\s+{the}{name}{tail}",
        rf"{joins}{of('plus')}\s+{the}(?P<name>{of('district')}){tail}",
        rf"{joins}{the}{name}\s+{of('counts')}{tail}",
    )
    bloc = rf"{the}{of('blocs')}(?:\s+{of('as_one')})"
    blocs = (
        rf"{joins}{of('leaving')}\s+{bloc}",
        rf"{joins}{bloc}\s+{of('left')}",
        rf"{joins}(?:{of('with')}\s+)?{the}{of('members')}\s+(?:{of('counts')}\s+)?{of('apart')}",
    )
    return tuple(map(re.compile, members)), tuple(map(re.compile, blocs))


@cache
def _joined(language: Language) -> re.Pattern[str]:
    """The District behind the states: "states plus DC"."""
    of = partial(language.any_of, "counted_in")
    said = rf"(?<!\w)(?P<states>{of('states')})\s+{of('plus', 'with')}\s+(?:{of('the')}\s+)?{of('district')}(?!\w)"
    return re.compile(said, re.IGNORECASE)


__all__ = ["without_counted"]
