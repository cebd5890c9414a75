"""Opening the page: the assistant (its store built first where there is none), the memory, the head of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from assistant import Assistant
from assistant.surfaces.labels import ENGLISH, choices, examples, label, month
from assistant.surfaces.ledger import noted
from assistant.surfaces.page.memory import Memory
from assistant.surfaces.render import literal

_HERE = Path(__file__).parent

# a phone would push its keyboard over the page, so only where there is a mouse; typed text is never disturbed
_FOCUS = """<script>
if (matchMedia("(pointer: fine)").matches) {
  let left = 40;
  const look = setInterval(() => {
    const box = document.querySelector('[data-testid="stChatInputTextArea"]');
    if (!box && --left) return;
    clearInterval(look);
    if (box && (!document.activeElement || document.activeElement === document.body)) box.focus();
  }, 250);
}
</script>"""


@dataclass
class _Opened:
    lock: Lock = field(default_factory=Lock)
    assistant: Assistant | None = None


def look() -> None:
    """The frame of every page: its name, its icon and its style."""
    st.set_page_config(say("title"), _HERE / "icon.svg", "centered", menu_items={"About": say("about")})
    st.html(_HERE / "page.css")


def language() -> str:
    """The language of the page: the one that was chosen, else that of the address or the browser, else English."""
    kept = st.session_state.get("language") or st.query_params.get("lang") or _browser()
    return kept if kept in choices() else ENGLISH


def say(name: str, /, **blanks: object) -> str:
    """A label of the page in its language."""
    return label(language(), name, **blanks)


def _browser() -> str:
    return str(st.context.locale or ENGLISH)[:2].lower()


def _switch() -> None:
    """The choice of the page's language, kept in the address."""
    names, code = choices(), language()
    st.selectbox(
        say("language"),
        list(names),
        index=list(names).index(code),
        format_func=lambda each: names[each],
        key="switch",
        label_visibility="collapsed",
        width=120,
        on_change=_switched,
    )


def _switched() -> None:
    st.session_state["language"] = st.query_params["lang"] = st.session_state["switch"]


@st.cache_resource(show_spinner=False)
def memory() -> Memory:
    """The conversations of this server."""
    return Memory()


@st.cache_resource(show_spinner=False)
def _opened() -> _Opened:
    return _Opened()


def assistant() -> Assistant:
    """The assistant; the first visitor sees its store being built, the next ones wait for it."""
    opened = _opened()
    if opened.assistant is None:
        st.markdown(f"### {say('title')}", anchors=False)
        with st.status(say("preparing"), expanded=True) as status:
            bar = st.progress(0.0, say("reading"))
            with opened.lock:
                if opened.assistant is None:
                    opened.assistant = Assistant.open(
                        progress=lambda done, total, label: _told(bar, done, total, label)
                    )
            status.update(label=say("ready"), state="complete", expanded=False)
        st.rerun()
    return opened.assistant


def note(reply: Mapping[str, Any], thumb: Literal["up", "down"] | None = None) -> None:
    """Counts what was not answered, and the thumbs, in the ledger beside the store."""
    assistant = _opened().assistant
    if assistant is not None:
        noted(assistant.settings, reply, thumb)


def head(sources: Page, conversation: str | None) -> bool:
    """The head of the chat, with a way to its sources; True where a new conversation is wanted.

    The cursor is put into the question box, here and not earlier: before the assistant is open there is no box.
    """
    st.html(_FOCUS, unsafe_allow_javascript=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        st.markdown(f"### {say('title')}", width="stretch", anchors=False)
        _switch()
        link(sources, say("sources"), ":material/database:", conversation)
        return st.button(say("new"), icon=":material/add_comment:", type="tertiary")


def link(page: Page, text: str, icon: str, conversation: str | None) -> None:
    """A way to another page that keeps the conversation in the address."""
    chosen = st.session_state.get("language") or st.query_params.get("lang")
    kept = {name: value for name, value in (("c", conversation), ("lang", chosen)) if value}
    st.page_link(page, label=text, icon=icon, query_params=kept or None)


def hint(info: Mapping[str, Any]) -> str:
    """What the empty question box says: it stays in sight, so it says how far the data reach."""
    return say("hint", month=month(language(), info["data_until"]))


def welcome(ask: Callable[[str, int], None]) -> None:
    """What an empty chat says, with examples to start from."""
    st.markdown(say("welcome"))
    columns = st.columns(2)
    for number, example in enumerate(examples(language())):
        columns[number % 2].button(
            example, key=f"example-{number}", width="stretch", wrap=True, on_click=ask, args=(example, 0)
        )


def _told(bar: DeltaGenerator, done: int, total: int, label: str) -> None:
    bar.progress(min(done / max(total, 1), 1.0), literal(label))
