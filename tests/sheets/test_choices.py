import pytest

from jornal.sheets.choices import choices, listed
from jornal.terms.kinds import LANGUAGES
from jornal.units.letters import fold


@pytest.mark.parametrize("name", list(listed()))
def test_every_choice_has_words_in_four_languages_and_no_word_means_two(name: str):
    meant: dict[str, str] = {}
    for kept, words in listed()[name].items():
        assert set(words) == set(LANGUAGES)
        for said in words.values():
            assert said
            assert all(meant.setdefault(fold(word), kept) == kept for word in said if fold(word))


def test_a_question_mark_is_a_choice_where_a_cause_may_be_unknown():
    assert choices("cause")["?"] == "unknown"
    assert choices("per")[fold("måned")] == "month"
