"""What is ranked by what where a sentence before the question says it: "I look at which states buy most. Who led?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.aside.lacking import MEASURED, Said
from assistant.types import Mention

RANKED = ("operations:top", "operations:bottom")
_NO_COUNTRIES = ("keys:region", "keys:port", "keys:product", "keys:mode", "region:MX-")
"""What else than countries is put in order."""


def says_what_is_ranked(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it names a measure, and the question behind it only who is first: no measure, and no kind but "who"."""
    kinds = [m for m in asked.names(("keys:",)) if not _asks_who(m, language)]
    bare = asked.names(RANKED) and not kinds and not asked.names((*MEASURED, "indices:", "searching:"))
    return bool(bare and lead.names(MEASURED)) and not lead.text.endswith("?")


def of_its_kind(rest: Sequence[str], kept: Sequence[str], leads: Sequence[Said], language: Language) -> list[str]:
    """The question with "which" for its "who" where what is ranked before it is no country: "… by state: who …?"."""
    if not any(text.endswith(":") and lead.names(_NO_COUNTRIES) for text, lead in zip(kept, leads, strict=True)):
        return [*rest]
    which, who = language.section("context")["whichever"], language.any_of("context", "who")
    return [re.sub(rf"^(\W*){who}\b", rf"\1{which}", rest[0], flags=re.IGNORECASE), *rest[1:]]


def _asks_who(mention: Mention, language: Language) -> bool:
    return mention.text in language.forms("context", "who")


__all__ = ["RANKED", "of_its_kind", "says_what_is_ranked"]
