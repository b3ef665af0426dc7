"""A file of transfers as banks read it: ISO 20022 pain.001.001.09, the local account as `Othr`, every fee ours."""

from datetime import UTC
from xml.etree.ElementTree import Element, SubElement, tostring

from jornal.reads.transfers import Batch, Transfer
from jornal.terms.accounts import BankAccount
from jornal.units.money import major

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"


def pain(batch: Batch) -> bytes:
    """The file, UTF-8; the same batch gives the same bytes. Sums and counts in its heads are those of its rows."""
    root = Element("Document", xmlns=NAMESPACE)
    whole = SubElement(root, "CstmrCdtTrfInitn")
    head = SubElement(whole, "GrpHdr")
    _text(head, "MsgId", batch.message)
    _text(head, "CreDtTm", f"{batch.made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    _sums(head, batch)
    _text(SubElement(head, "InitgPty"), "Nm", batch.holder)
    payment = SubElement(whole, "PmtInf")
    _text(payment, "PmtInfId", batch.message)
    _text(payment, "PmtMtd", "TRF")
    _sums(payment, batch)
    _text(SubElement(payment, "ReqdExctnDt"), "Dt", batch.on.isoformat())
    _text(SubElement(payment, "Dbtr"), "Nm", batch.holder)
    _account(payment, "DbtrAcct", batch.account, batch.currency)
    _bank(payment, "DbtrAgt", batch.account)
    _text(
        payment, "ChrgBr", "DEBT"
    )  # every charge is the enterprise's: a family gets the whole sum of her slip
    for one in batch.transfers:
        _transfer(payment, batch, one)
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _sums(under: Element, batch: Batch) -> None:
    _text(under, "NbOfTxs", str(len(batch.transfers)))
    _text(under, "CtrlSum", major(batch.total, batch.currency))


def _transfer(payment: Element, batch: Batch, one: Transfer) -> None:
    row = SubElement(payment, "CdtTrfTxInf")
    _text(SubElement(row, "PmtId"), "EndToEndId", one.reference)
    amount = _text(SubElement(row, "Amt"), "InstdAmt", major(one.amount, batch.currency))
    amount.set("Ccy", batch.currency)
    _bank(row, "CdtrAgt", one.account)
    _text(SubElement(row, "Cdtr"), "Nm", one.name)
    _account(row, "CdtrAcct", one.account)
    _text(SubElement(row, "Purp"), "Cd", batch.purpose)
    _text(SubElement(row, "RmtInf"), "Ustrd", one.text)


def _account(under: Element, tag: str, account: BankAccount, currency: str = "") -> None:
    held = SubElement(under, tag)
    other = SubElement(SubElement(held, "Id"), "Othr")
    _text(other, "Id", account.number)
    if account.scheme.code:
        _text(SubElement(other, "SchmeNm"), "Prtry", account.scheme.code)
    if currency:
        _text(held, "Ccy", currency)


def _bank(under: Element, tag: str, account: BankAccount) -> None:
    member = SubElement(SubElement(SubElement(under, tag), "FinInstnId"), "ClrSysMmbId")
    if account.scheme.clearing:
        _text(SubElement(member, "ClrSysId"), "Cd", account.scheme.clearing)
    _text(member, "MmbId", account.bank)


def _text(under: Element, tag: str, text: str) -> Element:
    found = SubElement(under, tag)
    found.text = text
    return found
