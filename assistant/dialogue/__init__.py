"""The conversation: what earlier turns asked, and how a follow-up takes from them what it does not say."""

from assistant.dialogue.follow_up import recall
from assistant.dialogue.heard.leads import is_follow_up
from assistant.dialogue.turns import Dialogue, Turn

__all__ = ["Dialogue", "Turn", "is_follow_up", "recall"]
