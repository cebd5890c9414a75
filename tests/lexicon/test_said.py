"""What a language gives of its lists: the folded forms, a pattern of them, and where a text has one."""

from __future__ import annotations

import re
import sys

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold

TOLD = Language("xx", {"lists": {"out": ["out", "out of it", "Aparté"], "by": ["$1 (one)"]}})


def test_what_is_folded_keeps_its_length_so_that_places_in_it_are_places_in_the_text() -> None:
    assert not [char for char in map(chr, range(sys.maxunicode + 1)) if len(fold(char)) != 1]


def test_forms_are_folded_and_of_several_lists() -> None:
    assert TOLD.forms("lists", "out", "by") == {"out", "out of it", "aparte", "$1 (one)"}


def test_the_longest_form_is_found_and_as_it_is_written() -> None:
    found = TOLD.said("leave it out of it", "lists", "out")
    assert found and found[0] == "out of it"
    assert TOLD.said("per $1 (one)", "lists", "by")


def test_no_form_is_found_inside_a_word() -> None:
    assert TOLD.said("without outlets", "lists", "out") is None


def test_nothing_is_found_where_there_are_no_forms() -> None:
    assert TOLD.forms("lists", "none") == TOLD.forms("none", "out") == frozenset()
    assert TOLD.said("anything at all", "lists", "none") is None
    assert re.match(rf"a(?:\s+{TOLD.any_of('none', 'out')})*{TOLD.any_of('none', 'out')}?", "a b")
