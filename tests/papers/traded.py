"""Runs for the papers of trade, as a delivery, a settlement and a refusal tell them."""

from typing import Any

from papers.samples import run

LINE = {
    "product": "sweater", "label": "Andes sweater", "lot": "LQC001M", "made_at": "Cusco", "made_in": "PE",
    "quantity": 4, "price": 90000, "amount": 360000, "goods_code": "", "grams": None,
}  # fmt: skip


def delivery(**more: Any) -> dict[str, Any]:
    """A delivery of four sweaters."""
    told = {
        "number": "d-1", "order": "o-1", "customer": "Nordlys", "country": "DK", "day": "2026-10-20", "lines": [LINE],
        "shipping": 5000, "tax": 0, "tax_included": False, "total": 365000, "origins": [("Cusco", "PE")],
        "missing": [{"product": "Andes sweater", "what": ["goods_code", "grams"]}], "credits": [],
    }  # fmt: skip
    return run("cusco", **{**told, **more})


def settlement() -> dict[str, Any]:
    """Two of five sold at thirty per cent."""
    goods = {"before": 0, "received": 5, "back": 1, "gone": 0, "sold": 2, "left": 2}
    return run(
        "cusco", number="s-1", consignee="Gallery", commission=3333, sold=49998, kept=16664, owed=33334,
        goods=[{"product": "sweater", "label": "Andes sweater", "lot": "LQC001M", **goods}],
        sales=[["Andes sweater", "LQC001M", 2, 24999, 49998]],
    )  # fmt: skip


def refusal() -> dict[str, Any]:
    """A sweater for New York."""
    stop = {
        "place": "New York",
        "decision": "refuse",
        "law": "19 U.S.C. 1307",
        "source": "https://www.govinfo.gov",
    }
    return run("cusco", number="d-1", product="sweater", consignment="gift", stops=[stop])
