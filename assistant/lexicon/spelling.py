"""One or two wrong letters in a long word, where just one known word is that near."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.lexicon.tokens import Token

_SHORTEST, _LONG = 5, 8


class Speller:
    """Corrects towards `targets` the words that are not `known`."""

    def __init__(self, known: Collection[str], targets: Collection[str]) -> None:
        self._known = frozenset(known)
        self._targets = sorted(word for word in targets if len(word) >= _SHORTEST and word.isalpha())

    def corrected(self, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], Mapping[int, str]]:
        """The words with misspelt ones mended, and where each mended word starts with how it was written."""
        mended = tuple(self._mended(token) for token in tokens)
        changed = {new.start: old.word for old, new in zip(tokens, mended, strict=True) if old.word != new.word}
        return mended, changed

    def _mended(self, token: Token) -> Token:
        word = token.word
        if word in self._known or len(word) < _SHORTEST or not word.isalpha():
            return token
        allowed = 1 if len(word) < _LONG else 2
        near = process.extract(word, self._targets, scorer=OSA.distance, score_cutoff=allowed, limit=2)
        best = [choice for choice, distance, _ in near if distance == min(found[1] for found in near)]
        sure = len(best) == 1 and best[0][0] == word[0] and best[0] not in (f"{word}s", word.rstrip("s"))
        return replace(token, word=best[0]) if sure else token
