"""Spanish and English in one message: a word of the other language is read as the word of the message's own."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.languages.language import languages, load
from assistant.settings import Settings
from assistant.speech import Speeches
from tests.world.asking import talk

DUCTS = ("US imports from Canada por ducto (pipeline) en 2024", "¿y en 2025?", "¿cuánto cayó in percent?")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language", "own"),
    [
        ("dame el growth", "es", "dame el crecimiento"),
        ("US exports a Japón 2024", "en", "US exports to Japan 2024"),
        ("imports de Alemania in 2024", "en", "imports from Germany in 2024"),
        ("and en 2024?", "es", "y en 2024?"),
        ("the de minimis limit", "en", "the de minimis limit"),
        ("a plant in Ramos Arizpe", "en", "a plant in Ramos Arizpe"),
        ("comercio con América", "es", "comercio con América"),
    ],
)
def test_a_strange_word_is_put_in_the_own_language(assistant: Assistant, text: str, language: str, own: str) -> None:
    speeches = Speeches(assistant.store, Settings().home)
    assert speeches.borrowing(language).in_own_words(text) == own


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in languages() if load(code).section("borrowed")])
def test_what_is_put_for_a_cue_is_a_cue_of_that_meaning(assistant: Assistant, code: str) -> None:
    lexicon = Speeches(assistant.store, Settings().home).of(code).lexicon
    cues = {kind: words for kind, words in load(code).section("borrowed").items() if kind != "periods"}
    told = {(f"{kind}:{name}", word) for kind, words in cues.items() for name, word in words.items()}
    assert not [word for cue, word in told if not any(cue in m.candidates for m in lexicon.link(word)[1])]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (DUCTS, "cayó 8.47% en 2025 frente a 2024"),
        (("how much bebidas (vino, licores) came from Spain in 2024?", "y de Italia?"), "(HS 22) fue de US$3.339"),
        (("me das el total trade de US con Canada en 2024?", "y el growth contra 2023, en %?"), "cayó 1.41%"),
        (("US exports a Japón 2024", "¿Y las importaciones?"), "desde Japón fue de US$148.209"),
    ],
)
def test_a_talk_in_two_languages(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]
