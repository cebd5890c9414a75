"""The words of names of products: they tell the language of a message of little else ("muebles de Vietnam")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.languages.language import languages
from assistant.lexicon.tokens import phrase
from assistant.store.nomenclature import Nomenclature

_SHORTEST = 4
_ENDINGS = ("s", "es")


class Goods:
    """The words of products of each language, read when a message is first in doubt."""

    def __init__(self, names: Nomenclature) -> None:
        self._names = names
        self._words: dict[str, frozenset[str]] = {}

    def votes(self, told: Sequence[str], code: str) -> int:
        """How many words name products in this language and in no other."""
        others = frozenset[str]().union(*(self._of(other) for other in languages() if other != code))
        return sum(word in self._of(code) and word not in others for word in told)

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of the names of ports and states, which are of no language: "Eagle Pass"."""
        titles = (name for kind in ("port", "region") for name in self._names.titles[kind].values())
        return frozenset(word for name in titles for word in phrase(name))

    def _of(self, code: str) -> frozenset[str]:
        if code not in self._words:
            self._words[code] = frozenset(_forms(self._names.everyday_products(code)))
        return self._words[code]


def _forms(names: Iterable[str]) -> Iterable[str]:
    """The long words of names, and one of what is named in the plural: "aguacate" of "aguacates"."""
    for word in {word for name in names for word in phrase(name) if len(word) >= _SHORTEST}:
        yield from (word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)))
