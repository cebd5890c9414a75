"""Puts what is asked into words: a pattern of the file, filled with the names that the assistant itself uses."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from assistant.answer.words import Words
from assistant.evaluation.selfcheck.asked import Asked
from assistant.evaluation.selfcheck.cell import WORLD, Cell
from assistant.periods import Period

_FILE = Path(__file__).with_name("patterns.toml")
_CONTRACTED = ((r"\bde el\b", "del"), (r"\ba el\b", "al"))


@cache
def patterns() -> Mapping[str, Any]:
    """All patterns by language and kind."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


class Wording:
    """Words questions in one language over one store's names."""

    def __init__(self, words: Words, rng: Random) -> None:
        self.words, self.rng = words, rng
        self.language = words.language.code
        self._patterns = patterns()[self.language]
        self._everyday = _everyday(words.names.directory / f"everyday_{self.language}.csv")

    def say(self, asked: Asked) -> str | None:
        """The question in words; None where the language has no pattern for it."""
        found = self._choices(asked)
        if not found:
            return None
        pattern = self.rng.choice(found)
        blanks = self._blanks(asked)
        if "{what}" in pattern and not (what := self._what(asked.cell, blanks)):
            return None
        text = pattern.format(**blanks, what=what) if "{what}" in pattern else pattern.format(**blanks)
        return self._typed(text)

    def _choices(self, asked: Asked) -> Sequence[str]:
        """The patterns that fit: the verbs of a measure know nothing of modes, states and ports."""
        kind = "value" if asked.kind in ("balance", "total", "cross") else asked.kind
        own = self._patterns[kind]
        if asked.form != "any":
            return list(own.get(asked.form, ()))
        number = "plural" if asked.cell.measure in ("exports", "imports") else "singular"
        found = [*own["any"], *own.get(number, ())]
        bare = not asked.cell.where and asked.cell.partner != WORLD and asked.kind != "growth"
        return [*found, *own.get(asked.cell.measure, ())] if bare else found

    def _what(self, cell: Cell, blanks: Mapping[str, str]) -> str:
        """The flow as a noun: "US imports of cars from Mexico by truck"."""
        names = dict(cell.where)
        kind = "world" if cell.partner == WORLD else "port" if "port" in names else "what"
        if "region" in names:
            kind = "region" if self._is_own(cell.reporter, names["region"]) else "abroad"
        found = self._patterns[kind].get(cell.measure, ())
        return str(self.rng.choice(found)).format(**{**blanks, "S": blanks.get("place", "")}) if found else ""

    def _is_own(self, reporter: str, region: str) -> bool:
        return region.split("-")[0] == self.words.names.places.get(reporter, {}).get("iso2")

    def _blanks(self, asked: Asked) -> dict[str, str]:
        cell, said = asked.cell, self._patterns["words"]
        names = {name: self._name(name, code) for name, code in cell.where}
        dimension, code = asked.part
        partner = code if dimension == "partner" else cell.partner
        between = asked.form in ("max_year", "min_year")
        return {
            "R": self.words.option(cell.reporter),
            "Rs": self.words.possessive(cell.reporter),
            "P": self.words.option(partner),
            "T": self._span(cell.period) if between else self.period(cell.period),
            "B": self.period(asked.base) if asked.base else "",
            "of": said["of"].format(name=names["product"]) if "product" in names else "",
            "by": said["by"].format(name=names["mode"]) if "mode" in names else "",
            "place": names.get("region") or names.get("port", ""),
            "S": self._name(dimension, code) if dimension else "",
            "n": str(asked.number),
            "X": self.rng.choice(said["limit"]).format(n=self._billions(asked.limit)),
        }

    def _billions(self, amount: int) -> str:
        return f"{amount / 1e9:g}"

    def _name(self, dimension: str, code: str) -> str:
        if dimension == "region":  # Georgia is also a country
            return str(self.words.say.get("options", {}).get(code) or self.words.name(dimension, code))
        if dimension != "product":
            return self.words.name(dimension, code)
        if not code[:1].isdigit():
            return self.words.names.title("product", code)
        titles = {title.casefold() for title in self.words.names.titles["product"].values()}
        own = [name for name in self._everyday.get(code, ()) if name.casefold() not in titles]  # a section's, it may be
        return self.rng.choice([f"HS {code}", f"HS {code}", *own])

    def period(self, period: Period) -> str:
        """A period in one of the ways in which people write it."""
        said, year, month = self._patterns["words"], period.first // 12, period.first % 12
        name = self.words.say["months"][month]
        blanks = {"year": str(year), "month": name, "short": name[:3], "iso": str(period)}
        if period.grain == "range" and period.months > 12:
            return self._span(period, "years")
        length = {1: "month", 3: "quarter", 6: "half"}.get(period.months, "year")
        if length in ("quarter", "half"):
            number = month // period.months
            blanks |= {"q": str(number + 1), "h": str(number + 1), "ordinal": said["ordinals"][number]}
        return str(self.rng.choice(said[length]).format(**blanks))

    def _span(self, period: Period, form: str = "between") -> str:
        pattern = self.rng.choice(self._patterns["words"][form])
        return str(pattern.format(first=period.first // 12, last=period.last // 12))

    def _typed(self, text: str) -> str:
        """As somebody types it: with a capital, or all in lower case."""
        if self.language == "es":
            for found, instead in _CONTRACTED:
                text = re.sub(found, instead, text)
        text = " ".join(text.split())
        return text.lower() if self.rng.random() < 0.15 else text[:1].upper() + text[1:]


@cache
def _everyday(path: Path) -> Mapping[str, tuple[str, ...]]:
    """What people call the products of a code, where the name means that code alone."""
    if not path.exists():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["codes"]] = (*found.get(row["codes"], ()), row["name"])
    return found
