"""What can go wrong, as a reader should be told it: what happened, what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

DeclineKind = Literal["no_data", "not_published", "not_computable", "not_permitted", "out_of_scope", "unclear"]


class AssistantError(Exception):
    """Anything this package raises on purpose."""


class CorpusError(AssistantError):
    """A table or document that is not what it says it is; the message names the file and the rows."""


class ToolError(AssistantError):
    """A call that gives no figure; `nearest` is a question or argument that would.

    `cause` names the reason for a phrase book ("period", "product", …), `detail` fills its blanks.
    """

    kind: DeclineKind = "unclear"

    def __init__(
        self,
        message: str,
        *,
        kind: DeclineKind | None = None,
        nearest: str | None = None,
        cause: str = "",
        detail: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind or type(self).kind
        self.nearest = nearest
        self.cause = cause
        self.detail = dict(detail or {})


class BadArguments(ToolError):
    """Arguments that no data could satisfy; the message says what would be right."""


class NoData(ToolError):
    """A fair question to which the loaded tables hold no answer; the message says what is covered."""

    kind: DeclineKind = "no_data"
