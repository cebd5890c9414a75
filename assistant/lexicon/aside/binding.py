"""Words that nobody knows where they bound a figure all the same: "we distribute zorbs", "she wants it in zorbs"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold


def binds(clause: str, unknown: Sequence[str], language: Language) -> bool:
    """Whether an unknown word stands where goods, a unit, a way or a use does; "we make a zine" names no goods."""
    spoken = language.forms("by_grammar", "spoken")  # "a note on sourcing shifts"
    unknown = [word for word in unknown if word not in spoken]
    if not unknown:
        return False
    word, one = "|".join(map(re.escape, unknown)), language.any_of("by_grammar", "one")
    near = rf"\s+(?:(?!{one}\s)[\w'-]+\s+){{0,2}}?(?:{word})(?![\w-])"
    wants = language.any_of("by_grammar", "wanting")
    endings = language.any_of("by_grammar", "abstract")
    things = "|".join(re.escape(w) for w in unknown if not re.search(rf"{endings}$", w)) or "(?!)"
    ways = (
        rf"{language.any_of('by_grammar', 'topics')}\s+(?:{things})(?![\w-])",
        rf"{language.any_of('by_grammar', 'dealing')}{near}",
        rf"{wants}\s(?:[\w'-]+\s+){{0,5}}?{language.any_of('by_grammar', 'ways')}{near}",
        rf"{wants}\s+(?:{one}\s+)?(?:{word})(?![\w-])",
        rf"{language.any_of('adjuncts', 'told')}\s+{language.any_of('by_grammar', 'ways')}{near}",
        rf"(?:{word})\s+{language.any_of('by_grammar', 'uses')}",
    )
    return any(re.search(rf"(?<!\w){way}(?!\w)", fold(clause)) for way in ways)


def opens_bound(rest: str, unknown: Sequence[str], language: Language) -> bool:
    """Whether a question opens with a unit or way by an unknown word: "(she needs it) in zorbs: US imports …"."""
    word = "|".join(map(re.escape, unknown)) or "(?!)"
    return bool(re.match(rf"\W*{language.any_of('by_grammar', 'ways')}\s+(?:\w+\s+)?(?:{word})(?!\w)", fold(rest)))


__all__ = ["binds", "opens_bound"]
