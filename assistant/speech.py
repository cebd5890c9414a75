"""What hears and what says each language over one store."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.decline import Refusals
from assistant.answer.templates import Templates
from assistant.answer.told import Texts, ToldStore
from assistant.answer.words import Words
from assistant.languages.language import languages, load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.words.borrowed import Borrowing
from assistant.settings import Home
from assistant.store.store import Store


@dataclass(frozen=True, slots=True)
class Speech:
    """The lexicon, words, templates and refusals of one language, and what the tables declare in it."""

    lexicon: Lexicon
    words: Words
    templates: Templates
    refusals: Refusals
    store: Store
    texts: Texts

    @classmethod
    def of(cls, code: str, store: Store, home: Home) -> Speech:
        """The speech of a language code ("es")."""
        language = load(code)
        words, texts = Words(language, store.names), store.texts.get(code, {})
        spoken = ToldStore(store, texts) if texts else store
        refusals = Refusals(words, home)
        return cls(Lexicon(language, store.names), words, Templates(words, spoken), refusals, spoken, texts)


class Speeches:
    """The speech of every language over one store, each made at its first question."""

    def __init__(self, store: Store, home: Home) -> None:
        self.store, self.home = store, home
        self._made: dict[str, Speech] = {}
        self._borrowing: dict[str, Borrowing] = {}

    def of(self, code: str) -> Speech:
        """The speech of a language code ("es")."""
        if code not in self._made:
            self._made[code] = Speech.of(code, self.store, self.home)
        return self._made[code]

    def borrowing(self, code: str) -> Borrowing:
        """What puts the words of other languages in those of a language."""
        if code not in self._borrowing:
            others = [other for other in languages() if other != code]
            self._borrowing[code] = Borrowing(
                self.of(code).lexicon, lambda: [self.of(other).lexicon for other in others], self.home.country
            )
        return self._borrowing[code]
