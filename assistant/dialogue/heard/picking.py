"""The option of a question back that a message picks, by its number or by its words."""

from __future__ import annotations

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language
from assistant.lexicon.tokens import phrase

_LONGEST = 7
"""Words; a longer message is a question of its own."""


def picked(text: str, dialogue: Dialogue, language: Language) -> str:
    """The option that the message picks where the last turn offered some; else the message as it is.

    "2", "the second", "option 2", "US imports", "the country" each pick one; words that fit several pick none.
    """
    options = dialogue.turns[-1].options if dialogue.turns else ()
    said = phrase(text)
    if not options or not said or len(said) > _LONGEST:
        return text
    fillers = {word for name in language.section("picks").get("fillers", ()) for word in phrase(name)}
    words = tuple(word for word in said if word not in fillers)
    return _by_number(words or said, options, language) or _by_words(said, words, options, language) or text


def _by_number(words: tuple[str, ...], options: tuple[str, ...], language: Language) -> str:
    sections = (
        language.section("periods")["ordinals"],
        language.section("ordinals"),
        language.section("numbers")["words"],
    )
    numbers = {" ".join(phrase(name)): int(n) for named in sections for n, names in named.items() for name in names}
    said = " ".join(words)
    place = int(said) if said.isdigit() and len(said) == 1 else numbers.get(said, 0)
    if len(options) == 1 and set(words) <= set(language.section("picks").get("yes", ())):
        return options[0]
    return options[place - 1] if 1 <= place <= len(options) else ""


def _by_words(said: tuple[str, ...], words: tuple[str, ...], options: tuple[str, ...], language: Language) -> str:
    """The one option that holds the words in a row, else all of them in any order, else a word of the same kind."""
    texts = [f" {' '.join(phrase(option))} " for option in options]
    kinds = language.section("picks").get("kinds", ())
    alike = [{word for kind in kinds if set(kind) & set(words) for word in kind}]
    for fits in (
        [f" {' '.join(said)} " in text for text in texts],
        [bool(words) and f" {' '.join(words)} " in text for text in texts],
        [bool(words) and set(words) <= set(text.split()) for text in texts],
        [len(words) == 1 and bool(alike[0] & set(text.split())) for text in texts],
    ):
        if sum(fits) == 1:
            return options[fits.index(True)]
    return ""
