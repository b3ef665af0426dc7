"""A session of 25 marked in a browser, and 25 people marking at one moment through a real server on SQLite."""

import json
import re
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from datetime import date, timedelta

import registers
from clock import report, seconds
from django.conf import settings
from django.test import Client
from serving import PORT, served

import workshop
from browsing import browser
from jornal.actions.office import Office
from jornal.facts.attendance import Shift
from jornal.facts.organisation import RoleGranted
from jornal.journal.record import record
from workshop import STAFF, TODAY

SESSION = 25
ACTIONS = 3, 2
"""Must and aim: from the page that is open to everybody marked, a click or a key each."""
ROUNDS = 8
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def hidden(text: str) -> dict[str, str]:
    """The hidden fields of the sheet's own form."""
    form = text.partition('<form id="sheet"')[2].partition("</form>")[0]
    return dict(_HIDDEN.findall(form))


def weekdays(many: int) -> list[date]:
    """So many weekdays until today on which nobody is marked."""
    every = (TODAY - timedelta(days=number) for number in range(60))
    return [day for day in every if day.weekday() < 5][:many]


def session() -> bool:
    """From today's page to everybody marked: the actions it takes, and what the server takes for what was sent."""
    client, sent, shown = browser(STAFF["site_manager"]), [], []
    ways = len(
        re.findall(r'href="/cusco/attendance/2026-10-30"', client.get("/cusco/today").content.decode())
    )
    for day in weekdays(20):
        page = client.get(f"/cusco/attendance/{day}").content.decode()
        form = {**hidden(page), "do": "rest"}
        sent += seconds(lambda day=day, form=form: client.post(f"/cusco/attendance/{day}", form), runs=1)
        shown += seconds(lambda day=day: client.get(f"/cusco/attendance/{day}"), runs=1)
    marked = Counter(Shift.objects.current().values_list("day", flat=True))
    whole = [day for day in weekdays(20) if marked[day] == SESSION]
    actions = 2 if ways and len(whole) == 20 else 99  # the link on today's page, then the button of the sheet
    must, aim = ACTIONS
    print(f"{'mark a session of 25, actions':<50} {actions:8}     must {must}, aim {aim}")
    kept = report("mark a session of 25, the server", sent, must=0.2, aim=0.06)
    report("and the sheet again, for the eyes", shown)
    return kept and actions <= must


class Person:
    """Somebody at her own browser, signed in, over HTTP."""

    def __init__(self, at: Office, number: int) -> None:
        staff = f"M{number:02}"
        record(
            [RoleGranted(staff=staff, what="site_manager", site="cusco", since=date(2026, 9, 1))],
            "hq",
            at.hand,
        )
        client: Client = browser(staff)
        name = settings.SESSION_COOKIE_NAME
        self._cookies = {name: client.cookies[name].value}
        self._base = f"http://127.0.0.1:{PORT}"
        self.number = number

    def get(self, path: str) -> tuple[int, str]:
        """A page: how it was answered, and its text."""
        return self._asked(urllib.request.Request(self._base + path))

    def post(self, path: str, form: dict[str, str]) -> tuple[int, str]:
        """A form sent, and the page after it."""
        told = urllib.parse.urlencode(form).encode()
        return self._asked(urllib.request.Request(self._base + path, told, {"Origin": self._base}))

    def _asked(self, request: urllib.request.Request) -> tuple[int, str]:
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self._cookies.items()))
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                for told in answer.headers.get_all("Set-Cookie") or ():
                    name, _, value = told.partition(";")[0].partition("=")
                    self._cookies[name] = value
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as fault:
            return fault.code, fault.read().decode()


def at_once(at: Office) -> bool:
    """25 people, day after day: each marks one worker of her own, then all of them press the button for everybody."""
    free = [day + timedelta(days=1) for day in weekdays(60) if day.weekday() == 4][:ROUNDS]  # Saturdays
    taken: list[float] = []
    with served() as said:
        people = [Person(at, number) for number in range(SESSION)]
        answers = [answer for day in free for answer in _round(people, day, own=True, taken=taken)]
        every = weekdays(30)[-ROUNDS:]
        answers += [answer for day in every for answer in _round(people, day, own=False, taken=taken)]
        log = said()
    rows = Counter(Shift.objects.current().filter(day__in=[*free, *every]).values_list("worker", "day"))
    wanted = {(f"B{number:05}", day) for day in [*free, *every] for number in range(SESSION)}
    lost, doubled = len(wanted - rows.keys()), sum(rows.values()) - len(rows)
    locked = log.count("is locked") + sum("is locked" in text or code >= 500 for code, text in answers)
    told = json.dumps(dict(Counter(code for code, _ in answers)))
    report(f"25 people marking at once, {2 * ROUNDS} times, an answer", taken)
    print(f"{'their answers, by status':<50} {told}")
    print(f"{'lost, doubled, locked':<50} {lost}, {doubled}, {locked}   must 0, 0, 0"
          f"{'' if (lost, doubled, locked) == (0, 0, 0) else '   NOT SO'}")  # fmt: skip
    return (lost, doubled, locked) == (0, 0, 0)


def _round(people: list[Person], day: date, *, own: bool, taken: list[float]) -> list[tuple[int, str]]:
    """Everybody has the sheet open, then all send it at the same moment; the answers."""
    path = f"/cusco/attendance/{day}?everybody=yes"
    forms = [hidden(person.get(path)[1]) for person in people]
    found: list[tuple[int, str]] = []
    gate = threading.Barrier(len(people))

    def sends(person: Person, form: dict[str, str]) -> None:
        worker = f"B{person.number:05}"
        mine = {f"w-{worker}": "work", f"t-{worker}": "60", "do": "record"} if own else {"do": "rest"}
        gate.wait()
        start = time.perf_counter()
        found.append(person.post(path, {**form, **mine}))
        taken.append(time.perf_counter() - start)

    threads = [threading.Thread(target=sends, args=pair) for pair in zip(people, forms, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def main() -> int:
    try:
        at = workshop.opened(SESSION, worked=0, paid=False)
        kept = [at_once(at), session()]
        return 0 if all(kept) else 1
    finally:
        registers.removed()


if __name__ == "__main__":
    sys.exit(main())
