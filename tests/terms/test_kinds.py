import pytest

from jornal.terms import kinds

ISSUE = """
    work training induction waiting rework sample cleaning meeting rep_duty
    sick injury court visit class worship lockdown no_material order_gap block holiday leave discipline absent
    rest
""".split()


def test_every_kind_of_the_standard_is_there_in_order():
    assert [kind.id for kind in kinds.load().all] == ISSUE


def test_every_kind_has_a_code_and_a_word_in_four_languages():
    for kind in kinds.load().all:
        assert set(kind.codes) == set(kind.words) == set(kinds.LANGUAGES)
        assert all(kind.codes.values())
        assert all(kind.words.values())


def test_worked_kinds_are_hours_and_absent_ones_are_not():
    worked = [kind.id for kind in kinds.load().all if kinds.load().is_worked(kind.id)]
    assert worked == ISSUE[:9]
    assert not kinds.load().is_worked("holiday at sea")


def test_a_code_means_what_the_first_language_that_knows_it_says():
    assert kinds.load().meaning("F", ("es", "da")) == "holiday"
    assert kinds.load().meaning("F", ("da", "es")) == "absent"


def test_words_are_known_without_accents_and_ids_in_any_language():
    assert kinds.load().meaning("capacitacion", ("es",)) == "training"
    assert kinds.load().meaning("no_material", ("th",)) == "no_material"


@pytest.mark.parametrize("language", kinds.LANGUAGES)
def test_every_absence_has_a_letter_of_its_own_that_the_sheets_read_back(language: str):
    letters = [kind.code(language) for kind in kinds.load().absences]
    every = [code for kind in kinds.load().all for code in kind.codes[language]]
    assert [letter for letter in letters if len(letter) != 1 or every.count(letter) > 1] == []
    assert [kinds.load().meaning(letter, (language,)) for letter in letters] == ISSUE[9:]


@pytest.mark.parametrize("language", kinds.LANGUAGES)
def test_a_code_that_a_sheet_was_filled_with_before_there_were_letters_still_means_the_same(language: str):
    before = {
        "en": "CT CS WS NM OG LV",
        "es": "ED CU EN SM SP BL FA DE",
        "th": "ศน ปด ขว ไม ระ",
        "da": "RT UN GU MM MO SP FE FR",
    }
    meant = {
        "en": "court class worship no_material order_gap leave",
        "es": "class worship lockdown no_material order_gap block absent rest",
        "th": "worship lockdown no_material order_gap block",
        "da": "court class worship no_material order_gap block leave rest",
    }
    assert [kinds.load().meaning(code, (language,)) for code in before[language].split()] == meant[
        language
    ].split()


def test_a_language_without_letters_has_the_english_ones():
    court = kinds.load().of("court")
    assert (court.code("qu"), court.word("qu")) == ("C", "court")


def test_a_code_of_another_language_is_not_known():
    assert kinds.load().meaning("CAP", ("th",)) is None


def test_the_known_codes_are_said_with_their_words():
    assert kinds.load().known("es").startswith("TR trabajo, C capacitación")


ROW = (
    '{id} = {{ group = "{group}", label = "x", '
    'codes = {{ en = ["{code}"] }}, words = {{ en = ["{id}"] }} }}\n'
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ROW.format(id="a", group="worked", code="X") + ROW.format(id="b", group="worked", code="x"),
            "both a and b",
        ),
        (ROW.format(id="a", group="paid", code="X"), "worked or absent"),
        ("a = 1", "needs group"),
        (
            ROW.format(id="a", group="absent", code="X").replace("label", 'asks = "why", label'),
            "What the kind a asks",
        ),
        (
            '[a]\ngroup = "worked"\nlabel = "x"\ncodes = { en = ["A"] }\nwords = { es = ["a"] }',
            "same languages",
        ),
        ("a = ", "cannot be read"),
    ],
)
def test_a_list_of_kinds_that_cannot_be_right_is_refused(text: str, said: str):
    with pytest.raises(kinds.KindsFault, match=said):
        kinds.parsed(text)


def test_what_a_kind_leaves_to_be_followed_up_is_data():
    asks = {kind.id: kind.asks for kind in kinds.load().all if kind.asks}
    assert asks == {"injury": "first_aid", "lockdown": "ordered_by", "discipline": "hearing"}


def test_a_kind_is_found_by_its_id():
    assert [kinds.load().of(name) and kinds.load().of(name).group for name in ("sick", "work", "siesta")] == [
        "absent",
        "worked",
        None,
    ]


def test_the_usual_reasons_stand_first_on_the_screen_each_with_a_short_word():
    usual = [kind for kind in kinds.load().all if kind.usual]
    assert [
        (kind.id, kind.short("en"), kind.short("es"), kind.short("th"), kind.short("da")) for kind in usual
    ] == [
        ("sick", "sick", "enferma", "ป่วย", "syg"),
        ("court", "court", "juzgado", "ศาล", "ret"),
        ("visit", "visit", "visita", "เยี่ยม", "besøg"),
    ]


@pytest.mark.parametrize("language", kinds.LANGUAGES)
def test_the_letter_for_somebody_who_is_there_is_no_kinds(language: str):
    assert kinds.load().meaning(kinds.PRESENT[language], kinds.LANGUAGES) is None
