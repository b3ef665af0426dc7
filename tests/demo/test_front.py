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


def test_the_registers_stand_on_the_page_where_they_were_made(world, cusco):
    text = page(world[1][:1], [], [cusco])
    assert 'href="register/qori/index.html"' in text
    assert "full audit clean" in text
    assert "register/" not in page(world[1][:1], [])
