"""Text of a reply: safe on a page, plain in a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.surfaces.grid import columns, readable, write
from assistant.surfaces.labels import month
from assistant.surfaces.markup import literal, markdown, unmarked, words
from assistant.surfaces.render import citation, plain, terminal
from tests.surfaces import fakes

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FORBIDDEN = {"link_open", "image", "html_inline", "html_block"}
PIECES = [
    "`",
    "``",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "$",
    "\n",
    "\n\n",
    "a",
    " ",
    "[x](http://e.vil)",
    "<b>",
    ":",
]
PIECES += [
    "http://e.vil",
    "![i](x.png)",
    "[1]: http://e.vil",
    "[1]",
    "www.e.vil",
    "a@e.vil",
    "<http://e.vil>",
    "~~~",
    "*",
    "]: x",
]
nasty = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60)


def tokens(text: str) -> list[tuple[str, str]]:
    """Every piece as a markdown reader sees it: kind and content."""
    blocks = READER.parse(text)
    return [(token.type, token.content) for block in blocks for token in (block, *(block.children or ()))]


@pytest.mark.parametrize("write_safely", [markdown, literal])
@settings(deadline=None)
@given(text=nasty)
def test_nothing_links_loads_or_runs(write_safely, text: str) -> None:
    seen = tokens(write_safely(text))
    assert not [kind for kind, _ in seen if kind in FORBIDDEN]
    bare = " ".join(content for kind, content in seen if kind == "text")
    assert not re.search(r"https?://\w|www\.\w|\w@\w+\.\w", bare)


@settings(deadline=None)
@given(text=nasty)
def test_no_dollar_is_left_for_formulas(text: str) -> None:
    left = re.sub(r"\\[^\w\s]|(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)", "", markdown(text))
    assert "$" not in left


@settings(deadline=None)
@given(st.text(alphabet="ab*_`[]()#-+.!<>$:~|1 ", max_size=30))
def test_literal_text_is_shown_as_it_was_typed(text: str) -> None:
    shown = "".join(content for kind, content in tokens(literal(text)) if kind in {"text", "code_inline"})
    assert shown == text.strip()


def test_emphasis_lists_and_marks_stay() -> None:
    text = "**$5** up [1]\n\n- one\n- `a$b`"
    assert markdown(text) == "**\\$5** up [1]\n\n- one\n- `a$b`"


def test_text_escaped_already_is_not_escaped_twice() -> None:
    assert markdown(r"\$5 and \\$6") == r"\$5 and \\\$6"


def test_control_characters_are_taken_out() -> None:
    assert literal("a\x1b[31mb\u202ec") == "a\\[31mbc"
    assert "\x1b" not in terminal(fakes.reply("q", text="\x1b]0;title\x07ok"))


@settings(deadline=None)
@given(st.text(max_size=80))
def test_words_join_to_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_the_terminal_shows_text_table_and_sources() -> None:
    shown = terminal(fakes.surplus("q"))
    assert shown.startswith("Mexico's surplus with the United States in November 2024 was $16.9 billion as a press")
    assert "Mexican books  87                   35.000" in shown
    assert "  [1] US goods trade by partner, monthly; U.S. Census Bureau; 2 rows" in shown
    assert "Assumed:\n  “Surplus”" in shown
    assert "**" not in shown


def test_the_terminal_numbers_the_options() -> None:
    assert "Which one?\n  1. Georgia, the country\n  2. Georgia, the US state" in terminal(fakes.unclear("q"))


def test_a_long_table_says_what_is_left_out() -> None:
    table = {"columns": ["N"], "units": ["count"], "rows": [[str(number)] for number in range(50)]}
    assert terminal(fakes.reply("q", text="x", table=table)).endswith("39\n… and 10 more rows")


def test_what_is_copied_is_the_answer_with_its_sources() -> None:
    copied = plain(fakes.surplus("q"))
    assert "$16.9 billion as a press extract has it [2]" in copied
    assert copied.endswith("[2] A month of Mexican trade; press extract; § 1, paragraph 2.")


def test_a_citation_is_one_line() -> None:
    assert citation(fakes.CENSUS).endswith("partner MEX, 2024-11. https://www.census.gov/foreign-trade/balance/")


def test_numbers_without_units_are_numbers_only_where_json_says_so() -> None:
    table = {"columns": ["HS", "Rank", "Share"], "rows": [["87", 1, 3.25], ["0702", 2, None]]}
    hs, rank, share = columns(table)
    assert hs.cells == ("87", "0702")
    assert [write(cell, rank.digits) for cell in rank.cells] == ["1", "2"]
    assert [write(cell, share.digits) for cell in share.cells] == ["3.25", "–"]


def test_a_unit_may_stand_in_the_name_of_a_column() -> None:
    shown = columns(
        {"columns": ["Month (start)", "Imports (USD)", "Share (%)"], "rows": [["2024", "5000000000", "3.5"]]}
    )
    assert [column.header for column in map(readable, shown)] == ["Month (start)", "Imports (US$ billion)", "Share (%)"]
    assert [column.unit for column in shown] == ["", "USD", "percent"]


def test_a_month_is_written_in_words() -> None:
    assert [month("en", code) for code in ("2025-01", "2024-Q3", "2024")] == ["January 2025", "2024-Q3", "2024"]
    assert month("es", "2025-01") == "enero de 2025"


def test_underscores_in_names_are_left_alone() -> None:
    assert unmarked("us_goods_2024 and **b** and *c* at 2*3*4") == "us_goods_2024 and b and c at 2*3*4"
