"""Drawing a reply: text, chart, table, what it stands on, and what may be done with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

import streamlit as st

from assistant.surfaces import export
from assistant.surfaces.grid import columns, readable
from assistant.surfaces.labels import ENGLISH
from assistant.surfaces.page import basis, start
from assistant.surfaces.page.memory import Turn
from assistant.surfaces.page.start import say
from assistant.surfaces.render import literal, markdown, plain, words

Ask = Callable[[str, int], None]
"""Asks a question again from a point of the conversation: the question, and how many turns stay before it."""

_PAUSE = 0.012
_LONG = 1_200
_TABLE_ROWS = 10
_BOAT = ":material/directions_boat:"


def question(text: str) -> None:
    """The question as it was typed."""
    shown = text if len(text) <= _LONG else f"{text[:_LONG]} … ({len(text):,} {say('characters')})"
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(literal(shown) or f"*{say('empty')}*")


def answer(turn: Turn, at: int, ask: Ask, *, last: bool, fresh: bool = False) -> None:
    """The reply to a turn, written word by word where it is fresh; the last one offers what to ask next."""
    with st.chat_message("assistant", avatar=_BOAT):
        if turn.reply is None:
            _fault(turn, at, ask)
            return
        _text(turn.reply, fresh)
        if last:
            _choices(turn.reply, at, ask)
        _evidence(turn.reply, at)
        _toolbar(turn, at, ask)
        basis.sources(turn.reply)
        basis.assumed(turn.reply)
        if last:
            _offers(say("next"), _further(turn.reply), at, ask)


def _text(reply: Mapping[str, Any], fresh: bool) -> None:
    text = markdown(str(reply["text"]))
    if fresh:
        st.write_stream(_slowly(text))
    else:
        st.markdown(text)


def _slowly(text: str) -> Iterator[str]:
    for word in words(text):
        yield word
        time.sleep(_PAUSE)


def _fault(turn: Turn, at: int, ask: Ask) -> None:
    st.error(say("fault"), icon=":material/error:")
    st.button(say("try_again"), key=f"fault-{at}", icon=":material/refresh:", on_click=ask, args=(turn.question, at))


def _choices(reply: Mapping[str, Any], at: int, ask: Ask) -> None:
    """The readings to choose from where a question was unclear, or the nearest question where it was declined."""
    nearest = (reply.get("reason") or {}).get("nearest")
    _offers(say("which"), reply.get("options"), at, ask)
    _offers(say("instead"), [nearest] if nearest else None, at, ask)


def _further(reply: Mapping[str, Any]) -> list[str]:
    """What to ask next, without what is offered instead already."""
    nearest = (reply.get("reason") or {}).get("nearest")
    return [text for text in reply.get("suggestions") or () if text != nearest]


def _offers(title: str, texts: list[str] | None, at: int, ask: Ask) -> None:
    if not texts:
        return
    st.caption(title)
    with st.container(horizontal=True, gap="small"):
        for number, text in enumerate(dict.fromkeys(texts)):
            st.button(literal(text), key=f"{title}-{at}-{number}", wrap=True, on_click=ask, args=(text, at + 1))


def _evidence(reply: Mapping[str, Any], at: int) -> None:
    """The chart and the table behind the answer."""
    if reply.get("chart"):
        # the page owns its copy: it adds what the theme needs
        st.vega_lite_chart(spec=dict(reply["chart"]), width="stretch", key=f"chart-{at}", alt=_described(reply))
    if columns(reply.get("table")):
        frame = export.frame(reply["table"], _language(reply))
        height: int | Literal["content"] = "content" if len(frame) <= _TABLE_ROWS else 35 * (_TABLE_ROWS + 1) + 2
        st.dataframe(
            frame,
            hide_index=True,
            height=height,
            column_config=_formats(reply["table"], frame.columns),
            placeholder="–",
            key=f"table-{at}",
            alt=f"{say('table')}: {_described(reply)}",
        )


def _language(reply: Mapping[str, Any]) -> str:
    return str(reply.get("language") or ENGLISH)


def _formats(table: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """How each column of numbers is written."""
    shown = zip(names, map(readable, columns(table)), strict=True)
    numeric = {name: each for name, each in shown if not any(isinstance(cell, str) for cell in each.cells)}
    return {name: st.column_config.NumberColumn(format=f"%,.{each.digits}f") for name, each in numeric.items()}


def _described(reply: Mapping[str, Any]) -> str:
    return str(reply.get("question") or say("answer"))


def _toolbar(turn: Turn, at: int, ask: Ask) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"tools-{at}"):
        with st.popover(say("copy"), icon=":material/content_copy:", type="tertiary"):
            st.caption(say("copied"))
            st.code(plain(turn.reply or {}), language=None, wrap_lines=True)
        if turn.reply and (turn.reply.get("table") or turn.reply.get("chart")):
            with st.popover(say("download"), icon=":material/download:", type="tertiary"):
                _downloads(turn.reply, at)
        with st.popover(say("edit"), icon=":material/edit:", type="tertiary"):
            _edit(turn, at, ask)
        _thumbs(turn, at)
        st.button(
            say("retry"),
            key=f"retry-{at}",
            icon=":material/refresh:",
            type="tertiary",
            on_click=ask,
            args=(turn.question, at),
        )


def _thumbs(turn: Turn, at: int) -> None:
    """Whether the answer helped: said once for each answer."""
    key = f"thumbs-{at}-{(turn.reply or {}).get('id', '')}"
    given = st.session_state.get(key) is not None
    st.feedback("thumbs", key=key, disabled=given, on_change=_thumbed, args=(turn, key))


def _thumbed(turn: Turn, key: str) -> None:
    start.note(turn.reply or {}, "up" if st.session_state[key] else "down")


def _edit(turn: Turn, at: int, ask: Ask) -> None:
    key = f"edit-{at}"
    st.text_area(say("your_question"), turn.question, key=key)
    st.caption(say("again"))
    st.button(say("ask"), key=f"{key}-ask", on_click=lambda: ask(str(st.session_state[key]), at))


def _downloads(reply: Mapping[str, Any], at: int) -> None:
    """The files, each made only when it is asked for."""
    files: list[tuple[str, str, Callable[[], bytes]]] = []
    if columns(reply.get("table")):
        files.append(("CSV", "text/csv", lambda: export.csv_bytes(reply["table"])))
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        files.append(("XLSX", sheet, lambda: export.xlsx_bytes(reply)))
    if reply.get("chart"):
        files.append(("PNG", "image/png", lambda: export.png_bytes(reply["chart"])))
        files.append(("SVG", "image/svg+xml", lambda: export.svg_bytes(reply["chart"])))
    for kind, mime, made in files:
        name = export.file_name(reply, kind.lower())
        st.download_button(kind, made, name, mime, key=f"{kind}-{at}", on_click="ignore", width="stretch")
