"""Texts that were put away: each is proved by its row, and nothing else may be missing."""

import shutil
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

import databases
from hands import HEADQUARTERS, LAPTOP
from jornal.facts.attendance import Shift
from jornal.journal import books, chain, guard, insert
from jornal.journal.canon import body_of, canonical
from jornal.journal.entry import Entry, Head
from jornal.journal.fact import kinds
from jornal.journal.faults import (
    COUNT,
    NOT_AS_PRINTED,
    NOT_MADE_AGAIN,
    OTHER_VALUE,
    PUT_AWAY_WRONGLY,
    TEXT_GONE,
)
from jornal.journal.opening import TextsPutAway
from jornal.journal.place import signed_text
from jornal.journal.putaway import STAY, Away, before_months, digest_before, forms_of
from jornal.journal.receive import receive
from jornal.journal.record import corrected, record
from jornal.journal.refused import Forked
from jornal.journal.replay import counts_faults, replayed_faults
from jornal.journal.verify import chain_faults, checkpoint, entries
from jornal.journal.witness import witnessed
from journal import aged
from journal.aged import NOW, at, missing, put_away
from journal.goldens import sample
from journal.registers import shift
from journal.tampering import refused, unguarded


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("aged") / "home"
    with databases.fresh("sqlite", folder):
        aged.book()
        texts = list(entries("cusco"))
    return folder, texts


@pytest.fixture
def whole(template, tmp_path):
    """A register of thirty months, of which every text is there."""
    folder, _ = template
    shutil.copytree(folder, tmp_path / "home")
    with databases.used(databases.Database("sqlite", tmp_path / "home")) as found:
        yield found


@pytest.fixture
def lighter(whole):
    """The same, the texts of its first months put away."""
    put_away(months()[aged.CUT - 1])
    return whole


def months() -> list[Head]:
    return list(Head.objects.filter(book="cusco", why="month").order_by("seq"))


def faults() -> list[tuple[str, int | None]]:
    """Everything that the full audit finds without paper, with its place."""
    found = [*chain_faults("cusco").faults, *replayed_faults(), *counts_faults(each=True)]
    return [(fault.key, fault.seq) for fault in found]


def keys() -> list[str]:
    return [key for key, _ in faults()]


def test_what_was_put_away_is_proved_by_its_rows_from_the_first_entry_on(lighter, template):
    *_, texts = template
    assert missing() == list(range(2, 15))  # all but the opening and the entry whose head closed the month
    assert faults() == []
    assert list(entries("cusco"))[: len(texts)] == texts
    verified = chain_faults("cusco")
    assert (verified.since, verified.rows, verified.heads) == (0, 13, aged.MONTHS)


@pytest.mark.usefixtures("lighter")
def test_a_daily_audit_begins_at_the_newest_month_and_meets_none_of_it():
    verified = chain_faults("cusco", checkpoint("cusco"))
    assert (verified.faults, verified.rows) == ((), 0)


@pytest.mark.usefixtures("lighter")
def test_every_head_on_paper_proves_the_rows_as_it_proved_the_texts():
    codes = [head.code for head in months()]
    assert witnessed("cusco", codes).faults == ()
    assert witnessed("cusco", codes).through == months()[-1].seq


@pytest.mark.usefixtures("lighter")
def test_a_record_of_that_time_is_still_corrected_with_its_reason():
    first = Shift.objects.current().order_by("seq").first()
    record([corrected(first, "the sheet says so", minutes=200)], "cusco", at(NOW))
    assert faults() == []


@pytest.mark.usefixtures("database")
def test_the_row_of_every_kind_gives_the_text_that_was_recorded():
    recorded = [sample(kind, seq) for seq, kind in enumerate(kinds().values(), start=1)]
    insert.rows(recorded)
    away = Away("cusco")
    for fact in recorded:
        text = canonical(body_of(fact, 0))
        digest = chain.after("0" * 64, text)
        assert away.text(fact.seq, fact.KIND, "0" * 64, digest) == text


