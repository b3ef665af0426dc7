from hashlib import sha256
from pathlib import Path

from jornal.demo.build import site_built


def test_fifteen_in_cusco_with_one_month_before_another(run):
    october = run("qori/cusco/2026-10")
    assert len(october["workers"]) == len(run("qori/cusco/2026-09")["workers"]) == 15


def test_ten_in_chiang_mai_have_six_hours_a_day(run):
    workers = run("qori/chiang-mai/2026-10")["workers"]
    worked = [day["minutes"] for worker in workers for day in worker["days"] if day["kind"] == "work"]
    assert (len(workers), set(worked)) == (10, {360})


def test_the_comparison_of_cusco_shows_right_below_and_not_known(world):
    beside = next(one.compared for one in world[1] if one.at == "qori/cusco" and one.month == "2026-10")
    assert (beside["right"], beside["below"], beside["above"], beside["unknown"]) == (11, 3, 0, 1)


def test_only_one_worker_of_the_world_waits_for_a_mended_row(world):
    assert [one.at for one in world[1] if one.held] == ["qori/cusco"]
    assert sum(one.held for one in world[1]) == sum(one.listed for one in world[1]) == 1


def test_a_late_correction_of_september_is_paid_in_october(run):
    lines = [line for worker in run("qori/cusco/2026-10")["workers"] for line in worker["lines"]]
    assert {line["of"] for line in lines} == {"", "2026-09"}


def test_what_is_not_known_is_held_and_never_taken(run):
    held = [
        line
        for worker in run("qori/cusco/2026-10")["workers"]
        for line in worker["lines"]
        if line["part"] == "held"
    ]
    assert [line["why"] for line in held] == ["balance_unknown"]


def test_an_instruction_without_consent_is_held(run):
    held = [
        line
        for worker in run("trazo/jalisco-1/2026-10")["workers"]
        for line in worker["lines"]
        if line["part"] == "held"
    ]
    assert {line["why"] for line in held} <= {"no_consent"}


def test_a_shift_that_stands_twice_counts_once(run):
    assert len(run("paso/texcalli/2026-10")["repeated"]) == 1


def test_slow_pieces_are_topped_up_to_the_floor(run):
    topped = [worker["totals"]["top_up"] for worker in run("paso/texcalli/2026-10")["workers"]]
    assert any(topped)


def test_five_days_are_credited_for_each_full_ten(run):
    for worker in run("paso/texcalli/2026-10")["workers"]:
        assert all(one["credited"] % 5 == 0 for one in worker["credit"])


def test_a_missing_birth_year_leaves_only_the_comparison_unknown(run):
    worker = run("thimble/ashdown/2026-10")["workers"][2]
    assert (worker["status"], worker["comparison"]["guarantee"]) == ("ready", None)


def test_two_builds_of_a_site_give_the_same_bytes(tmp_path: Path, world):
    for folder in ("one", "two"):
        site_built("qori/cusco", tmp_path / folder, ("totals",) if folder == "one" else ())
    digests = {
        sha256((out / "qori/cusco/2026-10/run.json").read_bytes()).hexdigest()
        for out in (tmp_path / "one", tmp_path / "two", world[0])
    }
    assert len(digests) == 1


def test_the_readme_tells_what_the_comparison_of_the_demo_says(world):
    beside = next(one.compared for one in world[1] if one.compared)
    root = Path(__file__).parent.parent.parent
    by = f"{beside['below_by'] // 100}.{beside['below_by'] % 100:02d}"
    told = f"{beside['right']} right, {beside['below']} below by S/ {by}, {beside['unknown']} not known"
    assert told in (root / "README.md").read_text(encoding="utf-8")
    assert (root / "docs" / "pictures" / "comparison.png").stat().st_size <= 200_000
