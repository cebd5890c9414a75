"""The most from a place where a language has the words of "more than": "¿qué estado importa más de México?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.types import Mention

_DEALS = ("verbs:buy", "measures:imports", "measures:exports")


def most_from(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the "more" of a limit that a place follows as the most, and its "than" as from there."""
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        ranked = any(code.startswith("keys:") for m in mentions[:at] for code in m.candidates)
        acts = at > 0 and any(code in _DEALS for code in mentions[at - 1].candidates)
        limit = {"tests:above", "prepositions:of"} <= {*mention.candidates}
        if limit and ranked and acts and after is not None and after.kind == "place":
            more = mention.text.split(" ", 1)[0]
            cut = mention.start + len(more)
            found.append(replace(mention, kind="operations", end=cut, text=more, candidates=("operations:top",)))
            from_there = replace(mention, kind="prepositions", start=cut + 1, text=mention.text[len(more) + 1 :])
            found.append(replace(from_there, candidates=("prepositions:from",)))
        else:
            found.append(mention)
    return tuple(found), unknown


__all__ = ["most_from"]
