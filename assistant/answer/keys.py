"""The keys of a frame as a list shows them: capitalised, and without the article that a sentence needs."""

from __future__ import annotations

import re

from assistant.answer.words import Words, capital

# lower case only: "El Salvador" and "Los Angeles" keep theirs
_ARTICLE = re.compile(r"^(?:the |les |le |la |el |los |las |l['’])(?=\w)")


def key_name(dimension: str, code: str, words: Words) -> str:
    """The name of a code as the entry of a list: "UK", not "the UK"; "Truck", not "truck"."""
    return capital(_ARTICLE.sub("", words.key(dimension, code)))
