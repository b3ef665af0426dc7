"""What was sent to families."""

import uuid

import families
from jornal.actions import payfiles, paying
from jornal.actions.verb import done
from jornal.facts.pay import Run
from jornal.reads.sent import arrival_code, sent, shown


def test_only_what_left_for_somebody_she_named_is_there_with_its_end(database, tmp_path):
    here = families.issued(tmp_path)
    message = payfiles.made(here, families.OCTOBER).batch.message
    day = {"month": families.OCTOBER, "day": "2026-11-03"}
    done("file-left", payfiles.VERBS["file-left"], here, [{**day, "message": message}])
    done(
        "pay",
        paying.VERBS["pay"],
        here,
        [{**day, "part": "instruction", "payee": "savings", "way": "savings"}],
    )
    row = {**day, "part": "instruction", "worker": "Q01", "payee": "Q01-1"}
    done("arrived", paying.VERBS["arrived"], here, [{**row, "proof": "receipt"}])
    done("came-back", paying.VERBS["came-back"], here, [{**row, "worker": "Q02", "payee": "Q02-1"}])
    found = [(one.worker, one.arrived is None, one.returned is None) for one in sent(Run.objects.get())]
    assert found == [("Q01", False, True), ("Q02", True, False)]


def test_a_code_is_the_payments_own_and_has_no_letter_that_is_misread():
    codes = [arrival_code(uuid.UUID(int=number)) for number in range(2000)]
    assert len(set(codes)) == 2000
    assert not set("".join(codes)) & set("ILOU")
    assert shown("7K2Q9XM4") == "7K2Q 9XM4"
