"""Sealing a text under a key, wrapping a key under a key, and a passphrase stretched into a key; no files, no state."""

import threading
import unicodedata
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

Random = Callable[[int], bytes]
"""So many bytes of chance, as `os.urandom` gives them; seeded in a demo."""

KEY = 32
"""Bytes of a key."""

_NONCE = 24
_BLOCK = 32  # texts are filled up to a multiple of it, so that their length tells little
_END = b"\x80"
_FORM = "1:"
_ONE_AT_A_TIME = threading.Lock()  # each stretching takes tens of megabytes; a small laptop has one to spare


class Unopened(ValueError):
    """What was closed does not open: another key, another place, or bytes that were changed."""

    def __init__(self) -> None:
        super().__init__("This does not open: it was changed, moved, or closed with another key.")


class Cost(NamedTuple):
    """How dear one guess of a passphrase is: passes over the memory, and bytes of memory."""

    passes: int = argon2id.OPSLIMIT_INTERACTIVE
    memory: int = argon2id.MEMLIMIT_INTERACTIVE

    def bearable(self) -> bool:
        """Whether a small laptop can pay it, which a row written by somebody else need not respect."""
        return (
            argon2id.OPSLIMIT_MIN <= self.passes <= 16
            and argon2id.MEMLIMIT_MIN <= self.memory <= 1_073_741_824
        )


def closed(content: bytes, key: bytes, *, about: Sequence[str], random: Random) -> bytes:
    """The content readable and changeable only with the key, and only as what it is `about`.

    The nonce is made from chance, key and content together: chance that repeats (a seeded demo, a broken
    machine) then gives away nothing but that the same content was closed twice.
    """
    place = _place(about)
    mixed = b"".join((random(_NONCE), len(place).to_bytes(8, "big"), place, content))
    nonce = blake2b(mixed, key=key, digest_size=_NONCE).digest()
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(content, place, nonce, key)


def reopened(content: bytes, key: bytes, *, about: Sequence[str]) -> bytes:
    """What was closed with the key about the same; raises `Unopened`."""
    try:
        nonce, rest = content[:_NONCE], content[_NONCE:]
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(rest, _place(about), nonce, key)
    except (CryptoError, ValueError, TypeError):
        raise Unopened from None


def sealed(text: str, key: bytes, *, about: Sequence[str], random: Random) -> str:
    """The text sealed, as letters that a column can hold: "1:" and base64, 98 letters for a short name."""
    content = text.encode() + _END
    filled = content + bytes(-len(content) % _BLOCK)
    return _letters(closed(filled, key, about=about, random=random))


def unsealed(text: str, key: bytes, *, about: Sequence[str]) -> str:
    """The text that `sealed` sealed with this key about the same; raises `Unopened`."""
    try:
        content = a2b_base64(text.removeprefix(_FORM))
        if _letters(content) != text:  # one sealing has one spelling
            raise Unopened
        filled = reopened(content, key, about=about)
        return filled[: filled.rindex(_END)].decode()
    except ValueError:
        raise Unopened from None


def tidied(secret: str) -> str:
    """A passphrase as it is meant: one form of each letter, single spaces, none around, nothing invisible.

    Two keyboards write the same Thai word in different bytes; both open. Capitals stay capitals.
    """
    plain = unicodedata.normalize("NFKC", secret)
    return " ".join("".join(letter for letter in plain if unicodedata.category(letter) != "Cf").split())


def stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    """The key that a passphrase stands for: argon2id, slow on purpose, one at a time in a process."""
    with _ONE_AT_A_TIME:
        return argon2id.kdf(KEY, tidied(secret).encode("utf-8", "surrogatepass"), salt, *cost)


def _letters(content: bytes) -> str:
    return _FORM + b2a_base64(content, newline=False).decode()


def _place(about: Sequence[str]) -> bytes:
    """Each part with its length before it, so that no two places spell alike."""
    return "".join([f"{len(part)}:{part}" for part in about]).encode("utf-8", "surrogatepass")
