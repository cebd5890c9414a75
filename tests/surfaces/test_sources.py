"""The sources page, run without a browser."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest


def script() -> None:
    """The page as Streamlit runs it: a script of its own."""
    from assistant.surfaces.page import sources
    from tests.surfaces.fakes import FakeAssistant

    known = FakeAssistant()
    sources.page(known.info(), known.notes())


@pytest.fixture
def page() -> AppTest:
    opened = AppTest.from_function(script, default_timeout=20).run()
    assert not opened.exception
    return opened


def test_a_table_says_all_that_is_known_of_it(page: AppTest) -> None:
    said = " ".join(markdown.value for markdown in page.markdown)
    assert "\\<b\\>2026" in said, "what a table says of itself is text"
    unescaped = re.sub(r"\\(\W)", r"\1", said)
    for told in (
        "U.S. Census Bureau",
        "revised 2025-06",
        "1985-01 to 2025-10, 100,000 rows",
        "public domain",
        "partner: complete",
    ):
        assert told in unescaped
    assert any(code.value == "https://www.census.gov/foreign-trade/balance/" for code in page.code)


def test_tables_and_notes_are_listed_to_be_sorted(page: AppTest) -> None:
    tables, notes = (frame.value for frame in page.dataframe)
    assert tables["Rows"].tolist() == [100_000] and tables["Whose books"].tolist() == ["USA"]
    assert notes["Title"].tolist() == ["Why two sides differ"] and notes["Publishers"].tolist() == [
        "U.S. Census Bureau"
    ]


@pytest.mark.parametrize(
    ("wanted", "kept"), [("census GUIDE", (0, 1)), ("monthly", (1, 0)), ("zebra", (0, 0)), ("", (1, 1))]
)
def test_a_search_narrows_both(page: AppTest, wanted: str, kept: tuple[int, int]) -> None:
    page.text_input[0].set_value(wanted).run()
    assert [caption.value for caption in page.caption] == [f"{kept[0]} of 1 tables", f"{kept[1]} of 1 notes"]
    assert len(page.dataframe) == sum(kept)
