"""What is added up without a verb for it: things with a plus between them, "one number", "the total of A and B"."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_KINDS = ("place:", "modes:", "port:", "region:", "product:", "period:")


def is_added(linked: Linked) -> bool:
    """Whether things of one kind stand with a plus between them, or a total of several is asked: "A plus B"."""
    plus = linked.language.forms("lists", "plus")
    for left, right in _pairs(linked):
        if fold(linked.text[left.end : right.start]).strip(" ,") in plus:
            return True
    return _is_adding(linked) or _is_one_figure(linked) or _is_total_of_several(linked)


def _pairs(linked: Linked) -> list[tuple[Mention, Mention]]:
    """Names of one kind that follow each other, small words aside."""
    named = [m for m in linked.mentions if _kind(m)]
    return [(left, right) for left, right in pairwise(named) if _kind(left) == _kind(right)]


def _is_adding(linked: Linked) -> bool:
    """Whether a verb of adding stands right before things of one kind in a list: "adding 2021 and 2022"."""
    verbs = linked.language.any_of("lists", "adding")
    heads = [linked.text[: left.start] for left, _ in _pairs(linked)]
    return any(re.search(rf"(?<!\w){verbs}(?:\s+the)?\s*$", fold(head)) for head in heads)


def _is_one_figure(linked: Linked) -> bool:
    """Whether one figure is wanted for several places, and not one for each: "… as a single figure"."""
    one, each = (linked.language.any_of("lists", name) for name in ("one_figure", "each_one"))
    wanted = re.search(rf"(?<!\w){one}(?!\w)(?!\W+{each}\b)", fold(linked.text))
    several = len({c for c in linked.codes("place")} - {linked.home}) > 1
    apart = {"share", "top", "bottom", "compare", "exceed", "trail", "difference", "ratio"}
    named = {c for m in linked.mentions for c in m.candidates}
    return bool(wanted) and several and not {f"operations:{name}" for name in apart} & named


def _is_total_of_several(linked: Linked) -> bool:
    """Whether "the total of", which alone is said of one thing too, stands before several places in a list."""
    match = linked.language.said(fold(linked.text), "lists", "total_of")
    if match is None:
        return False
    places = {c for m in linked.mentions if m.start >= match.end() for c in m.candidates if c.startswith("place:")}
    apart = {"operations:compare", "operations:share", "keys:partner", "operations:top", "operations:bottom"}
    return len(places - {f"place:{linked.home}"}) > 1 and not any(apart & set(m.candidates) for m in linked.mentions)


def _kind(mention: Mention) -> str:
    return next((kind for kind in _KINDS if mention.candidates[0].startswith(kind)), "")


__all__ = ["is_added"]
