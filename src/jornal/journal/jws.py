"""A signature that travels beside a text: JWS with the text detached (RFC 7515, appendix F), Ed25519 (RFC 8037)."""

import base64
import binascii
import hashlib
import json
from typing import Any, NamedTuple

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from jornal.journal.node import Node
from jornal.units.parts import Part
from jornal.units.said import Said

ALPHABET = "ABCDEFGHJKLMNPQRSTVWXYZ23456789"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotWhole(Said):
    """A signed text or its signature that cannot be read at all."""

    def __init__(self, why: str) -> None:
        super().__init__("This cannot be checked: {why}. Download it again.", why=why)


class Changed(Said):
    """A text that is not the one that was signed."""

    def __init__(self) -> None:
        super().__init__("This was altered: it is not what was signed. Trust nothing that it says.")


class OtherKey(Said):
    """A text that was signed by another key than the one it should be."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(
            "This was signed by another key, {found}, and not by {wanted}. Trust nothing that it says.",
            found=found,
            wanted=wanted,
        )


class Signed(NamedTuple):
    """What was signed, and by whom: the public key as hexadecimal text."""

    content: dict[str, Any]
    public: str


def canonical(content: dict[str, Any]) -> str:
    """The one text of a table of text, whole numbers, yes, no and null (RFC 8785)."""
    return _ENCODER.encode(content)


def signed(content: dict[str, Any], node: Node) -> str:
    """The signature of a table, which holds the public key and not the table."""
    head = _ENCODER.encode({
        "alg": "EdDSA", "jwk": {"crv": "Ed25519", "kty": "OKP", "x": _base64(bytes.fromhex(node.public))},
    })  # fmt: skip
    protected = _base64(head.encode())
    made = node.key.sign(_covered(protected, canonical(content))).signature
    return f"{protected}..{_base64(made)}"


def checked(text: str, signature: str, fingerprints: str = "") -> Signed:
    """What was signed, where text and signature fit together and, if one is given, the key has this fingerprint.

    The text may be laid out otherwise; what it says is what counts. Raises NotWhole, Changed, OtherKey.
    """
    content, public = _content(text), _public(signature)
    protected, _, mark = signature.strip().split(".")
    try:
        VerifyKey(bytes.fromhex(public)).verify(_covered(protected, canonical(content)), _bytes(mark))
    except (BadSignatureError, ValueError):
        raise Changed from None
    if fingerprints and bare(fingerprints) != bare(fingerprint(public)):
        raise OtherKey(fingerprint(public), fingerprints)
    return Signed(content, public)


def fingerprint(public: str) -> str:
    """Twenty characters that stand for a public key where it is printed, in fours: 99 bits of its SHA-256."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest(), "big")
    letters = ""
    for _ in range(20):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return " ".join(letters[at : at + 4] for at in range(0, 20, 4))


def bare(text: str) -> str:
    """A fingerprint as it is compared: capitals without spaces and dashes."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _covered(protected: str, text: str) -> bytes:
    return f"{protected}.{_base64(text.encode())}".encode()


def _content(text: str) -> dict[str, Any]:
    """The table a text holds: no key twice, no numbers but whole ones. Raises NotWhole."""
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError):
        raise NotWhole(Part("the text is cut off or is no JSON of ours")) from None
    if not isinstance(found, dict):
        raise NotWhole(Part("the text is no table"))
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")  # two readers would see two different things
    return found


def _no_float(text: str) -> Any:
    raise ValueError(text)


def _public(signature: str) -> str:
    """The public key that a signature names. Raises NotWhole."""
    try:
        protected, nothing, _ = signature.strip().split(".")
        head = json.loads(_bytes(protected))
        key = head["jwk"]
        ours = head["alg"] == "EdDSA" and (key["kty"], key["crv"]) == ("OKP", "Ed25519") and not nothing
        public = _bytes(key["x"]) if ours and "crit" not in head else b""
        VerifyKey(public)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotWhole(Part("the signature is cut off or is none of ours")) from None
    return public.hex()


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    try:
        data = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as fault:
        raise ValueError(text) from fault
    if _base64(data) != text:  # the last letter has bits that nobody reads
        raise ValueError(text)
    return data
