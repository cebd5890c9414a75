"""Messages that say nothing of trade themselves: courtesies, other languages, bare questions, the basis, files."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.languages.language import load
from assistant.lexicon.aside.messages import message, tongue
from tests.world.asking import talk

IMPORTS = "US imports from Mexico in 2023"


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("en", "ok thx", "welcome"),
        ("en", "great, got it", "welcome"),
        ("en", "perfect, thanks!", "welcome"),
        ("en", "nice", "welcome"),
        ("es", "interesante, gracias", "welcome"),
        ("es", "Buenos días", "hello"),
        ("en", "Hola", "hello"),
        ("en", "in spanish please", "tongue"),
        ("es", "¿me lo das en inglés?", "tongue"),
        ("en", "short answer I can send him", "quote"),
        ("es", "dame una frase para mi nota", "quote"),
        ("en", "so is that good?", "judged"),
        ("es", "¿eso es mucho?", "judged"),
        ("en", "is that goods only?", "goods"),
        ("en", "nominal or real?", "nominal"),
        ("es", "¿es nominal o real?", "nominal"),
        ("en", "does that figure get revised again?", "revised"),
        ("es", "¿la de 2025 va a cambiar?", "revised"),
        ("en", "how do i get the data as excel", "download"),
        ("es", "¿lo puedo descargar en excel?", "download"),
        ("en", "is there any data you dont have", "gaps"),
        ("en", "the customer says 475.6", "doubt"),
        ("es", "traduce eso al inglés", "tongue"),
        ("es", "¿por qué?", "why"),
        ("es", "¿y desde cuándo?", "since"),
        ("es", "¿quién es?", "bare"),
        ("en", "ok and Canada", ""),
        ("en", "great exports", ""),
        ("en", "spanish imports", ""),
        ("en", "and Spain?", ""),
        ("en", "thanks, and in 2022?", ""),
        ("en", "is that more than in 2022?", ""),
        ("en", "goods only from Canada", ""),
        ("en", "export data for Mexico", ""),
        ("en", "since when does Mexico lead?", ""),
        ("es", "¿por qué cayeron?", ""),
        ("es", "¿cuánto fue en 2022?", ""),
    ],
)
def test_what_a_whole_message_is(code: str, text: str, kind: str) -> None:
    assert message(text, load(code)) == kind


def test_the_language_that_is_asked_for() -> None:
    assert (tongue("in Spanish please", load("en")), tongue("en inglés", load("es"))) == ("es", "en")


@pytest.mark.parametrize(
    ("turns", "language", "part"),
    [
        ([IMPORTS, "in spanish please"], "es", "importaciones"),
        ([IMPORTS, "¿me lo das en inglés?"], "en", "imports from Mexico"),
        ([IMPORTS, "and 2022?", "en español", "in english"], "en", "in 2022"),
        ([IMPORTS, "thanks", "in spanish please"], "es", "importaciones"),
        ([IMPORTS, "short answer I can send him"], "en", "imports from Mexico"),
        ([IMPORTS, "is that goods only?"], "en", "goods only"),
        ([IMPORTS, "nominal or real?"], "en", "current dollars"),
        ([IMPORTS, "the customer says 475.6"], "en", "stands on"),
        ([IMPORTS, "ok", "and 2022?"], "en", "in 2022"),
        ([IMPORTS, "how reliable is this"], "en", "official statistics"),
        ([IMPORTS, "¿es oficial?"], "es", "estadísticas oficiales"),
        ([IMPORTS, "which is revised"], "en", "stand as"),
        ([IMPORTS, "is that a lot?", "and 2022?"], "en", "in 2022"),
    ],
)
def test_the_answer_before(assistant_world: Assistant, turns: list[str], language: str, part: str) -> None:
    reply = talk(assistant_world, *turns)
    assert (reply["status"], reply["language"]) == ("answered", language), reply["text"]
    assert part in reply["text"]


@pytest.mark.parametrize(
    ("turns", "cause"),
    [
        ([IMPORTS, "great, got it"], "welcome"),
        (["Buenos días"], "hello"),
        ([IMPORTS, "is that a lot?"], "judged"),
        ([IMPORTS, "how do i get the data as excel"], "download"),
        ([IMPORTS, "in german please"], "tongue"),
        (["in spanish please"], "tongue"),
        (["the customer says 475.6"], "bare"),
        (["price of gasoline", "¿por qué?"], "bare"),
        ([IMPORTS, "¿por cuánto?"], "untold"),
        ([IMPORTS, "¿quién es?"], "untold"),
        ([IMPORTS, "since when?"], "untold"),
        ([IMPORTS, "why so high?"], "reason"),
        ([IMPORTS, "¿por qué?"], "reason"),
        ([IMPORTS, "and the receipt?"], "receipt"),
        (["do you have services trade"], "no_services"),
        (["who built you"], "maker"),
        (["hows it going"], "hello"),
    ],
)
def test_told_in_a_sentence(assistant_world: Assistant, turns: list[str], cause: str) -> None:
    reply = talk(assistant_world, *turns)
    assert (reply["status"], reply["reason"]["cause"]) == ("declined", cause), reply["text"]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("US exports to Japan in 2022", "in millions"), "$80,221.8 million"),
        (("US exports to Japan in 2022", "to the dollar please"), "$80,221,797,471"),
        (("US exports to Japan in 2022 in thousands",), "$80,221,797 thousand"),
        (("US exports to Japan in 2022", "in millions", "and in 2021?"), "$74,730.0 million"),
        (("US exports to Japan in 2022", "in millions", "in billions"), "$80.222 billion"),
        (("exportaciones a Japón en 2022", "dámelo en millones"), "US$80,221.8 millones"),
        (("exportaciones a Japón en 2022", "en miles de millones"), "US$80.222 mil millones"),
    ],
)
def test_money_in_the_scale_that_is_wanted(turns: tuple[str, ...], said: str, assistant: Assistant) -> None:
    assert said in talk(assistant, *turns)["text"]
