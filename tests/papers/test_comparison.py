from pathlib import Path
from typing import Any

from jornal.papers.comparison import of_all, of_one, write
from jornal.papers.heads import issue
from papers.reading import words
from papers.samples import run


def compared(found: dict[str, Any]) -> dict[str, Any]:
    rows = [
        ("below", 78878, ""),
        ("unknown", None, "on_account"),
        ("right", 122400, ""),
        ("unknown", None, "no_slip"),
    ]
    workers = []
    for worker, (status, paid, why) in zip(found["workers"], rows, strict=True):
        due = worker["totals"]["in_hand"] + worker["totals"]["instructions"]
        kept = {key: worker[key] for key in ("code", "name", "language", "lines", "totals")}
        difference = None if paid is None else paid - due
        workers.append(
            {**kept, "status": status, "due": due, "paid": paid, "difference": difference, "why": why}
        )
    counts = {"right": 1, "below": 1, "above": 0, "unknown": 2, "below_by": 3000, "above_by": 0}
    return {"summary": counts, "workers": workers}


def test_the_answer_stands_first_and_those_paid_below_come_first():
    found = run("cusco")
    told = of_all(issue(found, "en"), compared(found))
    assert told["lead"].replace("\u00a0", " ") == "1 right, 1 below by S/ 30.00, 2 not known"
    assert [row["state"] for row in told["rows"]] == ["below", "not known", "not known", "right"]
    assert told["rows"][0]["cells"] == ["818.78", "788.78", "−30.00"]


def test_what_is_not_known_says_why_and_never_counts_as_right():
    found = run("cusco")
    rows = {row["code"]: row for row in of_all(issue(found, "en"), compared(found))["rows"]}
    assert rows["K7-0588-R"]["why"] == "not known: the slip is on account, incomplete"
    assert rows["K7-0702-A"]["cells"] == ["–", "–", "–"]


def test_her_page_says_what_was_paid_and_due_line_by_line():
    found = run("cusco")
    told = of_one(issue(found, "es"), compared(found)["workers"][0])
    assert told["answer"].replace("\u00a0", " ") == "Se pagaron S/ 30.00 menos de lo debido."
    assert ["Complemento hasta el mínimo", "", "234.00"] in told["rows"]


def test_what_was_paid_is_what_was_due():
    found = run("cusco")
    assert (
        of_one(issue(found, "en"), compared(found)["workers"][2])["answer"]
        == "What was paid is what was due."
    )


def test_pages_are_written_and_the_runs_page_links_them(tmp_path: Path):
    found = run("cusco")
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    write(found, compared(found), tmp_path / "comparison")
    made = sorted(path.name for path in (tmp_path / "comparison").iterdir())
    assert made == ["K7-0412-M.pdf", "K7-0588-R.pdf", "K7-0611-T.pdf", "K7-0702-A.pdf", "summary.pdf"]
    assert "1 bien" in words((tmp_path / "comparison" / "summary.pdf").read_bytes())
    assert "comparison/summary.pdf" in (tmp_path / "index.html").read_text(encoding="utf-8")
