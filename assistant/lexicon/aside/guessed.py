"""What the asker only takes for the answer: "Which country …? I think it was the Netherlands but not sure"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, sentences
from assistant.lexicon.words.wordings import without_spans
from assistant.types import Mention


def without_guess(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without those of a sentence that only guesses, behind the question."""
    plain = fold(text)
    spans = [(start, end) for start, end in sentences(text) if start and _guesses(plain[start:end], language)]
    if not spans or "?" not in text[: spans[0][0]]:
        return tuple(mentions), unknown
    return without_spans(text, mentions, unknown, *spans)


def _guesses(sentence: str, language: Language) -> bool:
    """Whether a sentence begins as a guess, asks nothing and is on one that was meant before ("it was")."""
    said = language.said(sentence, "hearsay", "guess")
    return said is not None and not sentence[: said.start()].strip() and "?" not in sentence
