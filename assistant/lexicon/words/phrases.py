"""Cue words, places and other names: the longest phrase at each word wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.lexicon.tokens import Token
from assistant.types import Mention

Dictionary = Mapping[tuple[str, ...], tuple[str, ...]]
"""Folded words → what they may mean, as "section:code"."""
_WEARERS = frozenset({"women", "men", "girl", "girls", "boy", "boys", "ladies", "lady", "babies", "baby", "children"})
"""Whose clothes a product is named after: "women's trousers" is one name."""


def find(tokens: Sequence[Token], dictionary: Dictionary, longest: int) -> tuple[Mention, ...]:
    """The phrases among the words, longest first at each place; a phrase does not cross a possessive."""
    return tuple(_mentions(tokens, dictionary, longest))


def _mentions(tokens: Sequence[Token], dictionary: Dictionary, longest: int) -> Iterator[Mention]:
    index = 0
    while index < len(tokens):
        sizes = range(min(longest, len(tokens) - index), 0, -1)
        known = (n for n in sizes if _known(tokens[index : index + n], dictionary))
        used = next((n for n in known if n < 2 or not _cuts(tokens[index + n - 1 :], dictionary, longest)), 0)
        if used:
            part = tokens[index : index + used]
            codes = dictionary[tuple(token.word for token in part)]
            kind = codes[0].split(":", 1)[0]
            yield Mention(kind, part[0].start, part[-1].end, " ".join(t.word for t in part), codes)
        index += used or 1


def _known(part: Sequence[Token], dictionary: Dictionary) -> bool:
    crosses = any(token.possessive and token.word not in _WEARERS for token in part[:-1])
    return not crosses and tuple(token.word for token in part) in dictionary


def _cuts(tokens: Sequence[Token], dictionary: Dictionary, longest: int) -> bool:
    """Whether a phrase that ends with the first of the words would cut a place's name: "por estados" in "… unidos"."""
    names = (tokens[:n] for n in range(2, min(longest, len(tokens)) + 1))
    found = (dictionary[tuple(t.word for t in name)] for name in names if _known(name, dictionary))
    return any(code.startswith("place:") for codes in found for code in codes)
