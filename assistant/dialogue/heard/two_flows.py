"""Two flows of two partners in one question: "imports from France and exports to Italy in 2023" asks two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold


def flows(text: str, language: Language) -> tuple[str, ...]:
    """The text cut before its second flow; whole where it names one or more than two."""
    found = list(_cut(language).finditer(fold(text)))
    led = found and _flow(language).search(fold(text)[: found[0].start()])
    if len(found) != 1 or not led or len(fold(text)) != len(text):
        return (text,)
    return text[: found[0].start()], text[found[0].end() :]


def are_two_flows(questions: Sequence[Question]) -> bool:
    """Whether each asks one flow with one partner and nothing else, no two of them the same flow or partner."""
    asked = [question.asked for question in questions]
    plain = all(
        len(slots.measures) == 1 and slots.partner and not (slots.operations or slots.keys or slots.condition)
        for slots in asked
    )
    known = not any(question.unknown or question.unsupported for question in questions)
    other = not set.intersection(*({*slots.partner} for slots in asked))
    return known and bool(plain) and other and {m for s in asked for m in s.measures} == {"exports", "imports"}


@cache
def _cut(language: Language) -> re.Pattern[str]:
    joins, owners = (language.any_of("parts", name) for name in ("joins", "owners"))
    return re.compile(rf"(?:\s*[,;])?\s+{joins}\s+(?=(?:{owners}\s+)*{language.any_of('parts', 'flows')}(?!\w))")


@cache
def _flow(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){language.any_of('parts', 'flows')}(?!\w)")
