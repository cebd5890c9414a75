"""The chat page, run without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import assistant
from assistant.settings import Settings
from assistant.surfaces.labels import examples
from assistant.surfaces.ledger import Ledger
from assistant.surfaces.page import start
from assistant.surfaces.page.memory import Conversation, Memory, Turn
from tests.surfaces import fakes

EXAMPLES = examples("en")
APP = Path(__file__).parents[2] / "app.py"
SURPLUS = "what was Mexico's surplus in Nov 2024"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page over an assistant that knows its answers by heart, freshly opened."""
    monkeypatch.setattr(start, "Assistant", fakes.FakeAssistant)
    monkeypatch.setattr(assistant, "Dialogue", fakes.FakeDialogue, raising=False)
    monkeypatch.setattr("assistant.surfaces.page.draw._PAUSE", 0)
    st.cache_resource.clear()
    yield AppTest.from_file(str(APP), default_timeout=20).run()
    st.cache_resource.clear()


def ask(page: AppTest, text: str) -> AppTest:
    """The page after a question was typed."""
    page.chat_input[0].set_value(text).run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    """The page after the last button of that label was pressed."""
    page.button[len(page.button) - 1 - labels(page)[::-1].index(label)].click().run()
    assert not page.exception
    return page


def labels(page: AppTest) -> list[str]:
    """What the buttons say, as a reader sees it."""
    return [re.sub(r"\\(\W)", r"\1", button.label) for button in page.button]


def said(page: AppTest) -> list[str]:
    """The texts of the page in order."""
    return [markdown.value for markdown in page.markdown]


def test_an_empty_chat_offers_six_examples_and_says_how_far_the_data_reach(page: AppTest) -> None:
    assert not page.exception
    assert set(EXAMPLES) <= set(labels(page))
    assert "data until October 2025" in page.chat_input[0].placeholder


def test_an_example_is_asked_by_pressing_it(page: AppTest) -> None:
    press(page, EXAMPLES[0])
    assert any("**\\$16.9 billion**" in text for text in said(page))
    assert not set(EXAMPLES[:2]) <= set(labels(page))


def test_an_answer_has_table_sources_assumptions_and_next_questions(page: AppTest) -> None:
    ask(page, SURPLUS)
    assert page.dataframe[0].value["Balance (US$ billion)"].tolist() == [16.9, -15.349]
    assert [expander.label for expander in page.expander] == ["Sources and basis (2)", "What was assumed"]
    assert "and the year before?" in labels(page)
    assert any(code.value.startswith("Mexico's surplus") for code in page.code)
    assert any(code.value.startswith("ta1:") for code in page.code)


def test_document_text_is_shown_and_does_nothing(page: AppTest) -> None:
    ask(page, SURPLUS)
    (quote,) = [text for text in said(page) if text.startswith("> ")]
    assert "\\<b\\>see" in quote and "`http://evil.example/a.png)`" in quote and "\\$5\\$" in quote


def test_a_follow_up_carries_the_dialogue(page: AppTest) -> None:
    ask(page, SURPLUS)
    press(page, "and the year before?")
    assert any(text.endswith("Turn 2.") for text in said(page))
    assert len(page.chat_message) == 4
    assert labels(page).count("and the year before?") == 1, "only the last answer offers what to ask next"


def test_an_unclear_question_gives_options_to_press(page: AppTest) -> None:
    ask(page, "trade with Georgia")
    assert "Georgia, the country" in labels(page)
    press(page, "Georgia, the country")
    assert len(page.chat_message) == 4


def test_a_declined_question_offers_the_nearest_one(page: AppTest) -> None:
    ask(page, "exports in December 2027")
    assert "What were US exports in October 2025?" in labels(page)


def test_a_fault_keeps_the_question_and_the_page(page: AppTest) -> None:
    ask(page, SURPLUS)
    ask(page, "boom")
    assert "try it again" in page.error[0].value
    assert "Try again" in labels(page)
    ask(page, SURPLUS)
    assert any(text.endswith("Turn 2.") for text in said(page)), "the fault is no turn of the dialogue"


