"""A group keyed by partner is told apart by its members; hand-worked on the little world."""

from __future__ import annotations

from assistant.settings import CORPUS
from assistant.store.members import countries_of, gone_from, is_country, is_group, moves_of
from assistant.store.nomenclature import Nomenclature
from assistant.store.store import Store
from tests.world.asking import millions, picked


def test_a_group_keyed_by_partner_has_a_row_for_each_member(world: Store) -> None:
    frame = picked(world, "imports", "USMCA", by=["partner"])
    assert millions(frame) == {"CAN": 330, "MEX": 600}
    assert frame.about.partner == "USMCA"
    assert [note.text for note in frame.notes if note.kind == "members"] == [f"USMCA {2023 * 12 + 11}"]


def test_a_group_alone_is_their_sum(world: Store) -> None:
    assert millions(picked(world, "imports", "USMCA")) == 930


def test_groups_within_groups() -> None:
    groups = {"LATAM": ("MEX", "SOUTH"), "SOUTH": ("BRA", "PER")}
    assert countries_of("LATAM", groups) == ("MEX", "BRA", "PER")
    assert countries_of("PER", groups) == ("PER",)


def test_who_has_left_is_a_member_until_then() -> None:
    moves = {"EU": moves_of({"joined": "DEU 1958;GBR 1973", "left": "GBR 2020-01"})}
    assert gone_from("EU", moves, 2020 * 12) == ("GBR",)
    assert gone_from("EU", moves, 2020 * 12 + 1) == ()
    assert gone_from("EU", moves, 1972 * 12 + 11) == ()
    assert gone_from("OTHER", moves, 2019 * 12) == ()


def test_a_code_says_whether_it_is_of_a_country_or_of_several() -> None:
    names = Nomenclature(CORPUS / "nomenclature")
    assert [row["id"] for row in names.listed("groups") if not is_group(row["id"])] == ["WLD"]
    assert not [code for code in names.places if not is_country(code)]
