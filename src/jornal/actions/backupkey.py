"""The key of backups: its public half stays on the computer and closes them, its secret is on the recovery sheet."""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from pyrage import IdentityError, RecipientError
from pyrage.x25519 import Identity, Recipient

from jornal.journal import recovery
from jornal.units.said import Said

NAME = "backup.recipient"
"""The file of JORNAL_HOME with the public half."""

_PLAIN = "AGE-SECRET-KEY-"
_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # of bech32 (BIP 173), in which age writes its keys


class NoRecipient(Said):
    """A register whose backups nobody could open."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            "{path} is not there, so nobody could open a backup. "
            "Put it back from a copy of this folder, or restore the register, which writes it anew.",
            path=home / NAME,
        )


class NotASecret(Said):
    """Text that is no secret of backups."""

    def __init__(self) -> None:
        super().__init__(
            "This is no recovery code of backups. It stands on the recovery sheet: seven groups of "
            "five signs, or one line that begins with AGE-SECRET-KEY."
        )


def new_identity(random: Callable[[int], bytes] = os.urandom) -> tuple[str, str]:
    """A new key for backups: its recipient, to be kept with `keep`, and its secret, to be printed and kept elsewhere.

    The secret is a recovery code of 35 signs, each group of which shows a slip; it is never written on the computer.
    """
    secret = recovery.new(random)
    return str(identity(secret).to_public()), secret


def identity(secret: str) -> Identity:
    """The key that a typed secret stands for: a recovery code, or the line in which age writes such a key.

    Raises NotASecret, and Mistyped where a recovery code has a slip.
    """
    text = "".join(secret.split()).upper()
    if not text.startswith(_PLAIN):
        if len(text) < recovery.GROUPS:
            raise NotASecret
        text = _written(recovery.read(secret))
    try:
        return Identity.from_str(text)
    except IdentityError:
        raise NotASecret from None


def plain(secret: str) -> str:
    """The secret as age writes it, so that a backup also opens with the program `age` alone."""
    text = "".join(secret.split()).upper()
    return text if text.startswith(_PLAIN) else _written(recovery.read(secret))


def keep(home: Path, recipient: str) -> None:
    """Writes the recipient into the folder of the register, in one step."""
    part = home / f"{NAME}.part"
    with part.open("w", encoding="ascii") as file:
        file.write(f"{recipient}\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(home / NAME)


def kept(home: Path) -> Recipient:
    """The recipient of a register's backups. Raises NoRecipient."""
    try:
        return Recipient.from_str((home / NAME).read_text(encoding="ascii").strip())
    except (OSError, ValueError, RecipientError):
        raise NoRecipient(home) from None


def _written(code: str) -> str:
    """The key that a recovery code stands for, in age's letters. Its 138 bits of chance need no stretching."""
    key = blake2b(code.encode(), digest_size=32, person=b"jornal backup").digest()
    bits = int.from_bytes(key, "big") << 4  # 256 bits and 4 to fill the last of 52 signs
    values = [(bits >> 5 * place) & 31 for place in reversed(range(52))]
    name = _PLAIN.lower()
    spread = [ord(sign) >> 5 for sign in name] + [0] + [ord(sign) & 31 for sign in name]
    check = _remainder([*spread, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [(check >> 5 * place) & 31 for place in reversed(range(6))]
    return _PLAIN + "1" + "".join(_SIGNS[value] for value in values).upper()


def _remainder(values: list[int]) -> int:
    """The check sum of bech32 over values of five bits."""
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, mask in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            rest ^= mask if top >> place & 1 else 0
    return rest
