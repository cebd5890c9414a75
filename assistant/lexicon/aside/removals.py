"""Verbs that open a message and leave something out: "drop China", "remove the trucks"; elsewhere they mean a fall."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_NAMED = ("place:", "modes:", "product:")


def with_removals(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions, where an opening verb leaves out the name right after it."""
    verbs = language.forms("removing", "words")
    for number, (first, after) in enumerate(zip(mentions, mentions[1:], strict=False)):
        named = any(code.startswith(_NAMED) for code in after.candidates)
        if fold(first.text) in verbs and named and not text[first.end : after.start].strip():
            opener = replace(first, kind="exclusion", candidates=("exclusion:not",))
            return (*mentions[:number], opener, *mentions[number + 1 :])
        if not first.candidates[0].startswith("dialogue:"):
            break
    return mentions
