"""What a reply stands on: its sources, the basis and receipts of its figures, what it assumes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from assistant.surfaces.page.start import say
from assistant.surfaces.render import literal


def sources(reply: Mapping[str, Any]) -> None:
    """The passages and tables cited, the basis of the figures, and their receipts."""
    cited, figures = reply.get("citations") or [], reply.get("figures") or []
    if not cited and not figures:
        return
    with st.expander(say("sources_and_basis", n=len(cited)), icon=":material/menu_book:"):
        for each in cited:
            _citation(each)
        for basis in dict.fromkeys(str(figure["basis"]) for figure in figures if figure.get("basis")):
            st.markdown(f"**{say('basis')}** {literal(basis)}")
        _receipts(figures)


def assumed(reply: Mapping[str, Any]) -> None:
    """What the reply takes for granted."""
    if reply.get("assumptions"):
        with st.expander(say("assumed"), icon=":material/rule:"):
            st.markdown("\n".join(f"- {literal(str(each))}" for each in reply["assumptions"]))


def _citation(cited: Mapping[str, Any]) -> None:
    title = str(cited["title"] or cited["source"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**\\[{cited['id']}\\] {literal(title)}**", width="stretch")
        address = urlsplit(str(cited.get("url") or ""))
        if address.scheme in {"http", "https"} and address.hostname:
            st.link_button(_site(address.hostname), address.geturl(), icon=":material/open_in_new:", type="tertiary")
    told = [cited.get(key) for key in ("source", "release", "locator")]
    st.caption(literal(" · ".join(str(part) for part in dict.fromkeys(told) if part and part != title)))
    if cited.get("quote"):
        st.markdown("> " + literal(str(cited["quote"])).replace("\n", "\n> "))


def _site(host: str) -> str:
    return literal(host.removeprefix("www."))


def _receipts(figures: list[Mapping[str, Any]]) -> None:
    receipts: dict[str, list[str]] = {}
    for figure in figures:
        if figure.get("receipt"):
            receipts.setdefault(str(figure["receipt"]), []).append(str(figure["display"]))
    for receipt, displays in receipts.items():
        more = say("and_more", n=len(displays) - 3) if len(displays) > 3 else ""
        st.caption(say("receipt", figures=literal(", ".join(displays[:3])) + more))
        st.code(receipt, language=None)
