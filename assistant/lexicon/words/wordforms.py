"""One and many: the singular and plural of names, and their spellings on both sides of the Atlantic."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

Words = tuple[str, ...]

_IRREGULAR = {
    **{"knife": "knives", "leaf": "leaves", "loaf": "loaves", "shelf": "shelves", "calf": "calves", "tooth": "teeth"},
    **{"mouse": "mice", "die": "dies", "tie": "ties", "pie": "pies", "cookie": "cookies", "scarf": "scarves"},
    **{"movie": "movies", "hoodie": "hoodies", "veggie": "veggies", "selfie": "selfies", "prosthesis": "prostheses"},
    **{"axe": "axes", "bus": "buses", "gas": "gases", "smoothie": "smoothies", "axis": "axes", "goose": "geese"},
}
_ONE = {many: one for one, many in _IRREGULAR.items()}
_ALIKE = frozenset("series glass brass grass lens sheep aircraft compass gps pcs as is us".split())

_HISSED_ONE = re.compile(r"(?:ch|sh|x|ss|zz|o)es$")
_HISSED = re.compile(r"(?:ch|sh|x|ss|z|[^aeiou]o)$")
_SPANISH_ES = re.compile(r"(?:[lrsj]|on|en|dad)es$")

ENGLISH_JOINS = frozenset(("of", "for", "and", "with", "or", "in", "from"))
SPANISH_JOINS = frozenset(("de", "del", "para", "y", "e", "o", "con", "en", "a", "la", "por", "sin", "que"))

# American, British
_SPELLINGS = tuple(
    pair.split("/")
    for pair in (
        "aluminum/aluminium color/colour flavor/flavour fiber/fibre center/centre sulfur/sulphur sulfate/sulphate"
        " jewelry/jewellery tire/tyre mold/mould molding/moulding plow/plough yogurt/yoghurt fertilizer/fertiliser"
        " galvanized/galvanised armor/armour whiskey/whisky chili/chilli pajama/pyjama airplane/aeroplane"
        " licorice/liquorice catalog/catalogue analyzer/analyser sterilizer/steriliser labeling/labelling gray/grey"
        " caliber/calibre donut/doughnut specialty/speciality pasteurized/pasteurised modeling/modelling"
        " fiberboard/fibreboard fiberglass/fibreglass synthesizer/synthesiser sulfuric/sulphuric license/licence"
    ).split()
)
_OTHER = {here: there for a, b in _SPELLINGS for here, there in ((a, b), (b, a))}
_OTHER |= {f"{here}s": f"{there}s" for here, there in tuple(_OTHER.items())}


def forms(words: Words, language: str) -> Iterator[Words]:
    """The words of a name as they are, in the singular and in the plural, and in the other spelling.

    >>> list(forms(("auto", "parts"), "en"))
    [('auto', 'parts'), ('auto', 'part')]
    >>> list(forms(("circuito", "integrado"), "es"))
    [('circuito', 'integrado'), ('circuitos', 'integrados')]
    """
    if language == "es":
        yield from _spanish_forms(words)
        return
    yield from _english_forms(words)
    if not _OTHER.keys().isdisjoint(words):
        yield from _english_forms(tuple(_OTHER.get(word, word) for word in words))


def singular(word: str, language: str = "en") -> str:
    """The singular of a word, the word itself where it has no plural ending.

    >>> [singular(word) for word in ("batteries", "boxes", "tomatoes", "glass", "knives")]
    ['battery', 'box', 'tomato', 'glass', 'knife']
    """
    return _spanish_one(word) if language == "es" else _english_one(word)


def root(word: str, language: str = "en") -> str:
    """The part of a word in the singular that its plural has as well.

    >>> root("battery"), root("knife")
    ('batter', 'kni')
    """
    many = _spanish_many(word) if language == "es" else _english_many(word)
    return os.path.commonprefix((word, many))


def _english_forms(words: Words) -> Iterator[Words]:
    yield words
    if "and" in words:
        return
    head = next((index for index, word in enumerate(words) if word in ENGLISH_JOINS), len(words)) - 1
    one = _english_one(words[head])
    other = one if one != words[head] else _english_many(words[head])
    if other != words[head]:
        yield (*words[:head], other, *words[head + 1 :])


def _spanish_forms(words: Words) -> Iterator[Words]:
    """The head with its adjectives agrees; the noun after "de" varies by itself."""
    end = next((index for index, word in enumerate(words) if word in SPANISH_JOINS), len(words))
    head, tail = words[:end], words[end:]
    heads = dict.fromkeys((head, _each(head, _spanish_one), _each(head, _spanish_many)))
    last = tail[-1:]
    lasts = dict.fromkeys((last, _each(last, _spanish_one), _each(last, _spanish_many)))
    for front in heads:
        yield from ((*front, *tail[:-1], *back) for back in lasts)


def _each(words: Words, change: Callable[[str], str]) -> Words:
    return tuple(change(word) for word in words)


def _english_one(word: str) -> str:
    if word in _ONE or word in _ALIKE or len(word) < 4:
        return _ONE.get(word, word)
    if word.endswith("ies"):
        return word[:-3] + "y"
    if _HISSED_ONE.search(word) and not word.endswith(("shoes", "canoes", "aches")):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and word[-2] not in "siu" else word


def _english_many(word: str) -> str:
    if word in _IRREGULAR or word in _ALIKE or word.endswith("s") or not word.isalpha():
        return _IRREGULAR.get(word, word)
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if _HISSED.search(word) else "s")


def _spanish_one(word: str) -> str:
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ces"):
        return word[:-3] + "z"
    if _SPANISH_ES.search(word):
        return word[:-2]
    return word[:-1] if word[-2] in "aeiou" else word


def _spanish_many(word: str) -> str:
    if len(word) < 3 or word.endswith("s") or not word.isalpha():
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    return word + ("s" if word[-1] in "aeiou" else "es")
