"""What the beginning was told."""

import os
import stat

import pytest

from jornal.actions import intake
from jornal.actions.intake import BadAnswers, keep, kept, read_whole
from jornal.actions.questions import QUESTIONS

NEW = """
enterprise = "hilo"
enterprise_label = "Hilo Abierto"
site = "lima"
site_label = "Workshop in Lima"
country = "pe"
employer = "Asociación Hilo Abierto"
authority = "Prison authority of Lima"
manager_name = "Ana Quispe"
second_name = "Bea Flores"
"""


def whole(tmp_path, text):
    path = tmp_path / "answers.toml"
    path.write_text(text, encoding="utf-8")
    return read_whole(path)


def test_what_is_not_said_has_its_usual_answer_from_the_pack_of_law(tmp_path):
    answers, names = whole(tmp_path, NEW)
    usual = (
        "terms",
        "model",
        "currency",
        "zone",
        "letters",
        "languages",
        "timetable",
        "manager_roles",
        "second_roles",
    )
    assert [answers[key] for key in usual] == [
        "new", "employment", "PEN", "America/Lima", "LM", "en", "5h x5", "site_manager, trainer, quality",
        "hq_operations, hq_finance",
    ]  # fmt: skip
    assert names == {"manager_name": "Ana Quispe", "second_name": "Bea Flores"}
    assert set(answers) == {one.key for one in QUESTIONS}


def test_an_enterprise_with_terms_answers_for_itself(tmp_path):
    answers, _ = whole(tmp_path, 'terms = "qori"\nsite = "cusco"\nmanager_name = "A"\nsecond_name = "B"\n')
    told = (
        "enterprise",
        "site_label",
        "country",
        "currency",
        "employer",
        "languages",
        "timetable",
        "letters",
    )
    assert [answers[key] for key in told] == [
        "qori", "Workshop in Cusco", "pe", "PEN", "Asociación Hilo Abierto (invented)", "es, en",
        "5h x5", "CS",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('model = "gift"', "model: write one of employment, craft, training."),
        ('currency = "XXX"', "currency: "),
        ('zone = "Lima"', "zone: write continent and city"),
        ('letters = "OI"', "letters: write two to four letters"),
        ('languages = "Spanish"', "languages: write codes"),
        ('timetable = "often"', "timetable: write hours and days"),
        ('timetable = "25h x5"', "timetable: a day has 24 hours."),
        ('second = "S1"\nmanager = "S1"', "second: that is the site manager."),
        ('manager_roles = "hq_finance"', "manager_roles: the first person is the site manager"),
        ('second_roles = "hq_finance"', "second_roles: somebody has to be hq_operations"),
        ('second_roles = "king"', "second_roles: write some of"),
        ('shoe = "1"', '"shoe" is no question.'),
        ("[", "it cannot be read"),
    ],
)
def test_answers_that_cannot_be_are_refused_by_name(tmp_path, line, says):
    with pytest.raises(BadAnswers) as told:
        whole(tmp_path, NEW + line)
    assert says in str(told.value)


def test_everything_that_is_missing_is_said_at_once(tmp_path):
    with pytest.raises(BadAnswers) as told:
        whole(tmp_path, "")
    missing = ("enterprise:", "enterprise_label:", "site:", "employer:", "manager_name:", "second_name:")
    assert [key for key in missing if key not in str(told.value)] == []


def test_a_country_has_a_pack_of_law(tmp_path):
    with pytest.raises(BadAnswers, match="country: write one of mx, pe, th, uk"):
        whole(tmp_path, NEW.replace('"pe"', '"xx"'))


@pytest.mark.parametrize(
    ("key", "other"), [("enterprise", "hilo"), ("model", "craft"), ("country", "mx"), ("currency", "MXN")]
)
def test_nothing_is_answered_otherwise_than_the_terms_say(tmp_path, key, other):
    with pytest.raises(BadAnswers, match=f"{key}: the terms say "):
        whole(tmp_path, f'terms = "qori"\n{key} = "{other}"\nmanager_name = "A"\nsecond_name = "B"\n')


@pytest.mark.parametrize("site", ["hq", "Lima", "../x", ""])
def test_a_site_has_a_short_name_of_its_own(tmp_path, site):
    with pytest.raises(BadAnswers, match="site: write small letters"):
        whole(tmp_path, NEW.replace('"lima"', f'"{site}"'))


def test_answers_are_kept_for_their_owner_alone_and_read_again(tmp_path):
    keep(tmp_path, {"site_label": 'Taller "uno" – ñ', "site": "lima"})
    assert kept(tmp_path) == {"site_label": 'Taller "uno" – ñ', "site": "lima"}
    mode = stat.S_IMODE((tmp_path / intake.NAME).stat().st_mode)
    assert mode == 0o600 or os.name != "posix"
    assert [path.name for path in tmp_path.iterdir()] == [intake.NAME]


def test_a_file_that_was_spoilt_is_told(tmp_path):
    (tmp_path / intake.NAME).write_text("= 1", encoding="utf-8")
    with pytest.raises(BadAnswers, match="Mend it, or remove it"):
        kept(tmp_path)
