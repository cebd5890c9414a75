"""Who did it to whom, states as buyers or sellers, claims with a time behind them, groups whose members are named."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Who sold more to whom in 2024, the US or Brazil, and by how much?", "exports is ahead by $7.351 billion"),
        ("México y Estados Unidos: ¿quién le compró más a quién en 2024?", "con una diferencia de US$171.809"),
        ("Is Illinois or Ohio the bigger customer for Mexican goods in 2024?", "Illinois is ahead by $7.821 billion"),
        ("Is Texas or Michigan the bigger seller to Mexico in 2024?", "US goods exports to Mexico in 2024: Texas"),
        ("Jalisco o Sonora: ¿a cuál le exporta más Estados Unidos? 2024", "Jalisco ocupó el primer lugar"),
        ("¿Cuál puerto de Texas exportó más a México en 2024 después de Laredo?", "Ysleta ocupó el primer lugar"),
        (
            "De los países asiáticos (Japón, Corea del Sur, Vietnam), ¿cuál le vendió más a EE.UU. en 2024?",
            "Japón ocup",
        ),
        ("¿Qué países exportaron más que Japón a EE.UU. en 2024?", "4 de 233 socios con el valor de las importaciones"),
        ("Percent change in exports to Korea, Q1 2024 to Q4 2024?", "fell by 6.05% in Q4 2024 against Q1 2024"),
        (
            "Difference between imports from Mexico and Canada, from January 2024 to June 2024",
            "ahead by $43.172 billion",
        ),
        ("¿Quién le vende más a EE.UU., Tailandia o India? Cifras de 2024 y la brecha.", "una diferencia de US$24.088"),
        ("Of the Andean countries (Colombia, Peru, Ecuador), which bought most from the US in 2024?", "Colombia came"),
    ],
)
def test_one_of_two(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A minister claims America sells more goods to Britain than it buys. True for 2024?", "Yes"),
        ("My boss claims we import more from Vietnam than from Japan. Right for 2024?", "No"),
        ("A journalist wrote that the US deficit with Vietnam grew in 2024. True?", "Yes"),
        ("Leí que México le vende a EE.UU. más que Canadá. ¿Verdad en 2024?", "Sí"),
        ("¿Es verdad que Texas exporta más a México que California? Año 2024.", "Sí"),
        ("¿Texas importa menos de México que de Canadá en 2024?", "No"),
        ("Were US imports from China in the second half of 2024 above those of the first half?", "Yes"),
        ("Was the fourth quarter of 2024 above the third for exports to Mexico?", "No"),
        ("Importaciones desde Japón: ¿fueron mayores en el cuarto trimestre de 2024 que en el tercero?", "Sí"),
        ("Did Korean purchases of American goods top Japanese purchases in 2024?", "No"),
        ("Did exports top imports with Brazil in 2024?", "Yes"),
        ("Did imports from Mexico exceed Chinese imports in 2024?", "Yes"),
        ('Fact check: "In 2024 Mexico was a bigger supplier to the US than China."', "Yes"),
        ("They keep saying exports to China collapsed in 2024. Did they?", "Yes"),
        ("My textbook states that the US imported less from China in 2023 than from Mexico. Right?", "Yes"),
        ("Andan diciendo que las exportaciones a China cayeron en 2024. ¿Es cierto?", "Sí"),
        ("We ship fruit. Was fruit (hs 08) from Mexico worth more than vegetables (hs 07) in 2024?", "Yes"),
    ],
)
def test_claims(assistant: Assistant, text: str, said: str) -> None:
    assert talk(assistant, text)["text"].startswith(f"{said}: ")
