from jornal.units.letters import fold, sought, stripped, unseen


def test_case_accents_and_punctuation_do_not_tell_words_apart():
    assert fold("N.  de OPERACIÓN:") == fold("n de operacion")


def test_letters_of_danish_fold_as_they_are_typed_without_them():
    assert [fold(word) for word in ("Årsag", "Løn", "Fængsel")] == ["arsag", "lon", "faengsel"]


def test_thai_keeps_its_vowels_and_tones():
    assert fold("แก้") != fold("แก")
    assert fold("วันที่ (๕)") == "วันที่ 5"


def test_signs_nobody_sees_are_gone():
    assert fold("co\u200bde\u200e") == "code"


def test_a_name_is_sought_without_its_case_and_accents():
    assert [sought(name) for name in ("Béatriz ÑAHUI", "Søren Ægir", "กัญญา ๗")] == [
        "beatriz nahui", "soren aegir", "กัญญา 7",
    ]  # fmt: skip


def test_what_commands_a_screen_or_turns_letters_round_is_found_and_what_joins_them_is_not():
    assert all(map(unseen, ["a\0", "\x1b[2J", "\u202egnp", "\u2066a"]))
    assert not any(map(unseen, ["a\nb\tc", "ผ้า\u200dไหม", "ﷺ"]))


def test_space_around_a_text_goes_seen_or_not():
    assert (stripped("\ufeff\u200b a b\u00a0"), stripped("\u200b\u2060")) == ("a b", "")
