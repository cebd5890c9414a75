"""The tools as other programs see them: function schemas made from the functions themselves, and LangChain tools."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_type_hints

from assistant.errors import BadArguments, ToolError
from assistant.measures import MEASURES
from assistant.store.store import Store
from assistant.tools import SHORTCUTS, TOOLS
from assistant.tools.toolbox import Toolbox
from assistant.types import Call, Evidence, Frame, Json

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool
    from pydantic import BaseModel

Hint = Any  # what `get_type_hints` gives and pydantic takes

_AMOUNTS = frozenset({"value", "high", "limit"})
_OBJECT = {"type": "object", "additionalProperties": False}
_MOST_ROWS = 40
_SAYS = {
    "reporter": "ISO3 code of the country whose trade it is",
    "partner": "ISO3 code of the country traded with, or a group; leave out for the world",
    "partners": "ISO3 codes of the countries traded with",
    "period": "2024, 2024-Q3, 2024-11, 2017/2023, 2019/, latest, latest-year or ever",
    "against": "the earlier period to compare with",
    "product": "HS code as text, of two, four or six digits",
    "mode": "truck, rail, air, vessel, pipeline, mail, ftz or other",
    "region": "a state, as US-TX or MX-NLE",
    "basis": 'only where the question demands it: {"source": "census"}, {"books": "MEX"}, {"table": "…"}, '
    '{"release": "revised" or "first published"} or {"valuation": "general" or "consumption"}',
    "by": "what to have one row for each of: month, quarter, year, partner, mode, product, region, port",
    "limit": "in whole units of the measure",
    "query": "what to look for in the notes, in English",
}
"""What the arguments mean that most tools share."""


def tools() -> Mapping[str, Callable[..., Any]]:
    """Every tool that can be called from outside, by name: the shortcuts first, then what they are made of."""
    return {**SHORTCUTS, **TOOLS}


@cache
def arguments(name: str) -> type[BaseModel]:
    """The arguments of a tool as a pydantic model; BadArguments where there is no such tool."""
    from pydantic import ConfigDict, create_model  # answering without a model has no use for it

    if name not in tools():
        raise BadArguments(f"there is no tool {name!r}; there are {', '.join(tools())}")
    hints = get_type_hints(tools()[name])
    given = list(inspect.signature(tools()[name]).parameters.values())
    fields: dict[str, Any] = {
        p.name: (_field(p.name, hints[p.name]), ... if p.default is p.empty else p.default)
        for p in given
        if p.kind is p.KEYWORD_ONLY
    }
    return create_model(name, __config__=ConfigDict(extra="forbid"), __doc__=_told(name), **fields)


def function_schemas() -> list[dict[str, Json]]:
    """The tools as OpenAI function schemas, which every LangChain chat model binds."""
    return [{"type": "function", "function": _function(name)} for name in tools()]


def checked(name: str, args: Mapping[str, Json]) -> dict[str, Json]:
    """The arguments of a call in plain JSON values, without those left out; BadArguments says which are wrong."""
    from pydantic import ValidationError

    try:
        given = arguments(name).model_validate(dict(args))
    except ValidationError as error:
        raise BadArguments(f"{name}: {_wrong(error)}") from error
    plain = given.model_dump(mode="json", exclude_unset=True)
    return {key: value for key, value in plain.items() if value is not None}


def described(name: str, evidence: Evidence) -> dict[str, Json]:
    """What a call found, in plain JSON values; of passages only that they were looked up, never what they say."""
    if name in evidence.problems:
        return {"call": name, "error": str(evidence.problems[name])}
    if name in evidence.listings:
        listing = evidence.listings[name]
        rows = [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]
        return {"call": name, "text": listing.text, "rows": rows}
    frame = evidence.frames.get(name)
    return {"call": name, **(_figures(frame) if frame else {"text": "the notes were looked up"})}


class _Session:
    """The calls of one toolkit, so that a later one can name an earlier one's result."""

    def __init__(self, store: Store) -> None:
        self._toolbox, self._evidence = Toolbox(store), Evidence()
        self._count, self._lock = 0, Lock()  # agents run the calls of one message in threads

    def run(self, tool: str, args: Mapping[str, Json]) -> str:
        """What a call found, as JSON."""
        from langchain_core.tools import ToolException

        with self._lock:
            self._count += 1
            name = f"c{self._count}"
            try:
                found = self._toolbox.run((Call(name, tool, checked(tool, args)),), self._evidence)
            except (ToolError, ValueError, ArithmeticError) as problem:
                raise ToolException(str(problem)) from problem
            self._evidence += found
        if name in found.problems:
            raise ToolException(str(found.problems[name]))
        texts = [{"text": p.text, "source": p.source, "locator": p.locator} for p in found.passages]
        return json.dumps({"call": name, "passages": texts} if texts else described(name, found), ensure_ascii=False)


