"""Names sealed, opened, moved about, forgotten: what opens, what does not, and what is said then."""

import copy
import pickle
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from jornal.journal import vault
from jornal.journal.keys import Altered, Forgotten, KeyAltered, Keys, Locked, NoKey
from jornal.journal.vaultlog import readings
from jornal.journal.vaultrows import AnotherVault
from vaulted import ANA, NOK, PASSPHRASE, READER, ROSA, new, unlocked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path)


@pytest.fixture
def keys(path: Path) -> Keys:
    keys = unlocked(path)
    keys.mint(ROSA, NOK, ANA)
    return keys


def opened(keys: Keys, token: str, text: str, field: str = "name") -> str:
    return keys.opened(token, field, text, reader=READER)


def change(path: Path, *statements: str) -> None:
    """As somebody does who has the file and no passphrase, and drops the guards first."""
    db = sqlite3.connect(path)
    kept = db.execute("SELECT sql FROM sqlite_master WHERE name = 'keys_stay_as_made'").fetchone()[0]
    for statement in ("DROP TRIGGER keys_stay_as_made", *statements, kept):
        db.execute(statement)
    db.commit()
    db.close()


@pytest.mark.parametrize("name", ["Rosa Quispe Mamani", "นก แก้วใส", "Åse Ødegård", "", "🧵" * 300])
def test_a_name_opens_again_also_after_the_vault_was_locked(path: Path, keys: Keys, name: str):
    sealed = keys.seal(ROSA, "name", name)
    assert opened(keys, ROSA, sealed) == name
    assert opened(unlocked(path), ROSA, sealed) == name


def test_a_sealed_name_shows_nothing_and_is_never_sealed_alike_twice(keys: Keys):
    one, two = (keys.seal(ROSA, "name", "Rosa Quispe") for _ in range(2))
    assert one != two
    assert "Rosa" not in one


def test_one_seed_gives_the_same_bytes(tmp_path: Path):
    (tmp_path / "b").mkdir()
    sealed = []
    for folder in (tmp_path, tmp_path / "b"):
        keys = unlocked(new(folder))
        keys.mint(ROSA, NOK)
        sealed.append(keys.seal_many([(NOK, "name", "Nok"), (ROSA, "name", "Rosa")]))
    assert sealed[0] == sealed[1]


@pytest.mark.parametrize(("token", "field"), [(NOK, "name"), (ROSA, "birth date")])
def test_a_name_moved_to_another_person_or_field_does_not_open(keys: Keys, token: str, field: str):
    with pytest.raises(
        Altered, match=f"The sealed {field} of {token} was changed, or is that of somebody else"
    ):
        opened(keys, token, keys.seal(ROSA, "name", "Rosa"), field)


