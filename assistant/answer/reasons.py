"""Why a table does not answer and what was demanded of the basis, in words."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answer.words import Words, capital
from assistant.store.selection import WORLD

_NAMED = {"first published": "first", "": "unstated"}


def passed(reason: str, detail: Mapping[str, str], words: Words) -> str:
    """Why a table does not answer, as what follows its name: "covers only January 1995 to December 2025"."""
    told = dict(detail)
    for name in ("reporter", "partner"):
        told[name] = words.place(told.get(name) or WORLD)
    told["span"] = words.period(_span(told["first"], told["last"])) if told.get("first") and told.get("last") else ""
    told["name"] = words.name(told.get("dimension", ""), told.get("code", ""))
    for name in ("dimension", "measure"):
        told[name] = words.label(told.get(name, ""))
    told["flow"] = words.label({"export": "exports", "import": "imports"}.get(told.get("flow", ""), ""))
    told["books"] = words.place(told["books"]) if told.get("books") in words.names.places else told.get("books", "")
    told["found"], told["asked"] = release(told.get("found", ""), words), release(told.get("release", ""), words)
    return words.phrase(f"passed.{reason}", **told) or words.phrase("passed.basis")


def _span(first: str, last: str) -> str:
    """The months as a period, whole years as years."""
    return f"{first[:4]}/{last[:4]}" if first.endswith("-01") and last.endswith("-12") else f"{first}/{last}"


def release(kind: str, words: Words) -> str:
    """How a release is called: "first published"; a release that is not stated says so."""
    return words.phrase(f"releases.{_NAMED.get(kind, kind)}")


def demanded(demands: Mapping[str, str], words: Words) -> str:
    """What was demanded of the basis: "from the Census Bureau (US books) and as first published"."""
    return words.listed([text for kind, value in demands.items() if (text := _demand(kind, value, words))])


def unmet(cause: str, detail: Mapping[str, str], words: Words) -> str:
    """That a demand cannot be met, why, and which table answers without it."""
    demands = dict(each.split(":", 1) for each in detail["demands"].split(";"))
    asked = capital(demanded(demands, words))
    name = "none" if cause == "basis" else "unmet_same" if detail["table"] == detail["instead"] else "unmet"
    reason = passed(cause, detail, words)
    return words.phrase(f"demands.{name}", asked=asked, table=detail["table"], reason=reason, instead=detail["instead"])


def _demand(kind: str, value: str, words: Words) -> str:
    if kind == "source":
        return words.phrase("demands.source", name=words.phrase(f"sources.{value}") or value)
    if kind == "books":
        return words.phrase("demands.books", name=words.possessive(value))
    return words.phrase("demands.table" if kind == "table" else f"demands.{_NAMED.get(value, value)}")
