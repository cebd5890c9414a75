"""The goods that one spoken of trades, where nothing names them: "what do they buy most from us?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import opens
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.store.selection import WORLD
from assistant.types import Gap

_ENDS = frozenset({"top", "bottom"})
_VERBS = {"verbs:sell": "exports", "verbs:buy": "imports"}


def goods_asked(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """The ranking of products that is asked for, of the one partner spoken of; None for any other question."""
    turn, new = dialogue.last, question.slots
    verb = _verb(question)
    if turn is None or turn.slots is None or not turn.answered or not verb or not _asks(question, home):
        return None
    partner, ours = _spoken_of(turn, home), new.reporter == (home,)
    if not partner:
        return None
    measure = verb if ours else OTHER_FLOW[verb]
    periods = new.periods or turn.slots.periods
    slots = Slots(measures=(measure,), reporter=(home,), partner=(partner,), places=(home, partner), periods=periods)
    return replace(slots, keys=("product",), operations=new.operations & _ENDS, number=new.number)


def unowned(question: Question, home: str) -> Gap | None:
    """The question back where the most that is traded is asked, and more than one may be spoken of."""
    return Gap("clarify", "unclear", "pointed") if _asks(question, home) and _verb(question) else None


def _verb(question: Question) -> str:
    return next((_VERBS[c] for m in question.mentions for c in m.candidates if c in _VERBS), "")


def _asks(question: Question, home: str) -> bool:
    """Whether a "what" asks for the most that is bought or sold, and nothing else is named."""
    new = question.slots
    named = new.filters or new.keys or new.without or new.condition or new.ordinal or question.unknown
    ranked = bool(new.operations) and new.operations <= _ENDS and set(new.places) <= {home}
    return ranked and not named and opens(question, "what_goods")


def _spoken_of(turn: Turn, home: str) -> str:
    """The one partner of home that the last answer was about, or that came first in it; "" where there is none."""
    old, (dimension, codes) = turn.slots or Slots(), turn.ranked
    if old.reporter != (home,) or old.filters:
        return ""
    if dimension == "partner" and codes and (old.number or 1) == 1:
        return codes[0]
    one = len(old.partner) == 1 and old.partner != (WORLD,) and not dimension
    return old.partner[0] if one else ""
