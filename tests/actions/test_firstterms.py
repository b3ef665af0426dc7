"""A first file of terms."""

import tomllib

from jornal.actions.firstterms import first_terms

SAID = {
    "enterprise": "hilo", "enterprise_label": 'Hilo "Abierto" \\ ñ', "model": "craft", "site": "lima",
    "site_label": "Taller", "country": "pe", "currency": "PEN", "zone": "America/Lima", "employer": "Hilo",
    "authority": "INPE", "languages": "es, en",
}  # fmt: skip


def test_it_says_what_was_answered_and_nothing_more():
    found = tomllib.loads(first_terms(SAID))
    assert (found["label"], found["model"], found["contract"]) == ('Hilo "Abierto" \\ ñ', "craft", [])
    assert found["site"] == [
        {
            "id": "lima", "label": "Taller", "jurisdiction": "pe", "currency": "PEN", "zone": "America/Lima",
            "legal_employer": "Hilo", "authority": "INPE", "languages": ["es", "en"], "contracts": [],
        }
    ]  # fmt: skip
