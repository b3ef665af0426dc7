"""What every answer carries."""

import pytest
from django.test import Client

from commanded import at_home


@pytest.mark.parametrize("path", ["/", "/alive", "/look.css", "/nothing-here"])
def test_every_answer_lets_nothing_in_from_elsewhere(sqlite, monkeypatch, path):
    at_home(sqlite, monkeypatch)
    found = Client(headers={"host": "localhost"}).get(path).headers
    policy = found["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'")
    assert "unsafe" not in policy
    assert (found["X-Frame-Options"], found["X-Content-Type-Options"], found["Cache-Control"]) == (
        "DENY",
        "nosniff",
        "no-store",
    )
