import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from jornal.terms.dated import in_force
from jornal.terms.faults import NoSuchTerms, TermsFault, TermsFaults
from jornal.terms.load import (
    checked,
    contract,
    currency_scale,
    enterprise,
    enterprises,
    holiday_rows,
    pack,
    packs,
    site,
)
from terms.text import FLOOR, HEAD, SHAPE_CASES, pack_faults, written

NESTED = "x = " + "[" * 5000 + "]" * 5000


def test_everything_that_ships_is_without_a_fault():
    assert checked() == []
    assert {"pe", "th", "mx", "uk"} <= set(packs())
    assert {"qori", "trazo", "paso", "thimble"} <= set(enterprises())


def test_the_shapes_can_say_eight_more_countries():
    assert checked(SHAPE_CASES) == []
    assert {"br", "es", "it", "us", "in", "ph", "co", "uy"} <= set(packs(SHAPE_CASES))


def test_the_monthly_minimum_is_the_one_of_its_day():
    floor = next(row for row in pack("pe").rules.floor if row.id == "pe-rmv")
    days = [date(2022, 4, 30), date(2022, 5, 1), date(2024, 12, 31), date(2025, 1, 1)]
    found = [in_force(floor.value, day) for day in days]
    assert [value and value.amount for value in found] == [Fraction(a) for a in (930, 1025, 1025, 1130)]


def test_one_decree_reaches_two_classes_of_employer_on_two_days():
    first = {row.id: {v.amount: v.since for v in row.value} for row in pack("pe").rules.floor}
    assert first["pe-rmv"][Fraction(930)] == date(2018, 4, 1)
    assert first["pe-rmv-micro"][Fraction(930)] == date(2018, 5, 1)


def test_what_is_known_weakly_loads_as_unknown_and_stays_in_the_table():
    share = next(row for row in pack("th").rules.step if row.id == "th-reward-share")
    assert [value.share for value in share.value] == [Fraction(1, 2), None]


def test_the_files_of_a_folder_are_one_pack(tmp_path: Path):
    written(tmp_path, pack=HEAD, pay=FLOOR, more=FLOOR.replace('"least"', '"other"'))
    assert [row.id for row in pack("xx", tmp_path).rules.floor] == ["other", "least"]


def test_a_fault_names_the_file_and_row_it_stands_in(tmp_path: Path):
    written(tmp_path, pack=HEAD, pay=FLOOR, zz=FLOOR.replace('"least"', '"bad"').replace('"law"', '"lwa"'))
    (fault,) = pack_faults(tmp_path)
    assert fault.startswith(f'{tmp_path.as_posix()}/jurisdictions/xx/zz.toml, floor "bad", layer: ')


def test_all_faults_of_all_files_come_at_once(tmp_path: Path):
    written(tmp_path, pack="a = [\n", pay="b = \n")
    assert len(pack_faults(tmp_path)) == 2


def test_a_head_that_stands_in_two_files_is_refused(tmp_path: Path):
    written(tmp_path, pack=HEAD, pay='id = "xx"\n')
    (fault,) = pack_faults(tmp_path)
    assert "it stands in" in fault


def test_a_pack_is_named_like_its_folder(tmp_path: Path):
    written(tmp_path, pack=HEAD.replace('"xx"', '"yy"'))
    (fault,) = pack_faults(tmp_path)
    assert "Make them the same" in fault


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00a", "is not UTF-8"),
        (b'id = "x', "is not valid TOML"),
        (b"a = 1\nbad\nc = 2\n", "line 2"),
        (b'id = "a\x00b"', "is not valid TOML"),
        (b'id = "a\\u0000b"', "cannot be printed"),
        (b'id = "a\\u202Eb"', "cannot be printed"),
        (f'id = "{"x" * 3000}"'.encode(), "too long"),
        (f'"{"k" * 200}" = 1'.encode(), "the key holds signs"),
        (b"id = 9" + b"9" * 5000, "cannot be read"),
        (b"id = 2025-13-45", "is not valid TOML"),
        (b"id = inf", "is not text"),
        (b"id = nan", "is not text"),
        (b"id = 12:00:00", "it is missing"),
        (NESTED.encode(), "nests"),
        (b"floor = 3", "is not a list"),
        (b"floor = [3]", "is not a table"),
        (b"[floor]\nid = 3", "is not a list"),
        (b'currncy = "PEN"', "Near: currency"),
        (HEAD.replace("PEN", "PNE").encode(), "'PNE' is not a currency"),
        (HEAD.replace("America/Lima", "Lima").encode(), "is not a time zone"),
        (HEAD.replace("America/Lima", "../../etc/passwd").encode(), "is not a time zone"),
        ((HEAD + FLOOR.replace('"1130.00"', "1130.0")).encode(), "write it in quotation marks"),
        ((HEAD + FLOOR.replace("240\nplain", "240.5\nplain")).encode(), "is not a whole number"),
        ((HEAD + FLOOR.replace("240\nplain", "-1\nplain")).encode(), "is not between 0 and"),
        ((HEAD + FLOOR.replace("240\nplain", "true\nplain")).encode(), "is not a whole number"),
        ((HEAD + FLOOR.replace('"1130.00"', '"' + "9" * 40 + '"')).encode(), "at most 12 digits"),
        ((HEAD + FLOOR.replace('"1130.00"', '"-5"')).encode(), "below zero"),
        ((HEAD + FLOOR.replace('"1130.00"', '"1e9"')).encode(), "is not an amount"),
        ((HEAD + FLOOR.replace('"1130.00"', '"1,130.00"')).encode(), "is not an amount"),
        ((HEAD + FLOOR.replace("since = 2025", "since = 2568")).encode(), "the year 2568"),
        ((HEAD + FLOOR.replace("2025-01-01,", "2025-01-01T00:00:00,")).encode(), "is not a day"),
        ((HEAD + FLOOR.replace("amount", "amuont")).encode(), "Near: amount"),
        ((HEAD + FLOOR + FLOOR).encode(), "the same id stands here twice"),
    ],
)
def test_no_file_is_so_bad_that_it_gives_more_than_sentences(tmp_path: Path, content: bytes, says: str):
    faults = pack_faults(written(tmp_path, pack=content))
    assert any(says in fault for fault in faults), faults
    assert not [fault for fault in faults if "\n" in fault or not fault.endswith((".", "…"))]


