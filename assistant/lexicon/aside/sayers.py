"""Who says a thing, which names nothing that is traded: "Reagan said the deficit …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_NAMES = r"(?P<who>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,6}?)"
_OF_PEOPLE = ("operations:", "unsupported:", "keys:", "explain:", "modes:", "product:")
"""What people are named with: "truck drivers", "in Houston", "a retired welder"."""
_THEY = ("dialogue:that", "dialogue:those")
_SUBJECTS = ("place:", "home:", "region:", "port:", "measures:", "product:", "modes:")
_NEAR = len(" the ") + 1
_MEASURED = ("measures:", "goods:")
_TALK = ("prepositions:", "harmless:", "dialogue:that", "dialogue:and", "dialogue:it", "home:")
"""What may stand in who says a thing: "a man at the dock", "one of my drivers"."""


def without_sayers(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without who opens a clause as the one who says what follows.

    What is "real" in a question behind it is so, and not deflated.
    """
    if not language.section("hearsay").get("says"):
        return tuple(mentions), unknown
    plain = fold(text)
    told = list(_told(text, plain, language))
    if not told:
        return tuple(mentions), unknown
    who = [m.span("who") for m in told]
    people = [span for span in who if _is_person(plain[slice(*span)], _within(span, mentions), unknown, language)]
    kept = tuple(m for m in mentions if not (m.candidates[0].startswith(_OF_PEOPLE) and _inside(m, people)))
    says = [m.span("says") for m in told if _leads_to_clause(m.end("says"), mentions)]
    kept = tuple(m for m in kept if not (m.candidates[0].startswith("keys:") and _inside(m, says)))  # "states that"
    ends = {end for _, end in who}  # "is it true that they keep saying"
    kept = tuple(m for m in kept if not (m.candidates[0] in _THEY and m.end in ends))
    free = [span for span in who if not any(map(_is_traded, _within(span, kept)))]
    spans = [*people, *free, *(m.span("says") for m in told), *_true(plain, told[0].end(), language)]
    outside = {t.word for t in tokenised(text) if not any(a <= t.start < b for a, b in spans)}
    return kept, tuple(word for word in unknown if word in outside or " " in word)


def _leads_to_clause(end: int, mentions: Sequence[Mention]) -> bool:
    """Whether who does something follows, as in "states that the US imported", and not a verb: "states that sell"."""
    after = next((m for m in mentions if m.start >= end), None)
    acts = after is None or after.start - end >= _NEAR or any(c.startswith("verbs:") for c in after.candidates)
    return not acts and after is not None and after.candidates[0].startswith(_SUBJECTS)


def _told(text: str, plain: str, language: Language) -> Iterator[re.Match[str]]:
    """Where a clause opens with somebody who says what follows."""
    says, opens = (language.any_of("hearsay", name) for name in ("says", "opens"))
    clause = rf"(?:^|[,.;:!?]\s+|(?<!\w)(?:{opens})\s+){_NAMES},? (?P<says>{says})(?!\w)"
    yield from (found for found in re.finditer(clause, plain) if not _is_source(text, found, language))


def _is_person(who: str, named: Sequence[Mention], unknown: Codes, language: Language) -> bool:
    """Whether a person is named as somebody's, by a trade or a word that names nothing else: "one of my drivers"."""
    trades = language.forms("lists", "writers_trade") | language.forms("hearsay", "whose")
    measured = any(c.startswith(_MEASURED) for m in named for c in m.candidates)
    return not measured and bool({*who.split()} & {*unknown, *trades})


def _within(span: tuple[int, int], mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if _inside(m, [span])]


def _inside(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)


def _is_traded(mention: Mention) -> bool:
    """Whether a mention is of something that is asked about; "on" and "that" are no such thing."""
    return any(not c.startswith(_TALK) for c in mention.candidates)


def _true(text: str, start: int, language: Language) -> list[tuple[int, int]]:
    """Where what is so is set against what was said before: "what was the real change"."""
    true = rf"(?<!\w){language.any_of('hearsay', 'true')}(?!\w)"
    return [(start + m.start(), start + m.end()) for m in re.finditer(true, text[start:])]


def _is_source(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether it is a source of figures that says so, by its short name: "USDA says"."""
    named = text[slice(*found.span("who"))].split()
    return any(len(name) > 1 and name.isupper() or fold(name) in language.forms("noted", "words") for name in named)


__all__ = ["without_sayers"]
