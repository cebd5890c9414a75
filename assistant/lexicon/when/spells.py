"""Spells of months that some languages name beside the months themselves: "el bimestre enero-febrero de 2024"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.periods import Period
from assistant.types import Mention


def without_spell(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The unknown words without the name of a spell right before a period that is as many months long."""
    named = language.section("periods").get("spells", {})
    spells = {fold(name): int(months) for months, names in named.items() for name in names}
    said = set(_said(text, mentions, spells, language.forms("periods", "of"))) if spells.keys() & set(unknown) else ()
    return tuple(mentions), tuple(word for word in unknown if word not in said)


def _said(text: str, mentions: Sequence[Mention], spells: Mapping[str, int], of: frozenset[str]) -> Iterator[str]:
    for period in mentions:
        before = [token.word for token in tokenised(text[: period.start])]
        before = before[:-1] if before[-1:] and before[-1] in of else before
        if period.kind == "period" and before and spells.get(before[-1]) == _months(period):
            yield before[-1]


def _months(period: Mention) -> int:
    with suppress(ValueError):
        return Period.parse(period.candidates[0].removeprefix("period:")).months
    return 0


__all__ = ["without_spell"]
