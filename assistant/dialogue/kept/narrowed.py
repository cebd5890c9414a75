"""Which words that name nothing narrow the figure they were said of, and stay with it: goods, places and times.

What is to be done with a figure ("the correlation of exports and imports"), or who speaks of it, narrows none.
"""

from __future__ import annotations

from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question
from assistant.lexicon.tokens import Token, fold, words

_SAID = (
    *("measures:", "verbs:", "place:", "region:", "port:", "product:", "modes:", "goods:", "period:", "home:"),
    *("prepositions:", "keys:", "tariffs:"),
)
"""What an unknown word narrows where it stands beside it: "unobtanium imports", "from Freedonia"."""
_LINKS = ("prepositions:",)


def narrowing(question: Question) -> Codes:
    """The unknown words that stand where goods, a place or a time do: behind a preposition, or beside what is named."""
    tokens = words(question.text)
    language = load(question.language)
    return tuple(word for word in question.unknown if _narrows(fold(word).split(), tokens, question, language))


def _narrows(word: list[str], tokens: tuple[Token, ...], question: Question, language: Language) -> bool:
    said = [token.word for token in tokens]
    at = next((i for i in range(len(said)) if said[i : i + len(word)] == word), None)
    if at is None:
        return True
    small = {*map(fold, language.section("qualifying").get("small", ()))}
    before = next((token for token in reversed(tokens[:at]) if token.word not in small), None)
    after = next(iter(tokens[at + len(word) :]), None)
    under = {*map(fold, language.section("held").get("under", ())), *language.forms("lists", "amounts")}
    led = before is not None and (before.word in under or _named(before, question, _SAID))
    return led or after is not None and _named(after, question, _SAID) and not _named(after, question, _LINKS)


def _named(token: Token, question: Question, kinds: tuple[str, ...]) -> bool:
    """Whether a word is a mention of one of these kinds."""
    there = (m.candidates for m in question.mentions if m.start <= token.start < m.end)
    return any(code.startswith(kinds) for codes in there for code in codes)


__all__ = ["narrowing"]
