"""Names and phrases of one language: places, periods, subjects, and sentences from the language file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.answer.numbers import write
from assistant.languages.language import Language
from assistant.lexicon.who.state_ends import ABROAD
from assistant.periods import GRAINS, Period
from assistant.store.members import JOINT
from assistant.store.nomenclature import Nomenclature
from assistant.store.selection import WORLD
from assistant.types import About, Frame

_LONG_TITLE = 64
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Words:
    """What the assistant says in one language about the codes of one store."""

    def __init__(self, language: Language, names: Nomenclature, scale: str = "") -> None:
        """`scale`: what money is written in, where a reader wants it so."""
        self.language, self.names, self.scale = language, names, scale
        self.say: Mapping[str, Any] = language.section("say")

    def at(self, scale: str) -> Words:
        """The same words with money in a scale: "million", "one"."""
        return Words(self.language, self.names, scale) if scale else self

    def phrase(self, name: str, /, **blanks: str) -> str:
        """A phrase of the file ("declined.period") with its blanks filled; "" where the file has none."""
        found: Any = self.say
        for part in name.split("."):
            found = found.get(part, "") if isinstance(found, Mapping) else ""
        return self._contracted(found.format(**blanks)) if isinstance(found, str) else ""

    def _contracted(self, text: str) -> str:
        """The text with the small words as one that the language writes so: "del" for "de el"."""
        for apart, one in self.say.get("contracts", {}).items():
            text = re.sub(rf"(?<!\w){apart}(?!\w)", one, text)
        return text

    def place(self, codes: str) -> str:
        """The name of a place or of several, comma-separated codes."""
        return self.listed([self._place(code) for code in codes.split(",")])

    def possessive(self, codes: str) -> str:
        """The name as it stands before what it has: "Mexico's", "US"."""
        names = self.say["possessives"]
        own = self.phrase("possessive") or "{name}'s"
        return self.listed([names[c] if c in names else own.format(name=self._place(c)) for c in codes.split(",")])

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row: "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return self.phrase("and", first=", ".join(names[:-1]), last=names[-1])

    def period(self, text: str | None) -> str:
        """A period as it is said: "November 2024", "Q3 2024", "2017 to 2023"."""
        if not text:
            return ""
        if _DAY.fullmatch(text):
            year, month, day = (int(part) for part in text.split("-"))
            return self.phrase("day", day=str(day), month=self.say["months"][month - 1], year=str(year))
        period = Period.parse(text)
        year, month = divmod(period.first, 12)
        if period.fiscal:
            return self.phrase("fiscal", year=str(period.last // 12))
        if period.grain == "month":
            return self.phrase("month", month=self.say["months"][month], year=str(year))
        if period.grain == "quarter":
            return self.phrase("quarter", n=str(month // 3 + 1), year=str(year))
        if period.grain == "year":
            return str(year)
        if period.last // 12 == year and period.months < 12:
            named = (self.say["months"][at] for at in (month, period.last % 12))
            return self.phrase("months_of", **dict(zip(("first", "last"), named, strict=True)), year=str(year))
        whole = text.count("/") == 1 and len(text) == 9
        first, last = (text[:4], text[5:]) if whole else (str(Period(m, m)) for m in (period.first, period.last))
        return self.phrase("range", first=self.period(first), last=self.period(last))

    def key(self, dimension: str, code: str) -> str:
        """The name of one key of a frame."""
        return self.period(code) if dimension in (*GRAINS, "day") else self.name(dimension, code)

    def name(self, dimension: str, code: str) -> str:
        """The name of a code of a dimension."""
        if dimension in ("partner", "reporter"):
            return self._place(code)
        if dimension == "product":
            return self.product(code)
        named = self.say.get(f"{dimension}s", {}).get(code)
        return str(named) if named else self.names.title(dimension, code)

    def option(self, code: str) -> str:
        """A place's name as no other place has it."""
        return str(self.say.get("options", {}).get(code) or self._place(code))

    def product(self, code: str) -> str:
        """A product's short title with its code: "Vehicles (HS 87)"; of several codes that are one thing, the codes."""
        own = self._own_title(code)
        if not code[:1].isdigit():
            return own or self.names.title("product", code)
        title = own or _short(self.names.title("product", code))
        title = title if len(title) <= _LONG_TITLE else f"{title[:_LONG_TITLE].rsplit(' ', 1)[0]} …"
        codes = ", ".join(code.split(";")) if code.count(";") < 4 else f"{code.split(';')[0]} – {code.split(';')[-1]}"
        return f"{title} (HS {codes})" if ";" not in code and title != code else f"HS {codes}"

    def _own_title(self, code: str) -> str:
        """A product's title in a language that has its own; a finer line is said to be a part of what it lies in."""
        own, headings = self.say.get("products", {}), self.names.products(self.language.code)
        found = own.get(code) or headings.get(code)
        if found or not headings or not code.isdigit():
            return str(found or "")
        wider = next((t for end in (4, 2) if (t := headings.get(code[:end]) or own.get(code[:end]))), "")
        return self.phrase("part_of", title=str(wider)) if wider else ""

    def unit(self, unit: str) -> str:
        """How a unit is written beside figures: "percent" in English, "%" in Spanish."""
        return str(self.say.get("units", {}).get(unit, unit))

    def argument(self, name: str) -> str:
        """What an argument of a call or its value is called where the rows that were read are listed."""
        return str(self.say.get("arguments", {}).get(name, name))

    def asked_for(self, name: str, measures: Sequence[str] = ()) -> str:
        """What a plan leaves out of the measures, by its name ("in percent"); a code of a place as the place."""
        key = name.replace(" ", "_")
        known = self.say.get("asked_for", {}).get(key) or self.say["labels"].get(key)
        is_place = name in self.names.places or JOINT in name
        measure = ", ".join(map(self.label, measures)) or self.label("value")
        told = str(known or "").replace("{measure}", measure)
        return told if told and "{" not in told else self.place(name) if is_place else name

    def label(self, name: str) -> str:
        """The short label of a measure, a key or a computation."""
        return str(self.say["labels"].get(name, name.replace("_", " ")))

    def plural(self, key: str) -> str:
        """The plural of a key."""
        return str(self.say["plurals"].get(key, f"{key}s"))

    def classes(self, frame: Frame) -> str:
        """What an index runs over: "HS chapters", "partner countries"; "" where it is of one good."""
        over, digits = str(frame.detail["over"]), str(frame.detail["digits"])
        return self.phrase(f"classes.{over}_{digits}") or self.phrase(f"classes.{over}") or self.plural(over)

    def figure(self, value: Decimal, unit: str, precision: Decimal | None = None) -> str:
        """A figure as it is said."""
        return write(value, unit, self.language, precision, self.scale)

    def round_figure(self, value: Decimal, unit: str) -> str:
        """A limit as a person would write it: "$14 billion", not "$14.000 billion"."""
        return re.sub(r"(\d)[.,]0+(?!\d)", r"\1", self.figure(value, unit))

    def subject(self, frame: Frame, about: About | None = None, without: str = "") -> str:
        """What a frame measures, in words: "US goods imports from Mexico by truck"."""
        about = about or frame.about
        partner = about.partner or WORLD
        keyed = "partner" in frame.by and not about.partner
        phrase = (self.say["subject_by"] if keyed else {}).get(frame.measure) or self.say["subject"][frame.measure]
        reporters = self.possessive(about.reporter) if about.reporter else ""
        said = phrase.format(reporters=reporters, partner=self.place(partner))
        return self._detailed(" ".join(said.split()), about, without)

    def _detailed(self, said: str, about: About, without: str) -> str:
        details = (("by_mode", "mode"), ("of_product", "product"), ("for_region", "region"), ("through_port", "port"))
        for phrase, dimension in details:
            if codes := getattr(about, dimension):
                said += self.phrase(phrase, **{dimension: self._together(dimension, codes.split(","))})
        return said + (self.phrase("without", names=without) if without else "")

    def _together(self, dimension: str, codes: Sequence[str]) -> str:
        """The names of codes in a list; all ports that are loaded by their state, all states abroad as such."""
        if dimension == "port" and len(codes) > 1 and set(codes) == set(self.names.titles["port"]):
            states = [self.name("region", state) for state in sorted(self.names.port_regions)]
            return self.phrase("all_ports", region=self.listed(states))
        abroad = {code for code in self.names.titles["region"] if code.startswith(ABROAD)}
        if dimension == "region" and set(codes) == abroad:
            return self.phrase("all_states")
        return self.listed([self.name(dimension, code) for code in codes])

    def _place(self, code: str) -> str:
        if JOINT in code:
            return self.phrase("jointly", names=self.listed([self._place(part) for part in code.split(JOINT)]))
        named = self.say["names"].get(code)
        return str(named) if named else self.names.title("partner", code)


def capital(text: str) -> str:
    """The sentence with a capital first letter."""
    return text[:1].upper() + text[1:]


_USE = re.compile(r"\s+(?:suitable|for use|classified|(?:of|in) (?:sub)?(?:heading|item)s?)\b.*")
"""Where an official title begins to say which other codes a product goes with."""


def _short(title: str) -> str:
    """The clauses of an official title before the first that names other codes, whose digits would say nothing here."""
    clauses = re.split(r"\s*([;,])\s*", re.sub(r"\s*\([^)]*\)?", "", title))
    kept = ""
    for clause in clauses:
        if any(char.isdigit() for char in clause):
            kept += _USE.sub("", clause) if _USE.search(clause) else ""
            break
        kept += f"{clause} " if clause in (";", ",") else clause
    return kept.rstrip(" ;,") or re.sub(r"\d", "", title)
