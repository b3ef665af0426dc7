"""A piece of a page that stands on it hundreds of times: drawn once by its template, then filled in for each row."""

import html
import re
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

_HOLDER = re.compile(r"zq([a-z_]+)qz")


class Filled:
    """A template with a `line` in it. Its fields are text, or yes and no; every row has the same ones.

    It is drawn anew only where other fields are empty or other answers yes, so in the template a field may be shown and
    may decide what is shown, but what is shown may not depend on what a text says.
    """

    def __init__(self, template: str, context: Mapping[str, Any]) -> None:
        self._template, self._context = template, context
        self._drawn: dict[tuple[bool, ...], list[str]] = {}

    def of(self, line: Mapping[str, Any]) -> SafeString:
        """The piece for one row, its texts escaped."""
        given = tuple(map(bool, line.values()))
        parts = self._drawn.get(given)
        if parts is None:
            parts = self._drawn[given] = _HOLDER.split(self._draw(line))
        parts = [*parts]
        parts[1::2] = [_escaped(line[name]) for name in parts[1::2]]
        return SafeString("".join(parts))  # the template's own text, and texts that were escaped

    def _draw(self, line: Mapping[str, Any]) -> str:
        held = {name: f"zq{name}qz" if value and value is not True else value for name, value in line.items()}
        return render_to_string(self._template, {**self._context, "line": held})


def _escaped(text: str) -> str:
    # Most texts are a code, a number or nothing, and stand there thousands of times.
    return text if isinstance(text, SafeString) or not text or text.isalnum() else html.escape(text)
