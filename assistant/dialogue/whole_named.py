"""What a follow-up names as a whole, the earlier figure being the part: "as a share of all US exports to Mexico?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.saying import opens
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.store.selection import WORLD
from assistant.types import Gap

_SAID = frozenset({"polar", "in_percent"})
_SUMMED = frozenset({"sum"})
_THING = (
    *("measures:", "verbs:", "place:", "home:", "product:", "modes:", "region:", "port:", "period:"),
    "operations:share",
)


def share_of_whole(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question's figure as a share of the one that is named behind the word for share; None for any other.

    Nothing stands before that word which could be the part, and the whole is the earlier trade with a filter less, or
    with all partners.
    """
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    if last is None or last.operations - _SUMMED or last.keys or not _opens(question):
        return None
    if new.operations - _SAID != {"share"}:
        return None
    said = new.keys or new.without or new.condition or new.ordinal or question.unknown
    named = new.measures == last.measures or not new.measures and new.filters and not new.places  # "everything by rail"
    same = named and new.periods in ((), last.periods) and set(new.reporter) <= {*last.reporter}
    if said or not same or len(last.partner) != 1 and "sum" not in last.operations:
        return None
    if not new.partner and last.partner != (WORLD,) and new.filters == last.filters:
        return replace(last, operations=last.operations | {"share"}, partner_share=bool(last.filters))
    if new.partner != last.partner:
        return None
    parts = [name for name in last.filters if name not in new.filters]
    kept = all(last.filters.get(name) == codes for name, codes in new.filters.items())
    return replace(last, operations=last.operations | {"share"}, part=parts[0]) if kept and len(parts) == 1 else None


def partless(question: Question) -> Gap | None:
    """The question back where a whole is named alone, and nothing says of what it is to be a share."""
    alone = opens(question, "as_part") and _opens(question) and "share" in question.slots.operations
    return Gap("clarify", "unclear", "what") if alone else None


def _opens(question: Question) -> bool:
    """Whether the word for share stands before all that is named."""
    named = [m for m in question.mentions if any(code.startswith(_THING) for code in m.candidates)]
    return bool(named) and "operations:share" in named[0].candidates and named[0].text.endswith((" of", " de", " del"))


__all__ = ["partless", "share_of_whole"]
