"""The pages: draw replies and what they stand on, and keep the conversation; all thinking is the assistant's."""

from __future__ import annotations

import logging

import streamlit as st
from streamlit.navigation.page import Page

from assistant import Assistant, Dialogue
from assistant.surfaces.page import draw, sources, start
from assistant.surfaces.page.memory import Conversation, Turn
from assistant.surfaces.page.waiting import Asked, Waiting

_LOG = logging.getLogger("assistant.page")
_LONGEST = 10_000


def main() -> None:
    """One run of the page that is open: the chat, or its sources."""
    start.look()
    chat = st.Page(lambda: _chat_page(listed), title=start.say("title"), url_path="chat", default=True)
    listed = st.Page(lambda: _sources_page(chat), title=start.say("sources_title"), url_path="sources")
    st.navigation([chat, listed], position="hidden").run()


def _chat_page(listed: Page) -> None:
    assistant = start.assistant()
    conversation = _conversation()
    if start.head(listed, _named(conversation)):
        _forget()
    _chat(assistant, conversation)


def _sources_page(chat: Page) -> None:
    assistant = start.assistant()
    start.link(chat, start.say("back"), ":material/arrow_back:", _named(_conversation()))
    sources.page(assistant.info(start.language()), assistant.notes())


def _chat(assistant: Assistant, conversation: Conversation) -> None:
    st.chat_input(start.hint(assistant.info()), key="typed", max_chars=_LONGEST, on_submit=_typed)
    asked = _waiting().first()
    if asked:
        conversation = conversation.until(asked.keep)
    elif not conversation.turns:
        start.welcome(_ask)
    for at, turn in enumerate(conversation.turns):
        draw.question(turn.question)
        draw.answer(turn, at, _ask, last=not asked and turn is conversation.turns[-1])
    while asked:
        _answer(assistant, conversation, asked)
        conversation, asked = _conversation(), _waiting().first()


def _answer(assistant: Assistant, conversation: Conversation, asked: Asked) -> None:
    draw.question(asked.question)
    memory, waiting = start.memory(), _waiting()

    def answered(asked: Asked) -> None:
        """Calls nothing of Streamlit, where the next question would end this run and lose the answer."""
        before = (memory.get(conversation.id) or conversation).until(asked.keep)
        memory.put(before.after(_turn(assistant, before, asked.question)))

    with st.spinner(start.say("looking")):
        waiting.answer(asked, answered)
    conversation = memory.get(conversation.id) or conversation
    turn = conversation.turns[-1]
    if turn.reply is not None:
        start.note(turn.reply)
    st.session_state["conversation"] = conversation
    st.query_params["c"] = conversation.id
    draw.answer(turn, len(conversation.turns) - 1, _ask, last=waiting.first() is None, fresh=True)


def _turn(assistant: Assistant, conversation: Conversation, question: str) -> Turn:
    dialogue = conversation.turns[-1].dialogue if conversation.turns else Dialogue()
    try:
        reply, after = assistant.ask(question, dialogue)
    except Exception:  # whatever went wrong, the visitor keeps the question and the page
        _LOG.exception("no reply to a question of %d characters", len(question))
        return Turn(question, None, dialogue)
    return Turn(question, reply.to_dict(), after)


def _typed() -> None:
    """Keeps what was typed before the page runs, so that a run that the next question ends loses none."""
    _ask(st.session_state["typed"])


def _ask(question: str, keep: int | None = None) -> None:
    _waiting().asked.append(Asked(question, keep))


def _waiting() -> Waiting:
    """What was asked in this visit and waits for its answer."""
    kept: Waiting = st.session_state.setdefault("asked", Waiting())
    return kept


def _conversation() -> Conversation:
    """The conversation of this visit, or the one that the address names, or a new one."""
    memory = start.memory()
    if "conversation" not in st.session_state:
        st.session_state["conversation"] = memory.get(st.query_params.get("c")) or Conversation()
    kept: Conversation = st.session_state["conversation"]
    return memory.get(kept.id) or kept


def _named(conversation: Conversation) -> str | None:
    """The id that an address carries; none before the first question."""
    return conversation.id if conversation.turns else None


def _forget() -> None:
    chosen = st.session_state.get("language")
    st.session_state.clear()
    st.query_params.pop("c", None)
    if chosen:
        st.session_state["language"] = chosen
    st.rerun()


main()
