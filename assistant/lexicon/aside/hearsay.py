"""Where something was heard or read, which is no goods: "somebody on the radio claimed", "saw it in the paper"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, sentences
from assistant.lexicon.words.wordings import without_spans
from assistant.types import Mention

_THINGS = ("product:", "modes:", "keys:product", "sources:", "unsupported:")
_NAMED = ("measures:", "tariffs:", "rates:", "goods:")
"""What a thing is traded or charged beside: "the tariff on TV" is on televisions."""


def without_hearsay(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without what only says where a thing was told, in a sentence that says it was."""
    plain = fold(text)
    medium = re.compile(rf"(?<!\w){language.any_of('hearsay', 'on')}\s+{language.any_of('hearsay', 'media')}(?!\w)")
    spans = [m.span() for m in medium.finditer(plain) if _is_told(plain, m.start(), mentions, language)]
    mentions = tuple(m for m in mentions if not _is_any_paper(plain, m, mentions, language))
    if not spans:
        return mentions, unknown
    kept, unknown = without_spans(text, mentions, unknown, *spans)
    return tuple(m for m in mentions if m in kept or _is_asked(m)), unknown


def _is_told(text: str, at: int, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether the sentence tells that something was said or heard, and nothing that is traded stands right before."""
    sentence = next((text[start:end] for start, end in sentences(text) if start <= at < end), "")
    before = [m for m in mentions if m.end <= at][-1:]
    beside = any(c.startswith(_NAMED) for m in before if not text[m.end : at].strip() for c in m.candidates)
    return not beside and language.said(sentence, "hearsay", "told") is not None


def _is_any_paper(text: str, mention: Mention, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a paper that is not the loaded one only says what is claimed: "a newspaper says", "some article"."""
    led = set(text[: mention.start].split()[-1:]) & language.forms("hearsay", "indefinite")
    medium = "sources:press" in mention.candidates or mention.text in language.forms("hearsay", "media")
    return bool(led) and medium and _is_told(text, mention.start, mentions, language)


def _is_asked(mention: Mention) -> bool:
    """Whether a mention is of something besides the medium, as a place or a measure is."""
    return not any(c.startswith((*_THINGS, "prepositions:")) for c in mention.candidates)


__all__ = ["without_hearsay"]