ROWS = {
    "longer": "UPDATE jornal_shift SET minutes = 900 WHERE seq = 6",
    "another's": "UPDATE jornal_shift SET worker = 'QC09' WHERE seq = 6",
    "of another day": "UPDATE jornal_shift SET day = '2024-05-09' WHERE seq = 6",
    "no day": "UPDATE jornal_shift SET day = 'x' WHERE seq = 6",
    "at another time": "UPDATE jornal_shift SET recorded_at = '2025-06-01 07:00:00' WHERE seq = 6",
    "a number as text": "UPDATE jornal_shift SET minutes = 'many' WHERE seq = 6",
    "by somebody else": "UPDATE jornal_shift SET by = 'S2' WHERE seq = 6",
    "gone": "DELETE FROM jornal_shift WHERE seq = 6",
    "at another place": "UPDATE jornal_shift SET seq = 'x' WHERE seq = 6",
    "of another book": "UPDATE jornal_shift SET book = 'lima' WHERE seq = 6",
    "of another kind": "UPDATE jornal_entry SET kind = 'pieces' WHERE seq = 6",
    "of no kind": "UPDATE jornal_entry SET kind = 'shoes' WHERE seq = 6",
}


@pytest.mark.parametrize("how", ROWS)
def test_a_row_that_was_changed_after_its_text_went_is_named(lighter, how):
    with unguarded(lighter) as run:
        run(ROWS[how])
    assert (NOT_MADE_AGAIN, 6) in [(fault.key, fault.seq) for fault in chain_faults("cusco").faults]


def test_a_digest_that_was_changed_is_found_where_the_text_is_gone(lighter):
    with unguarded(lighter) as run:
        run("UPDATE jornal_entry SET digest = %s WHERE seq = 6", "0" * 64)
        run("UPDATE jornal_entry SET digest = 'x' WHERE seq = 9")
    found = [(fault.key, fault.seq) for fault in chain_faults("cusco").faults]
    assert {(NOT_MADE_AGAIN, 6), (NOT_MADE_AGAIN, 9)} <= set(found)


@pytest.mark.parametrize("seq", [4, 40])
def test_a_text_that_goes_without_a_record_is_found(whole, seq):
    with unguarded(whole) as run:
        run("UPDATE jornal_entry SET body = '' WHERE seq = %s", seq)
    assert faults() == [(TEXT_GONE, seq)]


def test_a_text_of_the_last_24_months_is_not_covered_by_a_record_of_older_ones(lighter):
    with unguarded(lighter) as run:
        run("UPDATE jornal_entry SET body = '' WHERE seq = 40")
    assert faults() == [(TEXT_GONE, 40)]


def test_the_text_of_an_opening_is_never_put_away(lighter):
    assert [Away("cusco").covers(1, kind) for kind in (*STAY, "shift")] == [False, False, False, True]
    with unguarded(lighter) as run:
        run("UPDATE jornal_entry SET body = '' WHERE seq = 1")
    assert (TEXT_GONE, 1) in faults()


@pytest.mark.usefixtures("whole")
def test_a_record_that_reaches_into_the_last_24_months_is_found():
    said = put_away(months()[aged.CUT])  # closed a month too late
    assert (PUT_AWAY_WRONGLY, said.seq) in faults()
    (told, *_) = chain_faults("cusco").faults
    assert "that was not yet 24 months ago" in str(told)
    assert TEXT_GONE in keys()


@pytest.mark.usefixtures("whole")
def test_a_record_that_rests_on_no_closed_month_is_found():
    (head,) = [head for head in months() if head.seq == 15]
    head.seq, head.digest = 14, Entry.objects.get(book="cusco", seq=14).digest
    said = put_away(head)
    assert (PUT_AWAY_WRONGLY, said.seq) in faults()
    assert "no month was closed there" in str(chain_faults("cusco").faults[0])


def test_a_record_that_nobody_made_is_found(whole):
    said = sample(TextsPutAway, 61)
    said.opened, said.upto, said.digest = "cusco", 15, Entry.objects.get(book="cusco", seq=15).digest
    insert.rows([said])
    guard.emptied("cusco", 15)  # the guard stops accidents; this was none
    assert {PUT_AWAY_WRONGLY, TEXT_GONE, COUNT} <= set(keys())


def test_a_record_that_was_changed_covers_nothing(lighter):
    with unguarded(lighter) as run:
        run("UPDATE jornal_textsputaway SET upto = %s", months()[aged.CUT].seq)
    assert {PUT_AWAY_WRONGLY, TEXT_GONE, OTHER_VALUE} <= set(keys())
    with unguarded(lighter) as run:
        run("UPDATE jornal_textsputaway SET forms = '[1]'")
    assert TEXT_GONE in {fault.key for fault in chain_faults("cusco").faults}


