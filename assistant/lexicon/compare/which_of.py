"""Which of two, where "and" lists them: "which of Laredo and El Paso had more trade" is "Laredo or El Paso"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import phrase
from assistant.types import Mention

_NAMED = ("place:", "region:", "port:", "product:", "modes:", "measures:", "period:")
_LIMITS = ("amount:", "percent:")
"""What is held to a limit is no choice: "which of A and B sold more than $60 billion"."""
_AND, _CHOSEN = "dialogue:and", ("operations:top", "operations:bottom", "operations:compare")


def which_of(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the "and" between those that one is asked of as the "or" that it stands for."""
    found = tuple(mentions)
    degrees = language.forms("comparatives", "more", "less")
    chosen = any(c in _CHOSEN or c.startswith(_LIMITS) for m in found for c in m.candidates)
    at = next((at for at in range(len(found) - 3) if _opens(text, found, at, language)), None)
    if at is None or chosen or not degrees & {*phrase(text)}:
        return found, unknown
    join = next((i for i in range(at + 2, len(found) - 1) if _AND in found[i].candidates), None)
    kinds = {_kind(m) for m in (*found[at + 1 : join], found[join + 1])} if join else set()
    if join is None or len(kinds) != 1 or "" in kinds:
        return found, unknown
    other = replace(found[join], kind="operations", candidates=("operations:compare",))
    return (*found[:join], other, *found[join + 1 :]), unknown


def _opens(text: str, mentions: Sequence[Mention], at: int, language: Language) -> bool:
    """Whether "which of" leads to what follows, or "between" does and "which" is asked behind it."""
    which, who = language.forms("lists", "which"), language.forms("lists", "which", "who")
    asked = phrase(text[: mentions[at].start])[-1:]
    if "prepositions:between" in mentions[at].candidates and not asked:
        return bool(who & {*phrase(text[mentions[at].end :])})
    return "prepositions:of" in mentions[at].candidates and bool(set(asked) & which)


def _kind(mention: Mention) -> str:
    return next((name for name in _NAMED for c in mention.candidates if c.startswith(name)), "")


__all__ = ["which_of"]
