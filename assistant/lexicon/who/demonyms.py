"""The forms of the adjectives of countries: masculine and feminine, one and many, and after "l'" and "d'" in French."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold

_SPANISH = (
    ("o", ("o", "a", "os", "as")),
    ("és", ("és", "esa", "eses", "esas")),
    ("ón", ("ón", "ona", "ones", "onas")),
    ("í", ("í", "íes", "ís")),
    ("l", ("l", "la", "les", "las")),
    ("r", ("r", "res")),
    ("s", ("s", "sa", "ses", "sas")),
    ("", ("", "s")),
)
_FRENCH = (
    ("ien", ("ien", "ienne", "iens", "iennes")),
    ("éen", ("éen", "éenne", "éens", "éennes")),
    ("c", ("c", "cque", "que", "cs", "cques", "ques")),
    ("s", ("s", "se", "ses")),
    ("e", ("e", "es")),
    ("", ("", "e", "s", "es")),
)
_VOWELS = frozenset("aeiouyh")


def adjectives(language: Language) -> Iterator[tuple[str, str]]:
    """Each country's code with each form of its adjectives."""
    for code, words in language.section("demonyms").items():
        yield from ((code, form) for word in words for form in forms(word, language.code))


def forms(word: str, language: str) -> tuple[str, ...]:
    """The forms of an adjective that is given in the masculine singular.

    >>> forms("libanés", "es")
    ('libanés', 'libanesa', 'libaneses', 'libanesas')
    >>> forms("indien", "fr")[:4]
    ('indien', 'indienne', 'indiens', 'indiennes')
    """
    endings = _FRENCH if language == "fr" else _SPANISH
    ending, agreed = next(pair for pair in endings if word.endswith(pair[0]))
    stem = word.removesuffix(ending)
    found = tuple(stem + one for one in agreed)
    if language == "fr" and fold(word)[0] in _VOWELS:
        found += tuple(f"{lead}'{one}" for one in found for lead in ("l", "d"))
    return found
