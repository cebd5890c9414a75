"""The codes and titles that tables and questions share: places, groups, modes, products."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from assistant.store.members import PlaceGroups, moves_of

_PLAIN = re.compile(r"[A-Za-z ]+")
"""A title without the marks that set off its parts: "Beer made from malt"."""


class Nomenclature:
    """The nomenclature folder of a store; each file is read when it is first asked for."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._headings: dict[str, dict[str, str]] = {}

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, str]]:
        """Countries and territories by code, with their columns."""
        return {row["code"]: row for row in self._rows("countries")}

    @cached_property
    def groups(self) -> PlaceGroups:
        """The members of each group of countries that has a list of members."""
        return PlaceGroups(
            {row["id"]: tuple(row["members"].split(";")) for row in self._rows("groups") if row["members"]}
        )

    @cached_property
    def moves(self) -> Mapping[str, Mapping[str, tuple[int, int]]]:
        """When members joined and left each group that has such dates."""
        return {row["id"]: moves for row in self._rows("groups") if (moves := moves_of(row))}

    @cached_property
    def grown(self) -> frozenset[str]:
        """The groups whose members did not all join at the same time, or are not settled by any treaty."""
        joined = {
            row["id"]: {entry.split(" ")[1] for entry in row["joined"].split(";") if entry}
            for row in self._rows("groups")
        }
        usual = {row["id"] for row in self._rows("groups") if row.get("kind") == "usual"}
        return frozenset(usual | {code for code, dates in joined.items() if len(dates) > 1})

    @cached_property
    def port_regions(self) -> frozenset[str]:
        """The states that the ports lie in."""
        return frozenset(row["region"] for row in self._rows("ports"))

    @cached_property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """The title of every code, by dimension."""
        places = {code: row["short_name"] or row["name"] for code, row in self.places.items()}
        places.update({row["id"]: row["name"] for row in self._rows("groups")})
        listed = {name: {r["code"]: r["name"] for r in self._rows(f"{name}s")} for name in ("mode", "region", "port")}
        products = {row["code"]: row["title"] for row in self._rows("hs")}
        return {"reporter": places, "partner": places, "product": products, **listed}

    def everyday_places(self, language: str) -> tuple[tuple[str, str, str], ...]:
        """What people call states and ports, as (dimension, code, name); in English where a language has no file."""
        rows = self._rows(f"places_{language}") or self._rows("places_en")
        return tuple((row["dimension"], row["code"], row["name"]) for row in rows)

    def products(self, language: str) -> Mapping[str, str]:
        """Short titles of HS headings in a language ("es"), by code; empty where the corpus brings none."""
        if language not in self._headings:
            self._headings[language] = {row["code"]: row["title"] for row in self._rows(f"hs_{language}")}
        return self._headings[language]

    def named_products(self) -> Iterator[tuple[str, str]]:
        """The sections, which are named by their titles alone, and headings with a title that reads as a name."""
        for code, title in self.titles["product"].items():
            plain = len(code) == len("2203") and len(title.split()) > 2 and _PLAIN.fullmatch(title)
            if plain or code.startswith("S"):
                yield code, title

    def everyday_products(self, language: str) -> tuple[str, ...]:
        """What people call products in a language; () where the corpus brings no list."""
        return tuple(row["name"] for row in self._rows(f"everyday_{language}"))

    def listed(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of a list by its name ("agreements"); () where the store has none."""
        return tuple(self._rows(name))

    @cached_property
    def chapters(self) -> Mapping[str, frozenset[str]]:
        """The HS chapters of each section, by the section's code ("S17")."""
        held: dict[str, set[str]] = {}
        for row in self._rows("hs"):
            if row["parent"].startswith("S"):
                held.setdefault(row["parent"], set()).add(row["code"])
        return {section: frozenset(codes) for section, codes in held.items()}

    @cached_property
    def territories(self) -> Mapping[str, str]:
        """The country of each territory whose trade with it no statistics record."""
        return {row["code"]: row["of"] for row in self._rows("territories")}

    def title(self, dimension: str, code: str) -> str:
        """The title of a code, the code itself where it has none."""
        found = self.titles.get(dimension, {}).get(code)
        return found or (self._lines.get(code, code) if dimension == "product" and len(code) == 10 else code)

    @cached_property
    def _lines(self) -> Mapping[str, str]:
        """The titles of ten-digit lines, which the source writes in capitals; read when the first one is asked for."""
        return {row["code"]: row["title"].capitalize() for row in self._rows("hs10")}

    def _rows(self, name: str) -> list[dict[str, str]]:
        path = self.directory / f"{name}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
