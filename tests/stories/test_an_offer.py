"""Somebody is offered work, says yes, chooses a mark and takes her consent back; with scripts off as well."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def on(page: Page, **said: str) -> None:
    """A question answered, field by field, and on to the next one."""
    for name, value in said.items():
        chosen = page.locator(f"input[type=radio][name={name}][value='{value}']")
        if chosen.count():
            chosen.check()
        elif page.locator(f"select#f-{name}").count():
            page.select_option(f"#f-{name}", value)
        else:
            page.fill(f"#f-{name}", value)
    with page.expect_navigation():
        page.click("button[name=go][value=on]")


@pytest.mark.parametrize(
    "desk", [{}, {"java_script_enabled": False}], indirect=True, ids=["scripts", "no scripts"]
)
def test_work_is_offered_question_by_question_and_a_consent_taken_back(desk):
    page = desk.enter("S004Z")
    page.goto(f"{desk.address}/cusco/people/offer")
    on(page, who="new")
    on(page, name='Ana "<b>Ñahui</b>" 😀', birth_year="2015")
    assert "Aquí no trabaja nadie" in page.inner_text(".fault")
    on(page, birth_year="1990")
    on(page, language="es", read_by="S005T")
    with page.expect_navigation():
        page.click("button[name=go][value=back]")
    assert page.input_value("#f-read_by") == "S005T"
    with page.expect_navigation():
        page.click("button[name=go][value=on]")
    on(page, terms="cusco-hourly/maker")
    on(page)  # what else she may do, as it usually stands
    on(page)  # offered today
    on(page, answer="accepted")
    on(page, consenting="today", witness="Hermana Luz", witness_of="ngo")
    assert 'Ana "<b>Ñahui</b>" 😀' in page.inner_text("dl.check")
    with page.expect_navigation():
        page.click("button[name=go][value=record]")
    assert page.inner_text("h1") == 'Ana "<b>Ñahui</b>" 😀'
    hers = page.url

    page.goto(f"{hers}/begin")
    expect(page.locator("form[method=post] [name=since]")).to_have_count(0)  # she thinks it over first

    page.goto(f"{hers}/mark")
    with page.expect_navigation():
        page.click(".marks button >> nth=4")
    expect(page.locator(".top svg.stitch")).to_have_count(1)

    page.goto(f"{hers}/withdraw")
    with page.expect_navigation():
        page.click(".consents a")
    with page.expect_navigation():
        page.click("main form[method=post] button")
    expect(page.locator("main .note")).to_have_count(1)
    page.goto(f"{hers}/withdraw")
    expect(page.locator(".consents")).to_have_count(0)