def test_keys_swapped_in_the_file_open_nothing(path: Path, keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    change(
        path,
        f"UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE token = '{NOK}') WHERE token = '{ROSA}'",
    )
    for again in (keys, unlocked(path)):
        with pytest.raises(KeyAltered, match=f"The key of {ROSA} in the vault was changed"):
            opened(again, ROSA, sealed)


def test_a_key_changed_by_one_bit_stops_one_person_only(path: Path, keys: Keys):
    sealed = [(token, "name", keys.seal(token, "name", token)) for token in (ROSA, NOK)]
    change(path, f"UPDATE keys SET wrapped = zeroblob(72) WHERE token = '{ROSA}'")
    one, other = unlocked(path).opened_many(sealed, reader=READER)
    assert (type(one), other) == (KeyAltered, NOK)


def test_a_list_opens_in_order_and_says_what_does_not(keys: Keys):
    sealed = [(token, "name", keys.seal(token, "name", token)) for token in (ANA, ROSA, NOK)]
    keys.forget(ROSA)
    found = keys.opened_many([*sealed, ("Q99Z", "name", "1:x"), (ANA, "name", "1:x")], reader=READER)
    assert [text if isinstance(text, str) else type(text) for text in found] == [
        ANA,
        Forgotten,
        NOK,
        NoKey,
        Altered,
    ]


def test_a_forgotten_person_cannot_be_read_sealed_or_given_a_key_again(path: Path, keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    keys.forget(ROSA)
    for again in (keys, unlocked(path)):
        with pytest.raises(Forgotten, match=f"{ROSA} was forgotten"):
            opened(again, ROSA, sealed)
        with pytest.raises(Forgotten):
            again.seal(ROSA, "name", "Rosa")
        with pytest.raises(Forgotten):
            again.mint(ANA, ROSA)
        assert again.tokens() == [NOK, ANA]


def test_what_another_process_forgot_does_not_open_from_memory(path: Path, keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    assert opened(keys, ROSA, sealed) == "Rosa"
    vault.forget(path, [ROSA])
    with pytest.raises(Forgotten):
        opened(keys, ROSA, sealed)


def test_a_locked_vault_gives_nothing(keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    keys.lock()
    tries = [
        lambda: opened(keys, ROSA, sealed),
        lambda: keys.opened_many([], reader=READER),
        lambda: keys.seal(ROSA, "name", "Rosa"),
        lambda: keys.mint("Q09X"),
        lambda: keys.forget(ROSA),
        lambda: keys.change_passphrase(PASSPHRASE, PASSPHRASE),
        lambda: keys.new_recovery(PASSPHRASE),
        lambda: vault.needed(None),
    ]
    for attempt in tries:
        with pytest.raises(Locked, match=r"The names are locked\. Unlock them with the passphrase\."):
            attempt()


def test_keys_are_never_copied_out_of_their_process(keys: Keys):
    for out in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(Locked):
            out(keys)


def test_a_key_is_made_once(path: Path, keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    assert (keys.mint(ROSA), unlocked(path, seed=5).mint(ROSA, "Q04X", "Q04X")) == (0, 1)
    assert opened(keys, ROSA, sealed) == "Rosa"


def test_a_key_is_not_made_in_another_vault_put_in_place(tmp_path: Path, path: Path, keys: Keys):
    (tmp_path / "b").mkdir()
    new(tmp_path / "b", seed=8).replace(path)
    with pytest.raises(AnotherVault):
        keys.mint("Q04X")


def test_many_may_mint_and_read_at_once(keys: Keys):
    sealed = keys.seal(ROSA, "name", "Rosa")
    faults: list[Exception] = []

    def work(number: int) -> None:
        try:
            for turn in range(4):
                keys.mint(f"Q{number}{turn}X", "SAME")
                assert opened(keys, ROSA, sealed) == "Rosa"
        except Exception as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (faults, len(keys.tokens())) == ([], 3 + 24 + 1)


def test_a_search_through_ten_thousand_names_is_felt_by_nobody(path: Path):
    keys = unlocked(path)
    people = [f"Q{number:05}" for number in range(10_000)]
    keys.mint(*people)
    texts = [(token, "name", f"Name {token}") for token in people]
    sealed = [(token, "name", text) for (token, *_), text in zip(texts, keys.seal_many(texts), strict=True)]
    started = time.perf_counter()
    found = keys.opened_many(sealed, reader=READER)
    took = time.perf_counter() - started
    assert found[-1] == "Name Q09999"
    assert took < 1.5  # about 0.1 s on a quiet machine


def test_a_name_that_was_read_before_still_opens_for_its_person_alone_and_with_the_reading_noted(
    path: Path, keys: Keys
):
    sealed, of_ana = keys.seal(ROSA, "name", "Rosa"), keys.seal(ANA, "name", "Ana")
    assert [opened(keys, ROSA, sealed), opened(keys, ROSA, sealed), opened(keys, ANA, of_ana)] == [
        "Rosa", "Rosa", "Ana",
    ]  # fmt: skip
    assert len(readings(path, ROSA)) == 2
    with pytest.raises(Altered):
        opened(keys, ROSA, of_ana)
    assert opened(keys, ROSA, keys.seal(ROSA, "name", "Rosa Quispe")) == "Rosa Quispe"
    keys.lock()
    with pytest.raises(Locked):
        opened(keys, ROSA, sealed)
