"""The key of backups: typed from paper, kept nowhere on the computer."""

import pyrage
import pytest

from jornal.actions import backupkey
from jornal.journal.recovery import Mistyped
from vaulted import seeded


@pytest.mark.parametrize("seed", range(20))
def test_what_is_closed_for_the_recipient_opens_with_the_secret_on_the_sheet(seed):
    recipient, secret = backupkey.new_identity(seeded(seed))
    closed = pyrage.encrypt(b"a day's wage", [pyrage.x25519.Recipient.from_str(recipient)])
    typed = secret.lower().replace("-", " ")
    assert pyrage.decrypt(closed, [backupkey.identity(typed)]) == b"a day's wage"


def test_the_secret_can_be_written_as_the_program_age_wants_it_and_be_typed_so():
    recipient, secret = backupkey.new_identity(seeded())
    line = backupkey.plain(secret)
    assert line.startswith("AGE-SECRET-KEY-1")
    assert backupkey.plain(line) == line
    assert str(backupkey.identity(f" {line.lower()}\n").to_public()) == recipient


def test_a_slip_of_the_pen_is_named_by_its_group():
    _, secret = backupkey.new_identity(seeded())
    groups = secret.split("-")
    groups[2] = groups[2][::-1]
    with pytest.raises(Mistyped, match="Group 3"):
        backupkey.identity("-".join(groups))


@pytest.mark.parametrize("text", ["", "abc", "AGE-SECRET-KEY-1QQQQ"])
def test_other_text_is_no_secret(text):
    with pytest.raises(backupkey.NotASecret, match="recovery sheet"):
        backupkey.identity(text)


def test_two_keys_are_not_alike_and_one_seed_gives_one_key():
    assert backupkey.new_identity() != backupkey.new_identity()
    assert backupkey.new_identity(seeded(7)) == backupkey.new_identity(seeded(7))


def test_the_recipient_alone_stays_with_the_register(tmp_path):
    recipient, _ = backupkey.new_identity(seeded())
    backupkey.keep(tmp_path, recipient)
    assert str(backupkey.kept(tmp_path)) == recipient
    assert [path.name for path in tmp_path.iterdir()] == [backupkey.NAME]


@pytest.mark.parametrize("held", [None, "", "age1nobody"])
def test_a_register_without_a_recipient_is_not_backed_up_for_nobody(tmp_path, held):
    if held is not None:
        (tmp_path / backupkey.NAME).write_text(held, encoding="ascii")
    with pytest.raises(backupkey.NoRecipient, match="restore the register"):
        backupkey.kept(tmp_path)
