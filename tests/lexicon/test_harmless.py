"""Words that say nothing are passed over, and none that change what is asked."""

from __future__ import annotations

import pytest

from assistant.languages.language import load
from assistant.lexicon.tokens import fold
from tests.world.reading import read

DANGEROUS = read("dangerous")


@pytest.mark.parametrize(("code", "kind"), [(code, kind) for code, kinds in DANGEROUS.items() for kind in kinds])
def test_no_word_that_changes_what_is_asked_is_passed_over(code: str, kind: str) -> None:
    language = load(code)
    # a word that is a cue by itself is read as the cue, whether it is listed as harmless or not
    assert not [
        word
        for word in DANGEROUS[code][kind]
        if fold(word) in language.harmless and (fold(word),) not in language.phrases
    ]
