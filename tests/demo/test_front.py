from jornal.demo.front import page, write
from jornal.demo.mission import table


def test_the_page_opens_every_run_and_says_that_all_is_invented(world):
    out, done = world
    text = page(done, table(out))
    assert all(f'href="{one.at}/{one.month}/index.html"' in text for one in done)
    assert "invented" in text
    assert "://" not in text


def test_the_page_is_written_beside_the_runs(world, tmp_path):
    assert write(tmp_path, world[1][:1], []).name == "index.html"
