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
from assistant.surfaces.ledger import noted
from assistant.surfaces.page.memory import Memory
from assistant.surfaces.render import literal, month

_HERE = Path(__file__).parent
_ABOUT = "Trade assistant: exact trade figures with their basis and source."

EXAMPLES = (
    "What was Mexico's surplus in Nov 2024?",
    "Top ten US partners in 2024",
    "How did US imports from Mexico grow in November 2024?",
    "Which month was best ever for US imports from Mexico?",
    "China against Mexico since 2015",
    "Why do the two sides differ?",
)

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
    st.set_page_config("Trade assistant", _HERE / "icon.svg", "centered", menu_items={"About": _ABOUT})
    st.html(_HERE / "page.css")


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
        st.markdown("### Trade assistant", anchors=False)
        with st.status("Getting the data ready (this happens once) …", expanded=True) as status:
            bar = st.progress(0.0, "Reading the tables and notes")
            with opened.lock:
                if opened.assistant is None:
                    opened.assistant = Assistant.open(
                        progress=lambda done, total, label: _told(bar, done, total, label)
                    )
            status.update(label="Ready", state="complete", expanded=False)
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
        st.markdown("### Trade assistant", width="stretch", anchors=False)
        link(sources, "Sources", ":material/database:", conversation)
        return st.button("New conversation", icon=":material/add_comment:", type="tertiary")


def link(page: Page, label: str, icon: str, conversation: str | None) -> None:
    """A way to another page that keeps the conversation in the address."""
    st.page_link(page, label=label, icon=icon, query_params={"c": conversation} if conversation else None)


def hint(info: Mapping[str, Any]) -> str:
    """What the empty question box says: it stays in sight, so it says how far the data reach."""
    return f"Ask … (data until {month(info['data_until'])})"


def welcome(ask: Callable[[str, int], None]) -> None:
    """What an empty chat says, with examples to start from."""
    st.markdown(
        "Ask about trade in plain words. Every figure is computed from published tables, "
        "and names its basis and its source."
    )
    columns = st.columns(2)
    for number, example in enumerate(EXAMPLES):
        columns[number % 2].button(
            example, key=f"example-{number}", width="stretch", wrap=True, on_click=ask, args=(example, 0)
        )


def _told(bar: DeltaGenerator, done: int, total: int, label: str) -> None:
    bar.progress(min(done / max(total, 1), 1.0), literal(label))
