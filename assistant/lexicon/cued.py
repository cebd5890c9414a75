"""The operations that single cues name, before any is settled by the others: "more … than", "how much of a …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.lexicon.conditions import condition, is_test, surpassing
from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.only_these import are_only_these
from assistant.lexicon.parts.sums import is_added
from assistant.lexicon.parts.totals import is_total_of_many
from assistant.lexicon.polar import asks_yes_or_no
from assistant.lexicon.tokens import phrase
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.when.two_times import more_of_two_times
from assistant.types import Mention

_MOVING = frozenset({"operations:growth", "operations:rise", "operations:fall", "operations:change"})


def named(linked: Linked) -> Iterator[str]:
    """The operations that single cues name."""
    for mention in linked.mentions:
        for candidate in mention.candidates:
            section, code = candidate.split(":", 1)
            whose = code == "yoy" and linked.text[mention.start : mention.end].endswith("'s")  # "over the year's mean"
            whose = whose or code == "share" and _is_of_amount(linked, mention)
            if section == "operations" and not (whose or is_test(linked, mention) or _asks_size(linked, mention)):
                yield "in_percent" if code == "share" and _is_parted(linked, mention) else code
    if compared := _compared(linked) or surpassing(linked) or more_of_two_times(linked):
        yield compared
    if _between_two(linked):
        yield from ("exceed", "trail")
    if is_added(linked) or is_total_of_many(linked) or are_only_these(linked):
        yield "sum"
    if asks_yes_or_no(linked):
        yield "polar"


def _is_of_amount(linked: Linked, mention: Mention) -> bool:
    """Whether a word for a share says what something comes to in money: "accounted for more than $100 billion"."""
    after = [m for m in linked.mentions if m.start >= mention.end][:2]
    test = len(after) == 2 and any(c.startswith("tests:") for c in after[0].candidates)
    amount = test and after[1].candidates[0].startswith("amount:")
    return bool(amount) and len(linked.text[mention.end : after[0].start].split()) <= 1


def _asks_size(linked: Linked, mention: Mention) -> bool:
    """Whether it is asked how large one thing is, and no part of it: "how much of a surplus", not "… of the …"."""
    after = phrase(linked.text[mention.end :])[:1]
    asks = mention.text in linked.language.forms("lists", "how_much_of")
    return asks and set(after) <= linked.language.forms("lists", "indefinite")


def _is_parted(linked: Linked, mention: Mention) -> bool:
    """Whether a comma or a move parts the cue from what it seems to be a share of: "jump, in percent, of imports"."""
    at = next(i for i, other in enumerate(linked.mentions) if other is mention)
    moves = at > 0 and _MOVING & set(linked.mentions[at - 1].candidates)
    inside = mention.text.split()[0] in linked.language.forms("prepositions", "in")
    return "," in linked.text[mention.start : mention.end] or bool(moves) and inside


def _between_two(linked: Linked) -> bool:
    """Whether one limit is more than one thing and one less than another: "less than Mexico, more than Germany"."""
    more, less, than = (linked.language.any_of("comparatives", name) for name in ("more", "less", "than"))
    text = " ".join(token.word for token in tokenised(linked.text))
    orders = ((more, less), (less, more)) if condition(linked) is None else ()
    return any(re.search(rf"\b{a}\b.*\b{than}\b.*\b{b}\b.*\b{than}\b", text) for a, b in orders)


def _compared(linked: Linked) -> str | None:
    """What "more … than" and "less … than" ask for, where no amount follows."""
    if (limit := condition(linked)) and limit.unit != "change":
        return None
    limits = [m for m in linked.mentions if limit and is_test(linked, m)]  # "more than A by more than $50bn"
    told = (token for token in tokenised(linked.text) if not any(m.start <= token.start < m.end for m in limits))
    text = " ".join(token.word for token in told)
    than = linked.language.any_of("comparatives", "than")
    for code, name in (("more", "exceed"), ("less", "trail")):
        if re.search(rf"\b{linked.language.any_of('comparatives', code)}\b.*\b{than}\b", text):
            return name
    return None


__all__ = ["named"]
