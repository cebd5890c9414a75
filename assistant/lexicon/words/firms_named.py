"""Companies that are called like goods, places or plain words: "what Apple imported", "Gap's purchases from Vietnam".

A name is the company where it stands in capitals as one that acts, and nowhere else: "apple imports" are of fruit.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold

_ACTING = (
    r"{names}(?='s?\s+(?:[\w-]+\s+){0,2}{flows})",
    r"{names}(?=(?:\s+{amid})?\s+{did})",
    r"{asked}\s+{names}(?=(?:\s+{amid})?\s+{acts})",
    r"{told}\s+{names}(?=(?:\s+{amid})?\s+{does})",
    r"{by}\s+{names}(?!')",
    r"{names}(?=\s+{wares})",
)
"""Where it owns a flow, did something, is asked what it does, is told to do it, is the one by whom it is done, or
makes a thing."""
_OWNING = re.compile(r"'s?\b|\s+\w")


def with_firms(text: str, language: Language) -> str:
    """The text with "the company" for each name in the language's [firms] that owns a flow, or trades itself."""
    plain = fold(text)
    if language.said(plain, "firms", "names") is None or len(plain) != len(text) or text.isupper():
        return text
    spans = {m.span("names") for form in _acting(language) for m in form.finditer(plain)}
    for start, end in sorted(spans, reverse=True):
        led = set(plain[:start].split()[-1:]) & language.forms("firms", "the")
        of = led <= language.forms("prepositions", "of")  # "the value of Apple's sales", "imports of Apple products"
        owns = of and _OWNING.match(plain, end) is not None
        if text[start].isupper() and (owns or not led):
            text = text[:start] + language.section("firms")["put"][0] + text[end:]
    return text


@cache
def _acting(language: Language) -> tuple[re.Pattern[str], ...]:
    def said(part: re.Match[str]) -> str:
        return rf"(?<![\w-])(?P<{part[1]}>{language.any_of('firms', part[1])})(?!\w)"

    return tuple(re.compile(re.sub(r"\{([a-z]+)\}", said, form)) for form in _ACTING)


__all__ = ["with_firms"]