def toolkit(store: Store) -> list[StructuredTool]:
    """The tools over a store as LangChain tools, for one conversation: results are named c1, c2, … in their order.

    Arguments that are wrong and figures that are not loaded come back as the tool's error text.
    """
    from langchain_core.tools import StructuredTool

    session = _Session(store)

    def runner(name: str) -> Callable[..., str]:
        return lambda **args: session.run(name, args)

    return [
        StructuredTool.from_function(
            func=runner(name),
            name=name,
            description=_told(name),
            args_schema=arguments(name),
            handle_tool_error=True,
            handle_validation_error=_wrong,
        )
        for name in tools()
    ]


def _wrong(error: Json) -> str:
    return "; ".join(f"{found['loc'][0] if found['loc'] else 'arguments'}: {found['msg']}" for found in error.errors())


def _told(name: str) -> str:
    return " ".join((inspect.getdoc(tools()[name]) or "").split())


def _function(name: str) -> dict[str, Json]:
    schema = arguments(name).model_json_schema()
    bare = {name: {k: v for k, v in said.items() if k != "title"} for name, said in schema["properties"].items()}
    parameters = {**_OBJECT, "properties": bare, "required": schema.get("required", [])}
    return {"name": name, "description": _told(name), "parameters": parameters}


def _field(name: str, hint: Hint) -> Hint:
    """The type that an argument has in JSON: frames are named by their call, amounts are exact."""
    from pydantic import Field

    if name == "measure":
        hint = Literal[tuple(MEASURES)]
    elif hint is Frame or Frame in get_args(hint) or name in _AMOUNTS:
        members = get_args(hint) or (hint,)
        hint = Union[tuple(_member(name, member) for member in members)]  # noqa: UP007 - made at run time
    return Annotated[hint, Field(description=_SAYS[name])] if name in _SAYS else hint


def _member(name: str, hint: Hint) -> Hint:
    return _reference() if hint is Frame else Decimal if name in _AMOUNTS and hint in (str, int) else hint


def _reference() -> Hint:
    from pydantic import Field, WithJsonSchema

    said = {"description": 'the result of an earlier call, by its name: {"ref": "c1"}'}
    ref = {**_OBJECT, "properties": {"ref": {"type": "string"}}, "required": ["ref"], **said}
    return Annotated[dict[Literal["ref"], str], Field(min_length=1), WithJsonSchema(ref)]


def _figures(frame: Frame) -> dict[str, Json]:
    rows = [{"key": list(row.key), "value": None if row.value is None else str(row.value)} for row in frame.rows]
    about = {name: code for name, code in asdict(frame.about).items() if code}
    told = {"measure": frame.measure, "unit": frame.unit, "about": about, "by": list(frame.by), "table": frame.table}
    return {**told, "basis": frame.basis, "rows": _shortened(rows)}


def _shortened(rows: Sequence[Json]) -> list[Json]:
    """The first and last rows of a long frame, with how many were left out between them."""
    half, left_out = _MOST_ROWS // 2, len(rows) - _MOST_ROWS
    return list(rows) if left_out <= 0 else [*rows[:half], {"left_out": left_out}, *rows[-half:]]
