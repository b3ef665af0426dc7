from jornal.words.drawn import letter_name, undrawable


def test_the_letters_of_the_four_languages_can_be_drawn():
    assert undrawable(["Ñahui áéíóú ¿¡ «»", "ผู้ น้ำ ปู่ ที่ ญู ฐู ฿", "æøå ÆØÅ", "−–…“”’·×÷ S/ £ €"]) == ""


def test_the_first_letter_that_cannot_be_drawn_is_found():
    assert undrawable(["Rosa", "Li 李明"]) == "李"


def test_a_control_character_cannot_be_drawn_and_is_named_by_its_number():
    assert undrawable(["Rosa\x00"]) == "\x00"
    assert letter_name("\x00") == "U+0000"
    assert letter_name("李") == '"李" U+674E CJK UNIFIED IDEOGRAPH-674E'
