"""The pages served by the program itself."""

import gc
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.db import connection
from waitress.proxy_headers import proxy_headers_middleware

from commanded import at_home, refused, said
from jornal.accounts.models import Account
from jornal.cli import start


@contextmanager
def started(database, *told: str) -> Iterator[tuple[subprocess.Popen, int]]:
    """The program as a person starts it, and the port it says it is open at."""
    program = [sys.executable, "-m", "jornal.cli.main", "start", *told]
    running = subprocess.Popen(
        program, env=database.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        line = running.stdout.readline()
        yield running, int(line.partition("http://localhost:")[2].partition("/")[0] or 0)
    finally:
        running.kill()
        running.communicate()


def asked(port: int, path: str) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request("GET", path)
        return line.getresponse().status


@contextmanager
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_it_serves_the_page_until_ctrl_c_and_ends_in_one_line(database, monkeypatch):
    at_home(database, monkeypatch)
    database.home.chmod(0o700)
    with started(database) as (running, port):
        paths = ("/", "/sign-in/", "/static/look.css", "/alive", "/nothing-here")
        assert [asked(port, path) for path in paths] == [302, 200, 200, 204, 404]
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (0, "jornal: the register is closed.\n", "")


def test_accounts_and_the_key_that_signs_are_made_where_there_are_none_and_stay(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    monkeypatch.setattr(settings, "SECRET_KEY", "chance")
    monkeypatch.setattr(start, "_server", lambda _: (_ for _ in ()).throw(ValueError("ready")))
    kept = []
    for _ in range(2):
        assert refused(capsys, "start") == "jornal: ready\n"
        kept.append((sqlite.home / "secret.key").read_text(encoding="ascii"))
    assert (kept[0] == kept[1] == settings.SECRET_KEY, Account.objects.count()) == (True, 0)
    assert (sqlite.home / "accounts.sqlite3").stat().st_mode & 0o777 == 0o600


def seen(monkeypatch, over, headers):
    """The address and the kind of connection that the program sees behind the server, for what a browser sent."""
    monkeypatch.setattr(settings, "OVER_A_NETWORK", over)
    told = start.settled()
    kept = {}
    proxied = proxy_headers_middleware(
        lambda environ, _: kept.update(environ) or [],
        trusted_proxy=told.get("trusted_proxy"),
        trusted_proxy_headers=told.get("trusted_proxy_headers"),
        clear_untrusted=told["clear_untrusted_proxy_headers"],
    )
    sent = {
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "REMOTE_HOST": "127.0.0.1",
        "SERVER_PORT": "80",
    }
    list(proxied({**sent, **headers}, lambda *_: None))
    return kept["REMOTE_ADDR"], kept["wsgi.url_scheme"], kept.get("HTTP_X_FORWARDED_PROTO")


FORWARDED = {"HTTP_X_FORWARDED_FOR": "10.9.8.7", "HTTP_X_FORWARDED_PROTO": "https"}


@pytest.mark.parametrize(
    ("over", "headers", "found"),
    [
        (False, FORWARDED, ("127.0.0.1", "http", None)),
        (True, FORWARDED, ("10.9.8.7", "https", "https")),
        (True, {}, ("127.0.0.1", "http", None)),
        (
            True,
            {"HTTP_X_FORWARDED_FOR": "1.2.3.4, 10.9.8.7", "HTTP_X_FORWARDED_PROTO": "https"},
            ("10.9.8.7", "https", "https"),
        ),
    ],
)
def test_only_over_a_network_a_proxy_says_who_asks(monkeypatch, over, headers, found):
    assert seen(monkeypatch, over, headers) == found


def test_a_port_in_use_is_passed_over_unless_it_was_asked_for(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    with taken() as port:
        assert f"Port {port} is in use" in refused(capsys, "start", "--port", str(port))
        monkeypatch.setattr(start, "FIRST", port)
        server = start._server(range(port, port + 20))
        assert server.effective_port != port
        server.close()


@pytest.mark.parametrize("where", ["127.0.0.1", "::1"])
def test_a_port_is_passed_over_where_another_program_would_answer_for_the_same_name(monkeypatch, where):
    monkeypatch.setattr(start, "_answers", lambda _, host, port: (host, port) == (where, 8000))
    assert list(start._free([8000, 8001])) == [8001]


def test_nobody_answers_where_a_computer_has_no_such_address():
    assert start._answers(start.socket.AF_INET6, "no address", 8000) is False


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_what_is_no_port_is_refused(port):
    with pytest.raises(start.argparse.ArgumentTypeError, match="is not a port"):
        start._port(port)


def test_it_opens_the_browser_when_asked(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    opened = []
    monkeypatch.setattr(start.webbrowser, "open", opened.append)

    class Closed:
        effective_port = 8123

        def run(self):
            raise KeyboardInterrupt

        def close(self):
            pass

    monkeypatch.setattr(start, "_server", lambda _: Closed())
    assert (said(capsys, "start", "--open")[0], opened) == (0, ["http://localhost:8123/"])


def test_it_does_not_open_without_a_register(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(settings, "HOME", tmp_path / "none")
    assert "jornal init" in refused(capsys, "start")


def test_it_does_not_open_where_a_guard_is_gone(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    told = refused(capsys, "start")
    assert ("jornal_entry_delete is gone" in told, "jornal init --guards" in told) == (True, True)


def test_it_does_not_open_where_tables_are_of_another_release(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'jornal'")
    assert "The tables are not those of this release. Bring them up to date with `jornal init`." in refused(
        capsys, "start"
    )


@pytest.mark.parametrize("rights", [0o700, 0o755] if os.name == "posix" else [0o700])
def test_it_does_not_open_a_folder_that_others_may_read(sqlite, monkeypatch, capsys, rights):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(rights)
    monkeypatch.setattr(start, "_server", lambda _: (_ for _ in ()).throw(ValueError("it would have opened")))
    assert ("chmod 700" in refused(capsys, "start")) == (rights == 0o755)


def test_what_is_loaded_is_set_aside_and_garbage_is_still_collected():
    before = gc.get_threshold()
    try:
        start.set_aside()
        found = (gc.get_freeze_count() > 1000, gc.isenabled(), gc.get_threshold()[0])
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
    assert found == (True, True, 50_000)
