from datetime import date
from pathlib import Path

import pytest

from jornal.sheets import adjustments, says
from made import reading, sheet_of

HEADER = "código;fecha;tipo;concepto;monto;motivo;quién paga;aprobado por;etapa;acordado el\n"


def read(folder: Path, row: str):
    return adjustments.read(sheet_of(folder, f"{HEADER}{row}\n", "adjustments.csv"), reading())


def test_a_sum_with_reason_payer_and_approver(tmp_path: Path):
    worker, found = read(
        tmp_path, "Q01;5/10/2026;bono;Muestra;20,00;modelo nuevo;taller;oficina central;;"
    ).rows[0]
    assert (worker, found.day, found.kind, found.amount) == ("Q01", date(2026, 10, 5), "bonus", 2000)
    assert (found.reason, found.payer, found.approver) == ("modelo nuevo", "taller", "oficina central")


def test_a_repayment_has_the_day_she_agreed(tmp_path: Path):
    found = read(tmp_path, "Q01;5/10/2026;reintegro;Adelanto;20;x;ella;oficina;;1/10/2026").rows[0].adjustment
    assert (found.kind, found.agreed_on) == ("repayment", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Q01;5/10/2026;bono;Muestra;20;;taller;oficina;;", says.MISSING),
        ("Q01;5/10/2026;bono;Muestra;20;x;;oficina;;", says.MISSING),
        ("Q01;5/10/2026;bono;Muestra;20;x;taller;;;", says.MISSING),
        ("Q01;5/10/2026;bono;Muestra;-20;x;taller;oficina;;", says.NEGATIVE_SUM),
        ("Q01;5/10/2026;bono;Muestra;0;x;taller;oficina;;", says.NO_AMOUNT),
        ("Q01;5/10/2026;bono;Muestra;20000000000;x;taller;oficina;;", says.TOO_MUCH),
        ("Q01;5/10/2026;reintegro;Adelanto;20;x;taller;oficina;;", says.NOT_AGREED),
        ("Q01;5/10/2026;monto dado;Impuesto;20;x;taller;oficina;;", says.STEP_MISSING),
        ("Q01;5/10/2026;bono;Muestra;20;x;taller;q-01;;", says.OWN_APPROVER),
        ("Q01;5/10/2026;multa;Tarde;20;x;taller;oficina;;", says.NOT_A_CHOICE),
    ],
)
def test_a_row_that_cannot_be_used_is_listed_with_why(tmp_path: Path, row: str, key: str):
    sheet = read(tmp_path, row)
    assert (sheet.rows, [(bad.worker, bad.key) for bad in sheet.listed]) == ((), [("Q01", key)])
