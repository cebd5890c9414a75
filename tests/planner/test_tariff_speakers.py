"""Who "we" are among those who face a tariff, and whose rate is the worse one."""

from __future__ import annotations

import pytest

from assistant.planner.tariff_speakers import judged, speaking
from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("¿Vietnam paga más arancel que nosotros?", ("VNM", "MEX")),
        ("¿a nosotros nos cobran más arancel que a Canadá?", ("CAN", "MEX")),
        ("¿pagamos más arancel que Vietnam?", ("VNM", "MEX")),
        ("arancel a Canadá", ("CAN",)),
    ],
)
def test_we_are_the_country_of_the_speakers(text: str, partner: tuple[str, ...]) -> None:
    slots = speaking(understood(text, "es"), "USA").slots
    assert (slots.reporter, slots.partner) == (("USA",), partner)


def test_what_we_charge_is_no_rate_that_we_face() -> None:
    assert speaking(understood("qué arancel le cobramos a Estados Unidos", "es"), "USA").slots.reporter == ("MEX",)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("which country is worst off in US tariffs", "top"),
        ("which country has the highest tariff", "top"),
        ("¿qué país está peor en aranceles?", "top"),
        ("¿a qué país le va mejor con los aranceles?", "bottom"),
    ],
)
def test_worse_is_to_face_more(text: str, end: str) -> None:
    asked = judged(understood(text, "en" if text.startswith("which") else "es"))
    assert asked.slots.operations & {"top", "bottom"} == {end}