def test_a_folder_that_holds_no_terms_is_said():
    assert "holds neither" in checked(Path("no-such-folder"))[0]


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(NoSuchTerms, match="Near: pe"):
        pack("pee")
    with pytest.raises(NoSuchTerms, match=r"Known: .*qori"):
        enterprise("nobody")


@pytest.mark.parametrize("path", ["missing.toml", ".", "a/\0b.toml", "x" * 400 + ".toml"])
def test_a_path_that_leads_nowhere_is_a_sentence(path: str):
    with pytest.raises(TermsFault):
        enterprise(path if path != "." else Path())


ENTERPRISE = """
id = "e"
label = "E"
model = "employment"
[[site]]
id = "s"
label = "S"
jurisdiction = "pe"
currency = "PEN"
zone = "America/Lima"
contracts = ["c"]
[[contract]]
id = "c"
label = "C"
since = 2025-01-01
pays = "hourly"
floor = [{ floor = "pe-rmv", layer = "contract" }]
waterfall = "pe-operator-split"
source = "agreement"
[[contract.rate]]
per = "hour"
value = [{ since = 2025-01-01, amount = "11.00", source = "card", confidence = "V" }]
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("", ""), None),
        (('"pe-rmv"', '"pe-rvm"'), 'there is no floor "pe-rvm". Near: pe-rmv'),
        (('"pe-operator-split"', '"pe-operator"'), "Near: pe-operator-split"),
        (('jurisdiction = "pe"', 'jurisdiction = "pp"'), 'There is no jurisdiction "pp"'),
        (('contracts = ["c"]', 'contracts = ["d"]'), 'there is no contract "d"'),
        (('contracts = ["c"]', ""), "no site uses it"),
        (('layer = "contract"', 'measure = "plain_hour", layer = "contract"'), "declared_gap"),
        (('per = "hour"', 'per = "piece"'), "needs its `operation`"),
        (('amount = "11.00"', "amount = 11.0"), "write it in quotation marks"),
        (('amount = "11.00", ', ""), "amount"),
        (('model = "employment"', 'model = "slavery"'), "Write employment, craft or training"),
        (('"PEN"', '"XAU"'), "XAU has no minor unit"),
    ],
)
def test_an_enterprise_is_checked_against_its_law(tmp_path: Path, change: tuple[str, str], says: str | None):
    path = tmp_path / "e.toml"
    path.write_text(ENTERPRISE.replace(*change) if change[0] else ENTERPRISE, encoding="utf-8")
    if says is None:
        assert enterprise(path).contract[0].rate[0].value[0].amount == 11
        return
    with pytest.raises(TermsFaults) as wrong:
        enterprise(path)
    assert says in str(wrong.value)
    assert "e.toml, " in str(wrong.value)


def test_a_fault_of_the_law_is_said_once_and_where_it_stands(tmp_path: Path):
    written(tmp_path, pack=HEAD, pay=FLOOR.replace("amount", "amuont"))
    (tmp_path / "enterprises").mkdir()
    own = ENTERPRISE.replace('jurisdiction = "pe"', 'jurisdiction = "xx"')
    (tmp_path / "enterprises" / "e.toml").write_text(own, encoding="utf-8")
    faults = checked(tmp_path)
    assert len(faults) == 1
    assert "pay.toml, floor" in faults[0]


def test_a_nearer_folder_hides_the_packaged_one(tmp_path: Path):
    (tmp_path / "jurisdictions" / "pe").mkdir(parents=True)
    own = HEAD.replace('"xx"', '"pe"').replace("Nowhere", "Mine")
    (tmp_path / "jurisdictions" / "pe" / "pack.toml").write_text(own, encoding="utf-8")
    assert pack("pe", tmp_path).label == "Mine"
    assert pack("th", tmp_path).label == "Thailand"


def test_rows_inside_a_case_may_leave_out_what_the_case_says():
    assert contract({"pays": "training"}, "case.toml").id == "case"
    assert site({"currency": "PEN", "zone": "America/Lima"}, "case.toml").jurisdiction == ""
    (row,) = holiday_rows(
        tomllib.loads(
            'h = [{ id = "a", label = "A", since = 2026-01-01, dates = [2026-06-07], source = "s" }]'
        )["h"],
        "c",
    )
    assert row.dates == (date(2026, 6, 7),)


@pytest.mark.parametrize(("currency", "scale"), [("PEN", 100), ("JPY", 1), ("KWD", 1000)])
def test_the_scale_of_a_currency_is_what_one_unit_holds(currency: str, scale: int):
    assert currency_scale(currency) == scale


def test_reading_the_same_pack_twice_gives_equal_shapes():
    assert pack("pe") == pack("pe")