def test_rows_rewritten_chained_and_signed_anew_are_found_by_paper_as_texts_are(lighter):
    printed = months()[-1].code
    with unguarded(lighter) as run:
        run("UPDATE jornal_shift SET minutes = 900 WHERE seq = 6")
        digest = chain.first("cusco")
        for seq, _, text, _ in list(entries("cusco")):
            digest = chain.after(digest, text)
            run("UPDATE jornal_entry SET digest = %s WHERE seq = %s", digest, seq)
            for head in Head.objects.filter(seq=seq):
                sign = LAPTOP.sign(signed_text("cusco", seq, digest, head.why, head.signed_at))
                run("UPDATE jornal_head SET digest = %s, signature = %s WHERE id = %s", digest, sign, head.pk)
    assert [fault.key for fault in witnessed("cusco", [printed]).faults] == [NOT_AS_PRINTED]


EMPTIES = "UPDATE jornal_entry SET body = '' WHERE seq = {}"


@pytest.mark.usefixtures("lighter")
def test_the_guard_lets_go_what_a_record_covers_and_nothing_else():
    assert not refused(EMPTIES.format(6))
    for statement in [
        EMPTIES.format(1),  # the opening
        EMPTIES.format(15),  # the checkpoint itself
        EMPTIES.format(40),
        "UPDATE jornal_entry SET body = 'x' WHERE seq = 6",
        "UPDATE jornal_entry SET body = '', digest = 'x' WHERE seq = 6",
        "UPDATE jornal_entry SET body = '', seq = 7 WHERE seq = 6",
        "UPDATE OR REPLACE jornal_entry SET body = '', id = 7 WHERE seq = 6",
        "UPDATE jornal_entry SET body = NULL WHERE seq = 6",
        "UPDATE jornal_entry SET body = '', kind = 'pieces' WHERE seq = 6",
        "DELETE FROM jornal_entry WHERE seq = 6",
        "UPDATE jornal_shift SET minutes = 1 WHERE seq = 6",
    ]:
        assert refused(statement), statement


def test_on_postgresql_no_text_ever_goes(tmp_path):
    with databases.fresh("postgresql", tmp_path / "home"):
        by = at(datetime(2024, 4, 1, 7, tzinfo=UTC))
        books.opened("cusco", "hq", by)
        record([shift()], "cusco", by)
        head = books.signed("cusco", "month", by)
        record([shift("QC02")], "cusco", at(NOW))
        books.put_away(head, forms_of("cusco", head.seq), "a" * 64, at(NOW))
        with pytest.raises(DatabaseError), transaction.atomic():
            guard.emptied("cusco", 4)
        assert missing() == []


@pytest.mark.usefixtures("lighter")
def test_a_later_release_with_a_new_column_makes_the_old_texts_again(monkeypatch):
    assert "minutes" in TextsPutAway.objects.get().forms["shift"][str(Shift.VERSION)]
    monkeypatch.setattr(Shift, "VERSION", Shift.VERSION + 1)
    assert chain_faults("cusco").faults == ()


@pytest.mark.usefixtures("lighter")
def test_a_copy_that_comes_back_is_held_against_the_digests(template):
    _, texts = template
    heads = months()
    came = [(seq, text) for seq, _, text, _ in texts]
    assert receive("cusco", came, heads, ours=HEADQUARTERS.public) == 0
    came[5] = (6, came[5][1].replace('"minutes":300', '"minutes":301'))
    with pytest.raises(Forked):
        receive("cusco", came, heads, ours=HEADQUARTERS.public)


@pytest.mark.parametrize(
    ("day", "earlier"),
    [("2026-10-01", "2024-10-01"), ("2028-02-29", "2026-02-28"), ("2026-02-28", "2024-02-28")],
)
def test_24_months_before_a_day(day, earlier):
    assert before_months(datetime.fromisoformat(day)) == datetime.fromisoformat(earlier)


@pytest.mark.usefixtures("whole")
def test_the_digest_before_the_first_entry_is_that_of_the_book():
    assert digest_before("cusco", 1) == chain.first("cusco")
    assert digest_before("cusco", 3) == Entry.objects.get(seq=2).digest


@pytest.mark.usefixtures("whole")
def test_the_forms_of_texts_are_their_columns_by_kind_and_version():
    assert forms_of("cusco", 1) == {}
    (kind,) = forms_of("cusco", 10)
    assert (kind, list(forms_of("cusco", 10)[kind])) == ("shift", [str(Shift.VERSION)])
