"""The key of a computer: it signs heads, and its public half stands in the opening of each epoch it writes."""

import os
from dataclasses import dataclass
from pathlib import Path

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey


class NoNode(ValueError):
    """A folder without a key."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no register. Make one with `jornal init`, or say where it is with JORNAL_HOME."
        )


@dataclass(frozen=True)
class Node:
    """A computer by its signing key."""

    key: SigningKey

    @property
    def public(self) -> str:
        """The public half, as hexadecimal text."""
        return bytes(self.key.verify_key).hex()

    def sign(self, text: str) -> str:
        """The Ed25519 signature of a text, as hexadecimal text."""
        return self.key.sign(text.encode()).signature.hex()


def stands(public: str, text: str, signature: str) -> bool:
    """Whether a signature of a text is that of a public key."""
    try:
        VerifyKey(bytes.fromhex(public)).verify(text.encode(), bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def made(folder: Path, seed: bytes | None = None) -> Node:
    """A new key in a folder, readable by its owner alone, there whole or not at all; one that is there is kept."""
    path = folder / "node.key"
    if path.exists():
        return kept(folder)
    key = SigningKey(seed or os.urandom(32))
    part = folder / "node.key.part"
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(bytes(key))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return Node(key)


def kept(folder: Path) -> Node:
    """The key of a folder. Raises NoNode where there is none."""
    try:
        return Node(SigningKey((folder / "node.key").read_bytes()))
    except (OSError, ValueError):
        raise NoNode(folder) from None
