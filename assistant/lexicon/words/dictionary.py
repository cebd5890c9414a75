"""Every phrase of a language and every name of a store's places and products, with what each may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assistant.languages.language import Language
from assistant.lexicon.goods.products import Products
from assistant.lexicon.tokens import phrase
from assistant.lexicon.who.demonyms import adjectives
from assistant.store.nomenclature import Nomenclature
from assistant.store.remembered import remembered, stamps

Dictionary = Mapping[tuple[str, ...], tuple[str, ...]]
_PACKAGE = Path(__file__).parents[2]
_UNKNOWN = frozenset({"US-XX", "MX-XX"})
"""Residual codes: no question can ask for them by name."""


def dictionary(language: Language, names: Nomenclature, products: Products) -> Dictionary:
    """Every phrase as its words, with what it may mean: "place:MEX".

    It is kept, as making it takes longer than an answer.
    """

    def made() -> dict[str, tuple[str, ...]]:
        return {" ".join(key): meanings for key, meanings in _read(language, names, products).items()}

    kept = remembered(f"dictionary-{language.code}", stamps(_PACKAGE, names.directory), made)
    return {tuple(key.split()): tuple(meanings) for key, meanings in kept.items()}


def _read(language: Language, names: Nomenclature, products: Products) -> Dictionary:
    """Cues before names; of a name that means several things the place comes first, and a title means itself alone."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {
        words: tuple(f"{section}:{code}" for section, code in meanings) for words, meanings in language.phrases.items()
    }
    for meaning, name in _names(language, names):
        key = phrase(name)
        if key and meaning not in found.get(key, ()):
            found[key] = (meaning, *found.get(key, ()))
    for name, things in products.names().items():
        key = tuple(name.split())
        held = found.get(key) or (("harmless:word",) if name in language.harmless else ())
        if not any(meaning.startswith("place:") for meaning in held):
            found[key] = (*held, *[f"product:{thing}" for thing in things])
    for name in language.section("occasions").get("named", ()):
        found[phrase(name)] = ("harmless:word",)  # "a trade mission" is no trade
    for code, title in names.named_products():
        found[phrase(title)] = (f"product:{code}",)
    for name, codes in language.section("ambiguous").items():
        found[phrase(name)] = tuple(f"place:{code}" for code in codes)
    for name in language.section("talk").get("phrases", ()):
        found.setdefault(phrase(name), ("harmless:talk",))
    for name in language.section("home").get("not", ()):
        found[phrase(name)] = ("harmless:home",)
    return {key: meanings for key, meanings in found.items() if key}


def _names(language: Language, names: Nomenclature) -> Iterator[tuple[str, str]]:
    for code, row in names.places.items():
        yield from ((f"place:{code}", name) for name in (row["name"], row["short_name"]) if name)
    for dimension in ("region", "port"):
        yield from (
            (f"{dimension}:{code}", name) for code, name in names.titles[dimension].items() if code not in _UNKNOWN
        )
    yield from _ports(language.section("lists"), names)
    for dimension, code, name in names.everyday_places(language.code):
        yield f"{dimension}:{code}", name
    yield from ((f"place:{code}", name) for code, name in adjectives(language))
    for section in ("countries", "capitals", "groups"):
        for code, said in language.section(section).items():
            yield from ((f"place:{code}", name) for name in said)
    for code, said in language.section("sections").items():
        yield from ((f"product:{code}", name) for name in said)
    for name in language.section("home").get("words", ()):
        if name not in ("us",):
            yield "home:home", name


def _ports(lists: Mapping[str, Any], names: Nomenclature) -> Iterator[tuple[str, str]]:
    """The ports with what ends their names ("Laredo bridge") and with what leads to their codes ("port code 2303")."""
    for code, name in names.titles["port"].items():
        if code not in _UNKNOWN:
            yield from ((f"port:{code}", f"{lead} {code}") for lead in lists.get("port_codes", ()))
            yield from ((f"port:{code}", f"{name} {end}") for end in lists.get("port_ends", ()))


__all__ = ["dictionary"]
