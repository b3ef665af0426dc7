"""`jornal passport`: a lot's passport as files that any web server can hand out."""

import argparse
from pathlib import Path

from jornal.actions.passports import standing
from jornal.cli import register
from jornal.journal import jws
from jornal.papers.kept import whole
from jornal.papers.passport import Page, html
from jornal.words.catalogue import LANGUAGES

FILES = {language: "index.html" if language == "en" else f"{language}.html" for language in LANGUAGES}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("lot", help="the code of the lot")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to put the files")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Writes the files and says which key they are signed with."""
    issued = standing(register.office(told), told.lot)
    told.out.mkdir(parents=True, exist_ok=True)
    for language, name in FILES.items():
        page = Page(body=issued.body, public=issued.public, language=language, languages=FILES)
        whole(told.out / name, html(page))
    whole(told.out / "passport.json", jws.canonical(issued.body))
    whole(told.out / "passport.jws", issued.signature + "\n")
    print(
        f"{told.out}: the passport of lot {issued.code}, signed by the key {jws.fingerprint(issued.public)}."
    )
    return 0
