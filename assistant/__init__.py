"""A conversational assistant for trade questions: exact figures, each with its basis, its source and a receipt."""

from __future__ import annotations

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.reply import Answer, Clarify, Declined

__all__ = ["Answer", "Assistant", "Clarify", "Declined", "Dialogue"]
