"""One sentence for each kind of result."""

from assistant.answer.sentences.head import Head, Said, entity, number
from assistant.answer.sentences.kinds import sentence

__all__ = ["Head", "Said", "entity", "number", "sentence"]
