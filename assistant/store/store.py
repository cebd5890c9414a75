"""An opened build: its tables, its names, its passages; read-only and shared by every question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.store.catalog import load_catalog
from assistant.store.nomenclature import Nomenclature
from assistant.store.tables import Table

if TYPE_CHECKING:
    from sqlalchemy import Engine as Engine

    from assistant.store.passages import Passages


class Store:
    """One version of the store, opened read-only; `tables` in the order of their priority."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.tables: tuple[Table, ...] = tuple(
            sorted(load_catalog(directory / "catalog.json"), key=lambda table: (-table.priority, table.id))
        )
        self.names = Nomenclature(directory / "nomenclature")

    @cached_property
    def engine(self) -> Engine:
        """What runs statements over the tables; slow to load, so opened at the first question that needs rows."""
        import sqlalchemy as sa
        from sqlalchemy.dialects import registry

        registry.register("duckdb", "duckdb_engine", "Dialect")  # found at once, not among all installed packages
        return sa.create_engine(
            f"duckdb:///{self.directory / 'tables.duckdb'}", connect_args={"read_only": True, "config": {"threads": 2}}
        )

    @cached_property
    def by_id(self) -> Mapping[str, Table]:
        """The tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, str]]:
        """What the tables declare in other languages: by language, each text with its translation."""
        path = self.directory / "texts.json"
        found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return found

    @cached_property
    def passages(self) -> Passages:
        """The paragraphs of the documents; opened at the first question that needs them."""
        from assistant.store.passages import Passages

        return Passages.open(self.directory)

    def close(self) -> None:
        """Let go of the files."""
        if "engine" in self.__dict__:
            self.engine.dispose()
