import re
import string
from pathlib import Path

import pytest

from jornal.sheets import says

SENTENCES = {name: text for name, text in vars(says).items() if name.isupper()}
CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in Path(says.__file__).parent.glob("*.py")
    if path.name != "says.py"
)


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_is_said_somewhere(name: str):
    assert re.search(rf"\bsays\.{name}\b", CODE)


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_ends_and_names_what_fills_it(name: str):
    text = SENTENCES[name]
    assert text.endswith((".", "?"))
    assert all(field is None or field.isidentifier() for _, field, _, _ in string.Formatter().parse(text))


def test_every_sentence_that_is_said_is_in_one_place():
    assert set(re.findall(r"\bsays\.([A-Z_]+)\b", CODE)) <= set(SENTENCES)
