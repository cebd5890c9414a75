"""What the page remembers: conversations under an id that nobody can guess, the oldest forgotten first."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

_CONVERSATIONS = 300
_TURNS = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its reply (None where none could be given), with the dialogue as it stands after it."""

    question: str
    reply: Mapping[str, Any] | None
    dialogue: Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one chat, oldest first."""

    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    turns: tuple[Turn, ...] = ()

    def until(self, count: int | None) -> Conversation:
        """The same conversation as it stood after its first `count` turns; whole for None."""
        return Conversation(self.id, self.turns[:count])

    def after(self, turn: Turn) -> Conversation:
        """The conversation with one more turn; a very long one lets go of its first."""
        return Conversation(self.id, (*self.turns, turn)[-_TURNS:])


class Memory:
    """Conversations by id, shared by all visitors of one server; thread-safe and bounded."""

    def __init__(self, limit: int = _CONVERSATIONS) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str | None) -> Conversation | None:
        """The conversation of that id, or None where there is none (any more)."""
        with self._lock:
            if key is None or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, conversation: Conversation) -> None:
        """Keep it; where there are too many, the one unused for longest goes."""
        with self._lock:
            self._kept[conversation.id] = conversation
            self._kept.move_to_end(conversation.id)
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)
