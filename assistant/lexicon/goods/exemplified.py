"""Examples of goods in brackets, which narrow nothing: "drinks (beer, tequila, all that)" are the drinks.

They tell which goods are meant where a name may mean several: "knitted clothes (t-shirts, sweaters)" are of chapter 61.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.tokens import Token, fold
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention

_BRACKET = re.compile(r"\s*\((?P<said>[^()\d]+)\)")
_FEW = 2
"""Names; one alone in brackets may be what is asked for: "vehicles (cars)"."""


def without_examples(
    text: str, mentions: Sequence[Mention], tokens: Sequence[Token], names: Nomenclature, language: Language
) -> str:
    """The text without the brackets that only give examples of the goods before them, which get the code they tell."""
    for bracket in reversed([*_BRACKET.finditer(text), *_led(text, mentions, language)]):
        inside = [m for m in mentions if bracket.start("said") <= m.start and m.end <= bracket.end("said")]
        goods = next((m for m in reversed(mentions) if m.end <= bracket.start() and m.kind == "product"), None)
        said = [m for m in inside if m.kind == "product"]
        if goods is None or not said or any(char.isdigit() for char in goods.text):
            continue
        known = _said_of(fold(bracket["said"]), [t for t in tokens if _is_in(t, bracket)], inside, language)
        if known is None or len(said) < _FEW and not known:
            continue
        held = list(_held(goods, said, names))
        if held or known and goods.end == bracket.start():
            text = _put(text, bracket, goods, held)
    return text


def _led(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[re.Match[str]]:
    """The examples that a word leads to right behind the goods: "drinks like beer and tequila"."""
    leads, joins = language.any_of("lists", "example_leads"), language.any_of("lists", "and_or")
    goods = [m for m in mentions if m.kind == "product"]
    one = rf"(?:{'|'.join(re.escape(fold(text[m.start : m.end])) for m in goods) or '(?!)'})(?!\w)"
    listed = rf",?\s+(?P<said>{leads}\s+{one}(?:(?:,\s*|,?\s+{joins}\s+){one})*)"
    found = re.finditer(listed, fold(text)) if len(goods) > 1 else ()
    yield from (match for match in found if any(m.end == match.start() for m in goods))


def _is_in(token: Token, bracket: re.Match[str]) -> bool:
    return bracket.start("said") <= token.start < bracket.end("said")


def _said_of(said: str, tokens: Sequence[Token], inside: Sequence[Mention], language: Language) -> bool | None:
    """Whether words say that the goods are examples; None where a word says anything else: "(only beer)"."""
    forms = language.forms("lists", "examples", "and_or")
    listed = frozenset(word for form in forms for word in form.split())
    goods, others = ([m for m in inside if (m.kind == "product") is named] for named in (True, False))
    free = [t.word for t in tokens if not any(m.start <= t.start < m.end for m in goods)]
    passed = listed | language.harmless - {word for m in others for word in m.text.split()}
    return language.said(said, "lists", "examples") is not None if passed.issuperset(free) else None


def _held(goods: Mention, said: Sequence[Mention], names: Nomenclature) -> Iterator[str]:
    """What the goods may mean that holds the most of what is said in the brackets."""
    counts = {code: sum(_holds(code, one, names) for one in said) for code in codes_of(goods, "product")}
    most = max(counts.values(), default=0)
    yield from (code for code, count in counts.items() if count == most > 0)


def _holds(code: str, one: Mention, names: Nomenclature) -> bool:
    """Whether goods lie within a code, a section, or several codes that are one thing."""
    parts = tuple(part for each in code.split(";") for part in (names.chapters.get(each) or (each,)))
    return any(part.startswith(parts) for told in codes_of(one, "product") for part in told.split(";"))


def _put(text: str, bracket: re.Match[str], goods: Mention, held: Sequence[str]) -> str:
    """The text without a bracket; of goods that may be several, the code that it tells stands behind their name."""
    text = text[: bracket.start()] + text[bracket.end() :]
    told = held[0] if len(held) == 1 and len(codes_of(goods, "product")) > 1 and held[0].isdigit() else ""
    return f"{text[: goods.end]} ({told}){text[goods.end :]}" if told else text


__all__ = ["without_examples"]
