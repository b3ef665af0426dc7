from pathlib import Path

from jornal.sheets import people
from made import reading, sheet_of


def instructions(folder: Path, header: str, cells: str):
    path = sheet_of(folder, f"code,contract,{header}\nQ01,h,{cells}\n")
    return people.read(path, reading(people=None)).rows[0].worker.instructions


def test_no_share_and_no_amount_is_no_instruction(tmp_path: Path):
    assert instructions(tmp_path, "family share,initials", ",AB") == ()


def test_without_consent_the_instruction_stands_and_says_so(tmp_path: Path):
    (family,) = instructions(tmp_path, "family amount,initials", "S/ 50,AB")
    assert (family.id, family.amount, family.consent_on) == ("Q01-family", 5000, None)


def test_a_family_share_may_name_no_one_where_the_site_has_one_payee(tmp_path: Path):
    (family,) = instructions(tmp_path, "family share,family consent", "50 %,1/9/2026")
    assert family.beneficiaries == ()


def test_weights_can_be_parts_or_percentages(tmp_path: Path):
    (family,) = instructions(
        tmp_path, "family share,initials 1,weight 1,initials 2,weight 2", "10 %,AB,60 %,CD,2/5"
    )
    assert [one.weight * 5 for one in family.beneficiaries] == [3, 2]


def test_initials_of_any_script_are_kept_short(tmp_path: Path):
    (family,) = instructions(tmp_path, "family share,initials 1,initials 3", "10 %,ส.ก.,m-r")
    assert [(one.id, one.initials) for one in family.beneficiaries] == [("Q01-1", "สก"), ("Q01-3", "MR")]
