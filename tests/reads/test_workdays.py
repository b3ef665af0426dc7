"""Over how many days of a pay run somebody's hours are spread, as the books stood when the run was begun."""

from dataclasses import replace
from datetime import date

import payroll
from jornal.facts.pay import Run
from jornal.reads.workdays import days_of


def test_who_came_left_or_stayed_away_has_the_weeks_of_her_work(database):
    here = payroll.begun(database.home, {"Q01": ("cusco-hourly", "maker"), "Q03": ("cusco-hourly", "maker")})
    payroll.taken_on(here, "Q02", since=date(2026, 10, 15))
    payroll.days(here, date(2026, 10, 1), date(2026, 10, 30), workers=("Q01", "Q03"))
    payroll.days(here, date(2026, 10, 15), date(2026, 10, 18), workers=("Q02",))
    payroll.days(here, date(2026, 10, 26), date(2026, 10, 31), workers=("Q02",))
    payroll.issued(here, "2026-10")
    run = Run.objects.get()
    assert days_of(run) == {"Q01": 31, "Q02": 10, "Q03": 31}
    payroll.gone(replace(here, day=date(2026, 11, 2)), "Q03", date(2026, 10, 20))
    assert days_of(run) == {"Q01": 31, "Q02": 10, "Q03": 31}, "what was paid is divided as it was paid"
