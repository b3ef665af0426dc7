"""Every address, each behind its door."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.urls import path, register_converter

from jornal.pages import (
    agreements,
    authority,
    board,
    exchange,
    findings,
    home,
    menu,
    pieces,
    piecework,
    planned,
    rates,
    rejects,
    scan,
    status,
    tallies,
    today,
    wages,
)
from jornal.pages.access import Page, door
from jornal.pages.captured import Day, Month, Token
from jornal.pages.desk import DOORS

for converter, name in ((Day, "day"), (Month, "month"), (Token, "token")):
    register_converter(converter, name)


def _of_a_site(page: Page) -> bool:
    return page.name.startswith("site.")


PAGES: list[Page] = [
    *board.PAGES,
    *today.PAGES,
    *wages.PAGES,
    *pieces.PAGES,
    *scan.PAGES,
    *rejects.PAGES,
    *piecework.PAGES,
    *tallies.PAGES,
    *planned.PAGES,
    *rates.PAGES,
    *agreements.PAGES,
    *findings.PAGES,
    *authority.PAGES,
    *exchange.PAGES,
    *status.PAGES,
]

for page in PAGES:
    DOORS[page.name] = frozenset(page.roles)
    if page.label:
        menu.listed(page.name, page.label, page.roles)

urlpatterns = [
    path("", home.page, name="home"),
    path("alive", status.alive),
    path("language", home.language, name="language"),
    path("names", home.names_opened, name="names"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    # Headquarters first: a site's address would fit them too.
    *(path(page.address, door(page), name=page.name) for page in sorted(PAGES, key=_of_a_site)),
]
handler404 = home.not_found
