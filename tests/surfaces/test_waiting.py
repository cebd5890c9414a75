"""A question that is typed while another is looked up: both are answered, each once, in their order."""

from __future__ import annotations

from threading import Event, Thread

from assistant.surfaces.page.waiting import Asked, Waiting


def test_question_is_answered_once_by_the_run_that_was_ended() -> None:
    waiting, told = Waiting(), list[str]()
    first, second = Asked("exports in 2003"), Asked("exports in 2004")
    waiting.asked.append(first)
    looking, typed = Event(), Event()

    def slowly(asked: Asked) -> None:
        looking.set()
        assert typed.wait(10)
        told.append(asked.question)

    ended = Thread(target=waiting.answer, args=(first, slowly))
    ended.start()
    assert looking.wait(10)
    waiting.asked.append(second)  # the visitor asks on, and a second run begins beside the first
    again = waiting.first()
    assert again is first
    typed.set()
    waiting.answer(first, lambda asked: told.append(f"again {asked.question}"))
    ended.join()
    assert waiting.first() is second
    waiting.answer(second, lambda asked: told.append(asked.question))
    assert told == ["exports in 2003", "exports in 2004"]
    assert waiting.first() is None


def test_same_words_typed_twice_are_two_questions() -> None:
    waiting, told = Waiting([Asked("exports"), Asked("exports")]), list[str]()
    while asked := waiting.first():
        waiting.answer(asked, lambda asked: told.append(asked.question))
    assert told == ["exports", "exports"]
