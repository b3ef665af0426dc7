from fractions import Fraction

from jornal.demo.bands import band_of, equivalent, full_month, outside
from jornal.demo.world import place

WORKER = {"stored": {"worker": {"since": None, "left_on": None}}, "status": "ready", "code": "X"}


def made(gross: int, **more: object) -> dict:
    return WORKER | {"totals": {"gross": gross, "top_up": 0}, "comparison": None} | more


def of(currency: str) -> dict:
    period = {"since": "2026-10-01", "until": "2026-10-31"}
    return {"site": {"exponent": 2, "currency": currency}, "period": period}


def test_every_full_month_of_the_world_lies_in_the_bands_of_the_mission(world):
    wrong = [told for one in world[1] for told in one.outside]
    print(*wrong, sep="\n")
    assert not wrong


def test_the_bands_have_many_to_check(run):
    months = run("trazo/mexico-1/2026-10")
    assert sum(full_month(months, worker) for worker in months["workers"]) > 30


def test_a_month_in_pesos_is_counted_in_dollars_at_the_dated_rate():
    band = band_of(place("trazo/mexico-1"))
    assert equivalent(band, of("MXN"), made(1_840_000)) == Fraction(1000)


def test_a_month_in_pounds_is_counted_over_twelve():
    band = band_of(place("thimble/barrow"))
    assert equivalent(band, of("GBP"), made(34_00)) == Fraction(408)


def test_who_earns_too_little_is_named():
    run = of("GBP") | {"workers": [made(10_00)]}
    assert outside(place("thimble/barrow"), run) == ["F5 thimble/barrow X: 120.00 GBP"]


def test_half_a_month_is_not_measured():
    left = {"worker": {"since": None, "left_on": "2026-10-16"}}
    run = of("GBP") | {"workers": [made(10_00, stored=left)]}
    assert not outside(place("thimble/barrow"), run)


def test_less_than_the_guarantee_is_named_even_without_a_band():
    beside = {"guarantee": 100, "layer": "contract", "base": 90}
    run = of("PEN") | {"workers": [made(200, comparison=beside)]}
    assert outside(place("qori/cusco"), run) == ["qori/cusco X: below the floor"]
