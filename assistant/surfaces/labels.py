"""What the surfaces say around an answer, in the languages that have a file; English where one says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.languages.language import languages, load

ENGLISH = "en"


def label(language: str, name: str, /, **blanks: object) -> str:
    """A label by its name, with its blanks filled.

    >>> label("es", "sources_and_basis", n=2), label("xx", "copy")
    ('Fuentes y base (2)', 'Copy')
    """
    said = _page(language).get(name) or _page(ENGLISH)[name]
    return str(said).format(**blanks)


def named(language: str, name: str) -> str:
    """The name of a column or of what is known of a table; as it stands where a language has no other."""
    return str(_page(language).get("names", {}).get(name, name))


def examples(language: str) -> tuple[str, ...]:
    """Questions to start from."""
    return tuple(_page(language).get("examples") or _page(ENGLISH)["examples"])


def month(language: str, code: str) -> str:
    """A month in words; any other period as it is written.

    >>> month("es", "2025-10"), month("en", "2025-10"), month("en", "2024")
    ('octubre de 2025', 'October 2025', '2024')
    """
    year, _, number = code.partition("-")
    say: Mapping[str, Any] = load(language if language in languages() else ENGLISH).section("say")
    if not number.isdigit() or not 0 < int(number) <= 12:
        return code
    return str(say["month"]).format(month=say["months"][int(number) - 1], year=year)


def choices() -> dict[str, str]:
    """The languages by code, each in its own name."""
    return {code: str(load(code).sections.get("name", code)) for code in languages()}


def _page(language: str) -> Mapping[str, Any]:
    return load(language if language in languages() else ENGLISH).section("page")
