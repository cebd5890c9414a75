"""The page in a real browser: typed at, read from, refreshed, looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.browser.driving import Browsing, Chat, chromium, served

SHOTS = Path(__file__).parent / "shots"
SURPLUS = "what was Mexico's surplus in Nov 2024"
TOP = "Top ten US partners in 2024"
VIEWS = {
    "modes": "imports from Mexico by mode and year, 2015 to 2024",
    "ranking": "top 10 HS chapters imported from Mexico in 2023",
    "map": "top ports for trade with Mexico in 2024",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of the app, served on loopback for these tests."""
    with served() as url:
        yield url


@pytest.fixture(scope="module")
def browsing() -> Iterator[Browsing]:
    with chromium() as browser:
        yield Browsing(browser)


@pytest.fixture
def chat(browsing: Browsing, address: str) -> Iterator[Chat]:
    with browsing.opened(address) as chat:
        yield chat


def test_the_answer_the_table_and_the_source_are_on_the_page(chat: Chat) -> None:
    answer = chat.ask(SURPLUS)
    assert "$16.9 billion" in answer
    assert "15.349" in answer or "15,349" in answer or "$15.3 billion" in answer
    table = chat.table()
    assert any(cell.startswith("16.9") for row in table for cell in row), table
    sources = chat.sources()
    assert "Census" in sources and re.search(r"(?i)press", sources)


def test_a_refresh_keeps_the_conversation_and_its_thread(chat: Chat) -> None:
    chat.ask(SURPLUS)
    chat.refresh()
    assert "$16.9 billion" in chat.answers()[0]
    assert "13.9" in chat.ask("and the year before?")
    assert len(chat.answers()) == 2


def test_asking_on_while_an_answer_is_written_loses_nothing(chat: Chat) -> None:
    chat.send(SURPLUS)
    chat.page.get_by_test_id("stChatMessage").nth(1).wait_for()
    chat.send("China against Mexico since 2015")
    chat.waited(2)
    assert "$16.9 billion" in chat.answers()[0]
    assert "China" in chat.answers()[1]


def test_the_keyboard_is_enough(chat: Chat) -> None:
    assert chat.focused() == "stChatInputTextArea"
    chat.page.keyboard.type(TOP)
    chat.page.keyboard.press("Enter")
    assert "Mexico" in chat.waited(1)
    assert chat.reached("Copy"), "the tool bar is reached with the tab key"


def test_files_are_made_when_asked_for(chat: Chat) -> None:
    chat.ask(TOP)
    assert chat.download("CSV").startswith(b"\xef\xbb\xbf")
    assert chat.download("XLSX").startswith(b"PK")
    assert chat.download("PNG").startswith(b"\x89PNG")
    assert chat.download("SVG").startswith(b"<svg")


def test_the_page_asks_nobody_else_for_anything(chat: Chat) -> None:
    chat.ask(TOP)
    assert chat.elsewhere == []
    assert chat.faults == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_phone_and_desktop_in_both_themes(browsing: Browsing, address: str, width: int, scheme: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    with browsing.opened(address, width, scheme) as chat:
        chat.page.screenshot(path=SHOTS / f"empty-{width}-{scheme}.png")
        for at, question in enumerate((TOP, SURPLUS)):
            chat.ask(question)
            chat.page.screenshot(path=SHOTS / f"answer{at}-{width}-{scheme}.png")
        chat.sources()
        chat.page.screenshot(path=SHOTS / f"sources-{width}-{scheme}.png")
        assert chat.overflow() <= 0, "nothing sticks out to the side"
        assert chat.is_dark() == (scheme == "dark")


def test_the_sources_page_keeps_the_conversation(chat: Chat) -> None:
    chat.ask(SURPLUS)
    chat.to_sources()
    assert re.search(r"(\d+) of \1 tables", chat.page.get_by_role("tabpanel").first.inner_text())
    chat.back_to_chat()
    assert "$16.9 billion" in chat.answers()[0]
    assert "13.9" in chat.ask("and the year before?")
    chat.refresh()
    assert len(chat.answers()) == 2


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_maps_stacks_and_sources_fit_phone_and_desktop(
    browsing: Browsing, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    SHOTS.mkdir(exist_ok=True)
    with browsing.opened(address, width, scheme) as chat:
        for name, question in VIEWS.items():
            chat.ask(question)
            chart = chat.page.get_by_test_id("stVegaLiteChart").last
            chart.evaluate("chart => chart.scrollIntoView({block: 'center'})")
            chart.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png")
            box = chart.bounding_box()
            assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert chat.charts() == len(VIEWS)
        chat.to_sources()
        chat.page.screenshot(path=SHOTS / f"sources-page-{width}-{scheme}.png")
        assert chat.overflow() <= 0 and chat.elsewhere == [] and chat.faults == []
