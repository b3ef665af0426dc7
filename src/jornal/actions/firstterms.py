"""A first file of terms for an enterprise that has none: itself and its site, no contract yet."""

import json

from jornal.actions.questions import Answers


def first_terms(said: Answers) -> str:
    """The text of the file, which `jornal terms check` takes as it is."""
    languages = ", ".join(f'"{one}"' for one in said["languages"].split(", "))
    return f"""# A first file: add contracts, rates and floors. docs/terms.md tells each key,
# and the other files of this folder are examples. Then: jornal terms check, and jornal terms adopt.
id = {_quoted(said["enterprise"])}
label = {_quoted(said["enterprise_label"])}
model = "{said["model"]}"
contract = []                          # [[contract]] … here, named in `contracts` of the site

[[site]]
id = "{said["site"]}"
label = {_quoted(said["site_label"])}
jurisdiction = "{said["country"]}"
currency = "{said["currency"]}"
zone = "{said["zone"]}"
legal_employer = {_quoted(said["employer"])}
authority = {_quoted(said["authority"])}
languages = [{languages}]
contracts = []
"""


def _quoted(text: str) -> str:
    """Text in quotation marks, as TOML and JSON alike write it."""
    return json.dumps(text, ensure_ascii=False)
