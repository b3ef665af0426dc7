"""The chain of a book, and the ten characters of it that are printed where others keep them."""

import hashlib
from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The 32 characters of a printed head: without I, L, O and U."""

_MISREAD = str.maketrans("ILOU", "110V")


def first(book: str) -> str:
    """The digest before the first entry of a book."""
    return hashlib.sha256(f"jornal book {book}".encode()).hexdigest()


def after(digest: str, body: str) -> str:
    """The digest after one more entry."""
    return hashlib.sha256(bytes.fromhex(digest) + body.encode()).hexdigest()


@lru_cache(maxsize=4096)  # a run's figures and a book's head are asked for again and again
def code(digest: str) -> str:
    """The ten characters that are printed of a head.

    Fifty bits of a slow digest (scrypt, 16 MB), so that nobody can try rewritings until one fits the paper.
    """
    slow = hashlib.scrypt(bytes.fromhex(digest), salt=b"jornal head 1", n=2**14, r=8, p=1, dklen=7)
    bits = int.from_bytes(slow, "big") >> 6
    return "".join(ALPHABET[(bits >> 5 * place) & 31] for place in reversed(range(10)))


def shown(text: str) -> str:
    """A code as it is printed, in two halves: "7K2Q9 XM4TD"."""
    return f"{text[:5]} {text[5:]}"


def read(text: str) -> str:
    """A typed code as it is kept: capitals, without spaces and dashes, misread letters put right."""
    return "".join(text.upper().replace("-", "").split()).translate(_MISREAD)
