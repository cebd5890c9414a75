"""Trade agreements: counted from the list, never from a text, and declined where the list does not say."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from assistant.dialogue import Dialogue
from assistant.errors import BadArguments, NoData
from assistant.languages.language import load
from assistant.lexicon.words.shorthand import written_out
from assistant.store.agreements import Agreement, ends
from assistant.store.store import Store
from assistant.tools.agreements import agreements


def detail(store: Store, **args: Any) -> dict[str, Any]:
    listing = agreements(store, **args)
    return {**listing.detail, **listing.figures}


def test_agreements_in_force_are_counted_by_kind_and_their_countries_apart(world: Store) -> None:
    found = detail(world, ask="count", places=["MEX"])  # USMCA and PACT; with CAN, USA and KOR
    assert (found["agreements"], found["countries"], found["published"]) == (2, 3, True)
    partial = detail(world, ask="list", places=["MEX"], kind="partial")
    assert (partial["agreements"], partial["rest"]) == (1, [])


def test_what_ended_or_never_began_is_not_counted(world: Store) -> None:
    listed = agreements(world, ask="list", places=["MEX"])
    assert [row[0] for row in listed.rows] == ["USMCA", "PACT", "MEX-BRA"]


def test_a_country_that_the_list_lacks_is_declined_and_never_without_agreements(world: Store) -> None:
    with pytest.raises(NoData) as unknown:
        agreements(world, ask="list", places=["CHN"])
    assert unknown.value.cause == "agreements_unknown"
    with pytest.raises(NoData) as incomplete:
        agreements(world, ask="count", places=["CAN"])
    assert incomplete.value.cause == "agreements_incomplete"
    assert not detail(world, ask="list", places=["CAN"])["complete"]


def test_members_and_the_day_from_which_each_is_one(world: Store) -> None:
    assert detail(world, ask="members", agreement="PACT")["members"] == 3
    joined = detail(world, ask="joined", agreement="PACT", places=["KOR"])
    assert (joined["holds"], joined["since"]) == (True, "2021-03-15")
    assert not detail(world, ask="member", agreement="PACT", places=["USA"])["inside"]
    assert not detail(world, ask="member", agreement="NAFTA", places=["MEX"])["holds"]  # it ended
    assert detail(world, ask="member", agreement="NAFTA", places=["MEX"], period="ever")["holds"]  # it was one
    assert not detail(world, ask="member", agreement="EARLY", places=["MEX"], period="ever")["holds"]


@pytest.mark.parametrize(
    ("agreement", "place", "period", "holds"),
    [
        ("PACT", "KOR", "2020", False),
        ("PACT", "KOR", "2021", True),
        ("NAFTA", "MEX", "2020", True),  # until June
        ("NAFTA", "MEX", "2020-07", False),
        ("NAFTA", "MEX", "1993", False),
    ],
)
def test_membership_at_a_time(world: Store, agreement: str, place: str, period: str, holds: bool) -> None:
    assert detail(world, ask="member", agreement=agreement, places=[place], period=period)["holds"] is holds


def test_what_replaced_and_what_was_replaced(world: Store) -> None:
    assert detail(world, ask="successor", agreement="NAFTA")["after"] == ["USMCA"]
    assert detail(world, ask="successor", agreement="USMCA")["after"] == []
    assert detail(world, ask="predecessor", agreement="USMCA")["before"] == ["NAFTA"]


def test_two_places_now_and_then(world: Store) -> None:
    now = detail(world, ask="pair", places=["MEX", "KOR"])
    assert (now["agreements"], now["since"]) == (["PACT"], {"PACT": "2021-03-15"})
    assert detail(world, ask="pair", places=["USA", "MEX"], period="1996")["agreements"] == ["NAFTA"]
    none = detail(world, ask="pair", places=["MEX", "CHN"])
    assert (none["agreements"], none["holds"], none["holder"]) == ([], False, "MEX")  # Mexico's are all listed
    assert detail(world, ask="pair", places=["MEX", "BRA"])["holds"] is False  # a partial agreement only
    with pytest.raises(NoData):
        agreements(world, ask="pair", places=["CAN", "CHN"])
    with pytest.raises(NoData):
        agreements(world, ask="pair", places=["MEX", "CHN"], period="2005")  # before all of Mexico's are listed


@pytest.mark.parametrize(
    "args", [{"ask": "members", "agreement": "ALL"}, {"ask": "list"}, {"ask": "pair", "places": ["MEX"]}]
)
def test_bad_arguments_say_what_is_right(world: Store, args: dict[str, Any]) -> None:
    with pytest.raises(BadArguments):
        agreements(world, **args)


ASKED = {
    "which trade agreements does Mexico have": {"ask": "list", "places": ["MEX"]},
    "Mexico's trade agreements": {"ask": "list", "places": ["MEX"]},
    "how many free trade agreements does Mexico have": {"ask": "count", "places": ["MEX"], "kind": "fta"},
    "how many FTAs do we have": {"ask": "count", "places": ["USA"], "kind": "fta"},
    "with how many countries does Mexico have free trade agreements": {
        "ask": "partners",
        "places": ["MEX"],
        "kind": "fta",
    },
    "is Canada in the USMCA": {"ask": "member", "agreement": "USMCA", "places": ["CAN"]},
    "was Mexico part of NAFTA in 1996": {
        "ask": "member",
        "agreement": "NAFTA",
        "places": ["MEX"],
        "period": "1996",
    },
    "was Canada ever in the TPP?": {"ask": "member", "agreement": "TPP", "places": ["CAN"], "period": "ever"},
    "how many members does the CPTPP have": {"ask": "size", "agreement": "CPTPP"},
    "how many countries are covered by Mexico's free trade agreements": {
        "ask": "partners",
        "places": ["MEX"],
        "kind": "fta",
    },
    "until when was NAFTA in force": {"ask": "end", "agreement": "NAFTA"},
    "¿Con cuántos países tiene México tratados de libre comercio?": {
        "ask": "partners",
        "places": ["MEX"],
        "kind": "fta",
    },
    "Combien d'accords de libre-échange a le Mexique ?": {"ask": "count", "places": ["MEX"], "kind": "fta"},
    "who are the members of the USMCA": {"ask": "members", "agreement": "USMCA"},
    "which countries are in the USMCA?": {"ask": "members", "agreement": "USMCA"},
    "when did Canada join the USMCA": {"ask": "joined", "agreement": "USMCA", "places": ["CAN"]},
    "when did NAFTA enter into force": {"ask": "start", "agreement": "NAFTA"},
    "when did NAFTA end": {"ask": "end", "agreement": "NAFTA"},
    "is NAFTA still in force?": {"ask": "status", "agreement": "NAFTA"},
    "what replaced NAFTA": {"ask": "successor", "agreement": "NAFTA"},
    "what did the USMCA replace?": {"ask": "predecessor", "agreement": "USMCA"},
    "does Mexico have a trade agreement with Japan": {"ask": "pair", "places": ["MEX", "JPN"]},
    "which agreements do the US and Mexico share": {"ask": "pair", "places": ["USA", "MEX"]},
    "did the US and Israel have an agreement in 1996": {
        "ask": "pair",
        "places": ["USA", "ISR"],
        "period": "1996",
    },
    "¿Cuántos tratados de libre comercio tiene México?": {"ask": "count", "places": ["MEX"], "kind": "fta"},
    "miembros del T-MEC": {"ask": "members", "agreement": "USMCA"},
    "¿cuándo entró en vigor el TLCAN?": {"ask": "start", "agreement": "NAFTA"},
    "¿Tiene México un tratado con Japón?": {"ask": "pair", "places": ["MEX", "JPN"]},
    "¿Qué reemplazó al TLCAN?": {"ask": "successor", "agreement": "NAFTA"},
    "Quels sont les membres de l'ALENA ?": {"ask": "members", "agreement": "NAFTA"},
}


@pytest.mark.parametrize(("text", "args"), ASKED.items())
def test_what_is_asked_of_agreements(assistant: Assistant, text: str, args: dict[str, Any]) -> None:
    assert assistant.understand(text, Dialogue()).agreements == args


@pytest.mark.parametrize(
    "text",
    [
        "what is the USMCA",
        "how did the USMCA change rules of origin",
        "US exports to USMCA partners in 2024",
        "trade with NAFTA countries in 2019",
        "US trade with CPTPP members in 2024",
        "what share of exports to Mexico claims the USMCA preference",
        "why was NAFTA replaced",
        "when was the USMCA signed",
        "is Canada not in the CPTPP",
        "how did trade with Mexico grow after NAFTA entered into force",
        "which countries export more to Mexico than to the US",
        "difference between NAFTA and the USMCA",
    ],
)
def test_other_questions_that_name_agreements_stay_what_they_are(assistant: Assistant, text: str) -> None:
    assert assistant.understand(text, Dialogue()).agreements is None


def test_mexico_has_14_with_52_countries_beside_the_claim_of_over_50(assistant: Assistant) -> None:
    reply = assistant.ask("how many free trade agreements does Mexico have")[0].to_dict()
    assert [(item["value"], item["unit"]) for item in reply["answer"][:2]] == [("14", "count"), ("52", "count")]
    assert '"over 50"' in reply["text"]
    table, note = reply["citations"]
    assert table["source"] == "agreements" and "Secretaría de Economía" in table["title"]
    assert note["source"] == "mexico-trade-agreements" and '"over 50"' in note["quote"]
    assert all(assistant.verify(figure["receipt"]).holds for figure in reply["figures"])
    assert all(assistant.verify(figure["receipt"]).same_tables for figure in reply["figures"])


def test_the_panel_speaks_of_a_past_that_the_list_lacks(assistant: Assistant) -> None:
    reply = assistant.ask("did India and Brazil have an agreement in 2000")[0].to_dict()
    assert reply["answer"][0]["value"] == "false" and "GSTP" in reply["text"] and "preferences" in reply["text"]
    assert reply["citations"][0]["source"] == "panel_bilateral_1964_2016"
    assert assistant.ask("did India and Brazil have an agreement in 2001")[0].status == "declined"


def test_follow_ups_put_another_place_or_ask_for_the_date(assistant: Assistant) -> None:
    dialogue, said = Dialogue(), []
    for text in ("is Japan in the CPTPP", "and Vietnam?", "since when?", "and the US?", "and NAFTA?"):
        reply, dialogue = assistant.ask(text, dialogue)
        said.append(reply.answer[0]["value"] if reply.answer else None)
    assert said[:4] == ["true", "true", "2019-01-14", "false"]
    assert assistant.ask("exports to Mexico in 2024", dialogue)[0].answer[0]["unit"] == "USD"


@pytest.mark.parametrize(
    ("group", "meant"),
    [
        (("CRI", "GTM", "PAN"), ["MEX", "CRI", "GTM"]),  # one of them has no part in it
        (("CRI", "PAN", "BLZ"), ["MEX", "CRI", "PAN", "BLZ"]),  # most have none: not with the group
        (("CRI", "GTM"), ["MEX", "CRI", "GTM"]),
        (("JPN",), ["MEX", "JPN"]),
    ],
)
def test_an_agreement_with_most_of_a_group_is_with_the_group(group: tuple[str, ...], meant: list[str]) -> None:
    pact = Agreement("MEX-CAM", "", "", "fta", "in force", "", "", "", ("MEX", "CRI", "GTM", "HND"), {})
    assert ends([pact], [("MEX",), group]) == meant


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "en",
            "Mexico's single FTA with Central America: name the five countries on the other side",
            "Mexico-Central America FTA",
        ),
        ("en", "which countries are in Mexico's trade deal with Central America", "Mexico-Central America FTA"),
        ("es", "qué países forman el tratado de México con Centroamérica", "TLC México-Centroamérica"),
    ],
)
def test_whose_agreement_with_whom_is_its_name(code: str, text: str, name: str) -> None:
    assert name in written_out(text, load(code))
