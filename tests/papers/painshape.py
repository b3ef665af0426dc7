"""The shape of pain.001.001.09 as far as a file of transfers may use it, written by hand from the message's definition.

Each element: the children it may have in their order, with how often (least, most), or the pattern of its text. A
choice is a set of which exactly one stands. What the table does not know is a fault.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

NS = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"
MANY = 10**9
LETTERS = r"[A-Za-z0-9/\-?:().,'+ ]"


def text(most: int) -> str:
    """Text of one to `most` of the letters that banks take, neither begun nor ended with a slash, none doubled."""
    return rf"(?!/)(?!.*//)(?=.{{1,{most}}}$){LETTERS}+(?<!/)"


CODE4, AMOUNT, DECIMAL = r"[A-Z]{4}", r"\d{1,13}(\.\d{1,5})?", r"\d{1,17}(\.\d{1,17})?"
ACCOUNT = [("Id", 1, 1, "AccountId"), ("Ccy", 0, 1, r"[A-Z]{3}")]
TYPES: dict[str, list[tuple[str, int, int, str]]] = {
    "Document": [("CstmrCdtTrfInitn", 1, 1, "Initiation")],
    "Initiation": [("GrpHdr", 1, 1, "Header"), ("PmtInf", 1, MANY, "Payment")],
    "Header": [
        ("MsgId", 1, 1, text(35)), ("CreDtTm", 1, 1, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"),
        ("NbOfTxs", 1, 1, r"[0-9]{1,15}"), ("CtrlSum", 0, 1, DECIMAL), ("InitgPty", 1, 1, "Party"),
    ],
    "Payment": [
        ("PmtInfId", 1, 1, text(35)), ("PmtMtd", 1, 1, "CHK|TRF|TRA"), ("BtchBookg", 0, 1, "true|false"),
        ("NbOfTxs", 0, 1, r"[0-9]{1,15}"), ("CtrlSum", 0, 1, DECIMAL), ("ReqdExctnDt", 1, 1, "Day"),
        ("Dbtr", 1, 1, "Party"), ("DbtrAcct", 1, 1, "Account"), ("DbtrAgt", 1, 1, "Bank"),
        ("ChrgBr", 0, 1, "DEBT|CRED|SHAR|SLEV"), ("CdtTrfTxInf", 1, MANY, "Transfer"),
    ],
    "Transfer": [
        ("PmtId", 1, 1, "PaymentId"), ("Amt", 1, 1, "Amount"), ("CdtrAgt", 0, 1, "Bank"), ("Cdtr", 0, 1, "Party"),
        ("CdtrAcct", 0, 1, "Account"), ("Purp", 0, 1, "Purpose"), ("RmtInf", 0, 1, "Remittance"),
    ],
    "PaymentId": [("InstrId", 0, 1, text(35)), ("EndToEndId", 1, 1, text(35))],
    "Amount": [("InstdAmt", 1, 1, AMOUNT)],
    "Party": [("Nm", 1, 1, text(140))],
    "Day": [("Dt", 1, 1, r"\d{4}-\d\d-\d\d")],
    "Account": ACCOUNT,
    "AccountId": [("Othr", 1, 1, "Other")],
    "Other": [("Id", 1, 1, text(34)), ("SchmeNm", 0, 1, "Scheme")],
    "Scheme": [("Prtry", 1, 1, text(35))],
    "Bank": [("FinInstnId", 1, 1, "Institution")],
    "Institution": [("ClrSysMmbId", 0, 1, "Member")],
    "Member": [("ClrSysId", 0, 1, "Clearing"), ("MmbId", 1, 1, text(35))],
    "Clearing": [("Cd", 1, 1, r"[A-Z]{5}")],
    "Purpose": [("Cd", 1, 1, CODE4)],
    "Remittance": [("Ustrd", 0, MANY, text(140))],
}  # fmt: skip
ATTRIBUTES = {"InstdAmt": {"Ccy": r"[A-Z]{3}"}}


def faults(root: Element) -> list[str]:
    """Everything in which a document is not of the shape; nothing where it is."""
    wrong = [] if root.tag == f"{NS}Document" else [f"{root.tag} is not the document"]
    return [*wrong, *_faults(root, "Document", "Document")]


def _faults(element: Element, kind: str, place: str) -> Iterator[str]:
    wanted = ATTRIBUTES.get(element.tag.removeprefix(NS), {})
    if set(element.attrib) != set(wanted):
        yield f"{place}: attributes {sorted(element.attrib)}"
    for name, pattern in wanted.items():
        if not re.fullmatch(pattern, element.get(name, "")):
            yield f"{place}: {name}={element.get(name)}"
    if kind not in TYPES:
        if len(element) or not re.fullmatch(kind, element.text or ""):
            yield f"{place}: {element.text!r} is not {kind}"
        return
    if (element.text or "").strip():
        yield f"{place}: text beside elements"
    yield from _children(element, kind, place)


def _children(element: Element, kind: str, place: str) -> Iterator[str]:
    left = [child.tag for child in element]
    children = iter(element)
    for name, least, most, inner in TYPES[kind]:
        number = 0
        while left and left[0] == f"{NS}{name}" and number < most:
            left.pop(0)
            number += 1
            yield from _faults(next(children), inner, f"{place}/{name}")
        if number < least:
            yield f"{place}: {name} {number} times"
    if left:
        yield f"{place}: {left[0].removeprefix(NS)} is out of its order, or not known"
