"""A security key in software for tests: it answers as a browser hands on what a key says."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "http://localhost"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Key:
    """One key: `ways` are how it says it can be reached, `alone` whether it keeps who it is of."""

    ways: tuple[str, ...] = ("usb",)
    alone: bool = False
    id: bytes = field(default_factory=lambda: os.urandom(16))
    private: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    handle: str = ""

    def made(self, options: dict[str, Any]) -> str:
        """What is sent when it is added."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        kept = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.private.public_key())
        )
        said = self._said(asked["rp"]["id"], PRESENT | VERIFIED | ATTESTED, kept)
        answer = {
            "clientDataJSON": websafe_encode(self._client("webauthn.create", asked)),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", said, {}))),
            "transports": list(self.ways),
        }
        return self._whole(answer, {"credProps": {"rk": self.alone}})

    def answers(self, options: dict[str, Any]) -> str:
        """What is sent when it is asked."""
        asked = options["publicKey"]
        said = bytes(self._said(asked["rpId"], PRESENT | VERIFIED))
        client = self._client("webauthn.get", asked)
        signed = self.private.sign(said + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {
            "clientDataJSON": websafe_encode(client), "authenticatorData": websafe_encode(said),
            "signature": websafe_encode(signed), "userHandle": self.handle,
        }  # fmt: skip
        return self._whole(answer, {})

    def _said(self, rp: str, flags: int, kept: Any = b"") -> AuthenticatorData:
        return AuthenticatorData.create(hashlib.sha256(rp.encode()).digest(), flags, 1, kept)

    def _client(self, kind: str, asked: dict[str, Any]) -> bytes:
        return json.dumps({"type": kind, "challenge": asked["challenge"], "origin": ORIGIN}).encode()

    def _whole(self, answer: dict[str, Any], more: dict[str, Any]) -> str:
        name = websafe_encode(self.id)
        whole = {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": answer,
            "clientExtensionResults": more,
        }
        return json.dumps(whole)
