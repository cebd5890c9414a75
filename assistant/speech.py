"""One language over one store: what hears it and what says it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.decline import Refusals
from assistant.answer.templates import Templates
from assistant.answer.words import Words
from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.settings import Home
from assistant.store.store import Store


@dataclass(frozen=True, slots=True)
class Speech:
    """The lexicon, words, templates and refusals of one language."""

    lexicon: Lexicon
    words: Words
    templates: Templates
    refusals: Refusals

    @classmethod
    def of(cls, code: str, store: Store, home: Home) -> Speech:
        """The speech of a language code ("es")."""
        language = load(code)
        words = Words(language, store.names)
        return cls(Lexicon(language, store.names), words, Templates(words, store), Refusals(words, home))
