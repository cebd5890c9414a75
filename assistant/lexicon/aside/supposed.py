"""What no table can hold, by how it is said: what would have been, dates that do not exist, numbers of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.days import written
from assistant.types import Mention

_YEAR = r"\s+[-−–]\d{4}(?![\d-])"
_NAMED = ("place:", "modes:", "product:", "region:", "port:", "period:", "prepositions:")
_GAP = r"(?:\W+\w+){0,8}?\W+"


def supposed(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with one for each thing that is supposed, impossible or counted in something that is not loaded."""
    added = tuple(_found(fold(text), mentions, language))
    made = (Mention("unsupported", start, end, text[start:end], (f"unsupported:{why}",)) for start, end, why in added)
    return (*mentions, *made) if added else tuple(mentions)


def _found(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[tuple[int, int, str]]:
    cues = language.section("supposed")
    told = _leaves_out(mentions) or any("indices:scenario" in m.candidates for m in mentions)  # that has its own answer
    for first, then in () if told else cues.get("pairs", ()):
        near = fold(first) in text and fold(then) in text  # the pattern is costly, and seldom needed
        if near and (found := re.search(rf"(?<!\w){fold(first)}{_GAP}{fold(then)}(?!\w)", text)):
            yield *found.span(), "supposed"
    yield from _dates(text, language)
    yield from _counted(text, mentions, cues.get("counted", {}))


def _leaves_out(mentions: Sequence[Mention]) -> bool:
    """Whether something named is left out: "excluding China, what would the share have been" can be computed."""
    following = (after for m, after in pairwise(mentions) if "exclusion:not" in m.candidates)
    return any(after.candidates[0].startswith(_NAMED) for after in following)


def _dates(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Days that no month has, and years before the first."""
    months, patterns = written(language.code)
    for match in (m for pattern in patterns for m in pattern.finditer(text)):
        try:
            date(int(match["year"]), int(months[match["month"]]), int(match["day"]))
        except ValueError:
            yield *match.span(), "date"
    never, led = (language.any_of("supposed", name) for name in ("dates", "years"))
    if found := re.search(rf"(?<!\w)(?:{never}(?!\w)|{led}{_YEAR})", text):
        yield *found.span(), "date"


def _counted(text: str, mentions: Sequence[Mention], cues: dict[str, list[str]]) -> Iterator[tuple[int, int, str]]:
    """Numbers of people, barrels and the like: "more than 100 million people" is no limit in dollars."""
    for mention in (m for m in mentions if m.kind == "quantity"):
        for why, things in cues.items():
            forms = "|".join(sorted(map(re.escape, map(fold, things)), key=len, reverse=True))
            if forms and (found := re.match(rf"\s+(?:of\s+|de\s+)?(?:{forms})(?!\w)", text[mention.end :])):
                yield mention.start, mention.end + found.end(), why
