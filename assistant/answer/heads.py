"""Which of the calls of an evidence the answer states."""

from __future__ import annotations

from assistant.types import BEFORE, EARLIER, OTHER, WIDENED, Call, Evidence, Frame


def heads(evidence: Evidence, mark: str = "") -> list[Call]:
    """The calls whose results nothing else uses: what the answer states; of a growth in two units, the last."""
    own = [c for c in evidence.calls if (mark in c.id if mark else OTHER not in c.id and EARLIER not in c.id)]
    if own and own[-1].id[0] in WIDENED:  # a plan made wider takes the place of the one that failed
        own = [c for c in own if c.id[0] == own[-1].id[0]]
    used = {value["ref"] for c in own for value in c.args.values() if isinstance(value, dict) and "ref" in value}
    found = [c for c in own if c.id not in used and c.id in evidence.frames]
    last = {str(c.args["of"]): c.id for c in found if c.tool == "growth"}
    tested = {c.args["of"]["ref"] for c in own if c.tool == "where" and isinstance(c.args.get("of"), dict)}
    said = {str(c.args["of"]) for c in own if c.tool == "growth" and c.id in tested}  # with its test, in both units
    found = [
        c for c in found if c.tool != "growth" or last[str(c.args["of"])] == c.id and str(c.args["of"]) not in said
    ]
    empty = [c for c in found if c.tool in ("find", "crossing") and not evidence.frames[c.id].rows]
    kept = [c for c in found if c not in empty] or found  # a search by year may find what one by month does not
    return sorted(kept, key=lambda c: not c.id.startswith("e"))  # so may one in another table


def earlier_frames(evidence: Evidence) -> list[tuple[Frame, str]]:
    """The single figures of the earlier question on this table, with their calls."""
    kept = (call for call in heads(evidence, EARLIER) if BEFORE not in call.id)
    found = ((evidence.frames[call.id], call.id) for call in kept)
    return [(frame, name) for frame, name in found if not frame.by]
