"""What a word that points at an earlier answer stands for: what came first, left out of it, or said to be beaten."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.reply import Reply

_STATE = "Which state exported the most to Mexico in 2020?"
_MODES = "rank the modes of transport for US imports from Canada in 2024"
_FIVE = "top 5 states by exports to Mexico in 2024"


def _last(assistant: Assistant, *turns: str) -> Reply:
    dialogue, replies = Dialogue(), []
    for turn in turns:
        reply, dialogue = assistant.ask(turn, dialogue)
        replies.append(reply)
    return replies[-1]


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        ((_STATE, "Apart from that one, who was the leader?"), "California came first"),
        ((_STATE, "leaving it aside, which was the biggest?"), "California came first"),
        ((_STATE, "Apart from Texas, who was the leader?"), "California came first"),
        ((_STATE, "And who came right after?", "And third?"), "Michigan came third"),
        ((_MODES, "apart from that mode, which led?"), "Pipeline came first"),
        ((_MODES, "and the number one for exports to Mexico in 2024?"), "Truck came first of 6 modes in US goods exp"),
        ((_MODES, "how much came by the number one in 2023?"), "US goods imports from Canada by truck came to"),
        ((_FIVE, "In which of those states did exports fall from 2023?"), "1 of 5 states had growth"),
        (("US imports from China in 2024", "Does Mexico beat that?"), "Yes: "),
        (("US imports from China in 2024", "is that more than Mexico's?"), "No: "),
        (("How much did Mexico sell to the US in 2024?", "Did Canada sell more than that?"), "No: "),
        (("exports to Mexico by truck in 2024", "Did rail carry more than that?"), "No: "),
        (("vehicle imports from Japan in 2024", "Did South Korea ship more than that?"), "No: "),
        ((_STATE, "¿Cuál fue el primero sin ese estado?"), "California"),
    ],
)
def test_it_is_what_was_found(assistant: Assistant, turns: tuple[str, ...], start: str) -> None:
    reply = _last(assistant, *turns)
    assert (reply.status, reply.text[: len(start)]) == ("answered", start)
