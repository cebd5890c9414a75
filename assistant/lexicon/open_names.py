"""Names that mean several things, which are asked back."""

from __future__ import annotations

from assistant.lexicon.linked import Linked, codes_of
from assistant.lexicon.question import Codes


def open_names(linked: Linked) -> tuple[tuple[str, Codes], ...]:
    """Names that mean several products, else those that mean two places, with their meanings."""
    several = [m for m in linked.mentions if len(m.candidates) > 1]
    products = [m for m in several if all(c.startswith("product:") for c in m.candidates)]
    if products:
        return tuple((m.text, m.candidates) for m in products)
    named = ((m.text, tuple(codes_of(m, "place"))) for m in several)
    return tuple((name, codes) for name, codes in named if len(codes) > 1)


__all__ = ["open_names"]
