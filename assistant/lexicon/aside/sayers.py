"""Who says a thing, which names nothing that is traded: "Reagan said the deficit …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_NAMES = r"(?P<who>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,3}?)"


def without_sayers(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions, and the unknown words without those that open a clause as the one who says what follows."""
    if not unknown or not language.section("hearsay").get("says"):
        return tuple(mentions), unknown
    plain = fold(text)
    says, opens = (language.any_of("hearsay", name) for name in ("says", "opens"))
    clause = rf"(?:^|[,.;:!?]\s+|(?<!\w)(?:{opens})\s+){_NAMES} (?:{says})(?!\w)"
    spans = [found.span("who") for found in re.finditer(clause, plain) if not _is_source(text, found, language)]
    free = [span for span in spans if not any(m.start < span[1] and span[0] < m.end for m in mentions)]
    outside = {t.word for t in tokenised(text) if not any(a <= t.start < b for a, b in free)}
    return tuple(mentions), tuple(word for word in unknown if word in outside or " " in word)


def _is_source(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether it is a source of figures that says so, by its short name: "USDA says"."""
    named = text[slice(*found.span("who"))].split()
    return any(name.isupper() or fold(name) in language.forms("noted", "words") for name in named)


__all__ = ["without_sayers"]
