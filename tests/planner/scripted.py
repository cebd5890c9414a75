"""A chat model that replays what it is told to and keeps what it was sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field

Step = AIMessage | Exception


class Scripted(BaseChatModel):
    """Replays `plans` where tools are bound and `texts` where none are; the last of each is repeated."""

    plans: list[Any] = Field(default_factory=list)
    texts: list[Any] = Field(default_factory=list)
    bound: list[Any] = Field(default_factory=list)
    sent: list[Any] = Field(default_factory=list)
    wrote: list[Any] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        self.bound.extend(tools)
        return self.bind(tools=tools, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        planning = "tools" in kwargs
        seen, script = (self.sent, self.plans) if planning else (self.wrote, self.texts)
        seen.append(messages)
        step: Step = script[min(len(seen), len(script)) - 1]
        if isinstance(step, Exception):
            raise step
        return ChatResult(generations=[ChatGeneration(message=step)])


def calling(*calls: tuple[str, dict[str, Any]]) -> AIMessage:
    """A message with tool calls."""
    asked = [{"name": name, "args": args, "id": f"x{n}", "type": "tool_call"} for n, (name, args) in enumerate(calls)]
    return AIMessage(content="", tool_calls=asked)


DONE = AIMessage(content="That is all.")


def told(messages: list[BaseMessage]) -> dict[str, Any]:
    """What the question's message says."""
    found: dict[str, Any] = json.loads(str(messages[-1].content))
    return found
