"""The words that a turn of phrase needs: whoever has none of them could not be put plainly by it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.languages.language import languages, load
from assistant.lexicon.tokens import clean, fold
from assistant.lexicon.words.needed import needed
from assistant.lexicon.words.plain_rules import plain_rules, words_of

_SEEN = Path(__file__).parents[1] / "questions" / "seen"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("sold (?:more|less) than", [["sold"], ["less", "more"], ["than"]]),
        ("(?:the )?months?", []),
        (r"(?:19|20)\d\d", []),
        ("(?:a|the (?:big|small)) port", [["a", "the"], ["port"]]),
        (r"\d{1,2}[- ]?(?:y|yr)(?= growth)", [["growth"]]),
        (r"sell(?:s|ing)? {goods}(?! of) (?P<v>to|into)", [["cars", "goods"], ["into", "to"]]),
    ],
)
def test_only_whole_words_that_must_stand_there_are_needed(pattern: str, words: list[list[str]]) -> None:
    assert [sorted(one) for one in needed(pattern, lambda name: frozenset({name, "cars"}))] == words


@pytest.mark.parametrize("language", languages())
def test_a_rule_applies_to_no_known_question_without_its_words(language: str) -> None:
    rules, _ = plain_rules(load(language))
    finds = [(re.compile(rule.find), rule.needed) for rule in rules]
    known = [(shadow, words_of(shadow)) for shadow in map(fold, map(clean, _questions(400)))]
    found = [
        (find.pattern, shadow)
        for shadow, said in known
        for find, sets in finds
        if any(words.isdisjoint(said) for words in sets) and find.search(shadow)
    ]
    assert not found


def _questions(most: int) -> list[str]:
    lines = [line for path in sorted(_SEEN.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    records = map(json.loads, lines[:: max(1, len(lines) // most)])
    return [text for record in records for text in record.get("turns") or [record.get("question") or record["text"]]]
