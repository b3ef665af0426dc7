from jornal.demo.holdings import page


def test_the_page_shows_the_papers_of_each_worker_and_says_that_all_is_invented(register):
    text = page(register)
    assert text.count("chaplain") == 15
    assert "invented" in text
    assert "://" not in text


def test_the_page_shows_no_name_of_a_worker(register):
    assert "Quispe" not in page(register)


def test_the_page_ends_with_the_audit(register):
    text = page(register)
    assert "The full audit" in text
    assert register.audit[0].split(";")[0] in text
    assert (register.home / "index.html").is_file()
