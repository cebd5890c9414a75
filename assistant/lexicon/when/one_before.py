"""A time that is only told by what comes after it: "against the preceding one", of months or of quarters."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.periods import LENGTHS
from assistant.types import Mention


def one_before(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with "the preceding one" as the time before, where one kind of time is asked about."""
    found = language.said(fold(text), "times", "one_before")
    grains = {code for m in mentions for code in _grains(m, language)} if found else set()
    if found is None or len(grains) != 1:
        return tuple(mentions), unknown
    (grain,) = grains
    made = Mention("period", found.start(), found.end(), found[0], (f"period:prev:{LENGTHS[grain]}",))
    kept, unknown = without_spans(text, mentions, unknown, found.span())
    return in_order([*kept, made]), unknown


def _grains(mention: Mention, language: Language) -> set[str]:
    """The kinds of time that a mention asks for: the months of "in which months"."""
    asked = mention.kind in ("keys", "searching") or any(
        c.startswith(("keys:", "searching:")) for c in mention.candidates
    )
    meanings = (m for word in phrase(mention.text) for m in language.phrases.get((word,), ())) if asked else ()
    return {code for kind, code in meanings if kind == "keys" and code in LENGTHS}
