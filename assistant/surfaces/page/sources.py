"""The sources page: every loaded table and note, to be searched, sorted and opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from assistant.surfaces.holdings import facts, gap, tolerance
from assistant.surfaces.labels import named
from assistant.surfaces.page.start import language, say
from assistant.surfaces.render import literal

Entry = Mapping[str, Any]

_HEIGHT = 420
_WIDTHS = {"Title": 240, "From": 80, "To": 80, "Topic": 110}
_NUMBERS = {"Rows": st.column_config.NumberColumn(format="localized", width=90)}


def page(info: Mapping[str, Any], notes: Sequence[Entry]) -> None:
    """All that answers stand on, narrowed to what is searched for."""
    st.markdown(f"### {say('sources')}", anchors=False)
    st.markdown(say("sources_intro"))
    wanted = st.text_input(say("search"), key="wanted", placeholder=say("search_hint"), max_chars=200)
    tables = [table for table in info["tables"] if _holds(table, wanted)]
    found = [note for note in notes if _holds(note, wanted)]
    # the names stay as they are while the search goes on: tabs of other names would fall back to the first
    first, second = st.tabs([say("tables"), say("notes")])
    with first:
        st.caption(say("of_tables", n=len(tables), all=len(info["tables"])))
        _listed([_table_row(table) for table in tables], "tables")
        for table in tables:
            _table(table)
    with second:
        st.caption(say("of_notes", n=len(found), all=len(notes)))
        _listed([_note_row(note) for note in found], "notes")
        for note in found:
            _note(note)


def _holds(entry: Entry, wanted: str) -> bool:
    """Whether each of the words stands somewhere in what is known of the entry."""
    said = " ".join(_texts(entry)).casefold()
    return all(word in said for word in wanted.casefold().split())


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return (text for each in value for text in _texts(each))
    return (str(value),)


def _listed(rows: list[dict[str, Any]], kind: str) -> None:
    """The entries side by side, to be sorted by any column."""
    if not rows:
        return
    code = language()
    rows = [{named(code, name): cell for name, cell in row.items()} for row in rows]
    widths = {named(code, name): st.column_config.Column(width=width) for name, width in _WIDTHS.items()}
    numbers = {named(code, name): format_ for name, format_ in _NUMBERS.items()}
    height = min(_HEIGHT, 35 * (len(rows) + 1) + 3)
    st.dataframe(
        rows,
        hide_index=True,
        height=height,
        column_config={**widths, **numbers},
        key=f"list-{kind}",
        alt=f"All {kind}",
        placeholder="–",
    )


def _table_row(table: Entry) -> dict[str, Any]:
    names = {"Title": "title", "From": "first", "To": "last", "Rows": "rows", "Whose books": "books"}
    names |= {"Publisher": "publisher", "Frequency": "frequency", "Release": "release", "Licence": "licence"}
    row: dict[str, Any] = {name: table.get(key) for name, key in names.items()}
    row["Frequency"] = named(language(), str(row["Frequency"] or ""))
    return row | {"Gaps": len(table.get("gaps") or ())}


def _note_row(note: Entry) -> dict[str, Any]:
    return {"Title": note["title"], "Topic": note.get("topic"), "Publishers": ", ".join(_publishers(note))}


def _publishers(note: Entry) -> list[str]:
    named = (source.get("publisher") for source in note.get("sources") or ())
    return list(dict.fromkeys(str(name) for name in named if name))


def _table(table: Entry) -> None:
    with st.expander(literal(str(table["title"])), icon=":material/table_chart:"):
        if table.get("description"):
            st.markdown(literal(str(table["description"])))
        told = facts(table)
        st.markdown("\n".join(f"- **{named(language(), name)}** {literal(said)}" for name, said in told.items()))
        _address(table)
        _listing(say("gaps"), map(gap, table.get("gaps") or ()))
        _listing(say("tolerances"), map(tolerance, table.get("tolerances") or ()))


def _listing(title: str, lines: Iterable[str]) -> None:
    """A list under a title; nothing where it is empty."""
    if shown := [f"- {literal(line)}" for line in lines]:
        st.markdown(f"**{title}**\n" + "\n".join(shown))


def _note(note: Entry) -> None:
    with st.expander(literal(str(note["title"])), icon=":material/description:"):
        for source in note.get("sources") or ():
            told = [source.get(key) for key in ("publisher", "title", "date")]
            st.markdown("- " + literal(" · ".join(str(part) for part in told if part)))
            _address(source)


def _address(entry: Entry) -> None:
    # as text: what a document names is never a link that the page makes by itself
    if entry.get("url"):
        st.code(str(entry["url"]), language=None, wrap_lines=True)
