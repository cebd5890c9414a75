"""What no table breaks down together is not asked of a later question that names one of those kinds of thing itself."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.reply import Reply


def unheld(reply: Reply) -> Codes:
    """The dimensions that a reply was declined for, as no table has them together; () for another reply."""
    reason = reply.reason or {}
    together = str(reason.get("detail", {}).get("together", "")) if reason.get("cause") == "dimension" else ""
    return tuple(together.split(",")) if "," in together else ()


def apart(question: Question, last: Slots, turn: Turn) -> tuple[Slots, Codes]:
    """The earlier slots without the filters that go with no other, and those as "mode:truck".

    After avocados by truck through Laredo, "which port is the biggest?" is of all goods and modes; a port alone
    ("and El Paso?") is asked the same of.
    """
    asked = question.slots
    ranked = bool(asked.keys) and bool(asked.operations)
    own = {*asked.filters, *(asked.keys if ranked else ())} & {*turn.unheld}
    if not own or not (ranked or "share" in asked.operations):
        return last, ()
    gone = {name: codes for name, codes in last.filters.items() if name in turn.unheld and name not in own}
    kept = {name: codes for name, codes in last.filters.items() if name not in gone}
    return replace(last, filters=kept), tuple(f"{name}:{code}" for name, codes in gone.items() for code in codes)


__all__ = ["apart", "unheld"]
