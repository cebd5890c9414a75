"""A code with its title in brackets behind it, as options offer it: "HS 2709 (Petroleum oils, crude)" is the code."""

from __future__ import annotations

import re

from assistant.languages.language import Language
from assistant.lexicon.tokens import phrase
from assistant.store.nomenclature import Nomenclature

_TITLED = re.compile(r"(?<![\w.])(?P<code>\d{2}|\d{4}|\d{6}|\d{10})(?P<title> \((?P<said>[^()]*[^\W\d_]{3}[^()]*)\))")


def without_titles(text: str, names: Nomenclature, language: Language) -> str:
    """The text with blanks for a bracket whose words are all of the title of the code before it."""
    for match in _TITLED.finditer(text):
        if {*phrase(match["said"])} <= _titled(match["code"], names, language):
            start, end = match.span("title")
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _titled(code: str, names: Nomenclature, language: Language) -> frozenset[str]:
    """The words of a code's titles, and of the titles of the heading and chapter that it lies in."""
    headings, own = names.products(language.code), language.section("say").get("products", {})
    wider = [code[:length] for length in (2, 4, 6) if length < len(code)]
    part_of = language.section("say").get("part_of", "") if wider else ""
    titles = (title.get(each, "") for each in (code, *wider) for title in (headings, own))
    return frozenset(word for title in (names.title("product", code), part_of, *titles) for word in phrase(str(title)))


__all__ = ["without_titles"]
