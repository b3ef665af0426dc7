"""A passport as files: the page in four languages and what is signed; anybody can verify it, and it names nobody."""

import labelled
import making
from commanded import at_home, refused, said
from hands import LAPTOP
from jornal.journal.jws import fingerprint
from peopled import do


def test_the_files_are_there_verify_and_name_nobody(sqlite, monkeypatch, tmp_path, capsys):
    at_home(sqlite, monkeypatch)
    here = making.begun()
    code = labelled.judged(here)
    assert "has no passport that stands" in refused(capsys, "passport", code, "--out", str(tmp_path / "p"))
    labelled.issued(here, code)
    labelled.consented(here, "QC01")
    labelled.marked(here, "QC01")
    do(here, "show-maker", {"worker": "QC01", "shown": "mark"})
    done, out = said(capsys, "passport", code, "--out", str(tmp_path / "p"))
    key = fingerprint(LAPTOP.public)
    files = sorted(path.name for path in (tmp_path / "p").iterdir())
    assert (done, key in out) == (0, True)
    assert files == ["da.html", "es.html", "index.html", "passport.json", "passport.jws", "th.html"]
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "p").iterdir()]
    assert not [page for page in pages if "QC01" in page.replace(code, "") or "<svg" in page]
    assert all(len(page.encode()) < 50_000 for page in pages)
    assert said(capsys, "verify-passport", str(tmp_path / "p" / "passport.json"), "--key", key)[0] == 0