def test_a_question_can_be_edited_and_what_followed_it_goes(page: AppTest) -> None:
    ask(page, SURPLUS)
    ask(page, "top ten partners")
    page.text_area(key="edit-0").set_value("trade with Georgia").run()
    page.button(key="edit-0-ask").click().run()
    assert not page.exception
    assert len(page.chat_message) == 2
    assert any("Which Georgia" in text and text.endswith("Turn 1.") for text in said(page))


def test_a_question_can_be_retried(page: AppTest) -> None:
    ask(page, SURPLUS)
    page.button(key="retry-0").click().run()
    assert len(page.chat_message) == 2
    assert any(text.endswith("Turn 1.") for text in said(page))


def test_a_refresh_keeps_the_conversation(page: AppTest) -> None:
    ask(page, SURPLUS)
    again = AppTest.from_file(str(APP), default_timeout=20)
    again.query_params["c"] = page.query_params["c"]
    again.run()
    assert len(again.chat_message) == 2
    ask(again, "and the year before?")
    assert any(text.endswith("Turn 2.") for text in said(again))


def test_an_unknown_address_starts_an_empty_chat(page: AppTest) -> None:
    other = AppTest.from_file(str(APP), default_timeout=20)
    other.query_params["c"] = "guessed"
    other.run()
    assert set(EXAMPLES) <= set(labels(other))
    ask(other, SURPLUS)
    assert other.query_params["c"] != ["guessed"]


def test_a_new_conversation_forgets_the_old_one(page: AppTest) -> None:
    ask(page, SURPLUS)
    press(page, "New conversation")
    assert len(page.chat_message) == 0
    assert set(EXAMPLES) <= set(labels(page))
    ask(page, SURPLUS)
    assert any(text.endswith("Turn 1.") for text in said(page))


@pytest.mark.parametrize("text", ["", "x" * 10_000, "$a$ <b>*c*</b> ![](http://e.vil)", "'; DROP TABLE"])
def test_odd_questions_leave_the_page_whole(page: AppTest, text: str) -> None:
    ask(page, text)
    assert len(page.chat_message) == 2


def test_thumbs_and_declines_are_counted(page: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fakes.FakeAssistant, "settings", Settings(store=tmp_path))
    ask(page, SURPLUS)
    ask(page, "exports in December 2027")
    page.feedback[0].set_value(0).run()
    assert not page.exception
    found = {entry.verdict: entry for entry in Ledger(tmp_path / "ledger.sqlite").entries()}
    assert {name: entry.times for name, entry in found.items()} == {"declined": 1, "down": 1}
    assert not found["down"].examples, "the text of questions is kept only where that is switched on"
    assert page.feedback[0].disabled


def test_the_memory_lets_the_oldest_go() -> None:
    memory = Memory(limit=2)
    first, second, third = Conversation(), Conversation(), Conversation()
    for conversation in (first, second):
        memory.put(conversation)
    assert memory.get(first.id) is first
    memory.put(third)
    assert (memory.get(second.id), memory.get(first.id), memory.get(None)) == (None, first, None)


def test_ids_cannot_be_guessed_and_long_chats_let_go_of_their_first_turns() -> None:
    conversation = Conversation()
    assert len(conversation.id) >= 22 and conversation.id != Conversation().id
    for number in range(70):
        conversation = conversation.after(Turn(str(number), None, None))
    assert [turn.question for turn in conversation.turns][::59] == ["10", "69"]
    assert conversation.until(2).turns[-1].question == "11"


def test_the_page_speaks_the_language_that_is_chosen(page: AppTest) -> None:
    page.selectbox[0].set_value("es").run()
    assert not page.exception
    assert set(examples("es")) <= set(labels(page))
    assert "Conversación nueva" in labels(page)
    assert "datos hasta octubre de 2025" in page.chat_input[0].placeholder
    ask(page, SURPLUS)
    assert [expander.label for expander in page.expander] == ["Fuentes y base (2)", "Lo que se supuso"]


def test_the_address_names_the_language(monkeypatch: pytest.MonkeyPatch, page: AppTest) -> None:
    page.query_params["lang"] = "fr"
    page.run()
    assert set(examples("fr")) <= set(labels(page))
    page.query_params["lang"] = "xx"
    page.run()
    assert set(EXAMPLES) <= set(labels(page))
