"""Every address, each behind its door."""

from allauth.account.views import logout
from django.urls import path, register_converter

from jornal.pages import (
    accounts,
    afterwards,
    agreements,
    attendance,
    authority,
    board,
    calendar,
    catalogue,
    consentpaper,
    corrections,
    courses,
    daypaper,
    dialogue,
    doing,
    enrol,
    entering,
    exchange,
    findings,
    hersheet,
    home,
    lists,
    lots,
    markets,
    marks,
    menu,
    milestones,
    mine,
    money,
    offer,
    orders,
    passport,
    passports,
    payaccount,
    people,
    person,
    pieces,
    piecework,
    planned,
    rates,
    rejects,
    release,
    report,
    sales,
    salesin,
    scan,
    settlement,
    skills,
    status,
    stock,
    tallies,
    telling,
    today,
    typed,
    undoing,
    visits,
    wages,
    week,
    withdraw,
)
from jornal.pages import signinviews as signin
from jornal.pages.access import Page, door
from jornal.pages.captured import Day, Month, Token
from jornal.pages.desk import DOORS

for converter, name in ((Day, "day"), (Month, "month"), (Token, "token")):
    register_converter(converter, name)


def _of_a_site(page: Page) -> bool:
    return page.name.startswith("site.")


PAGES: list[Page] = [
    *board.PAGES,
    *afterwards.PAGES,
    *today.PAGES,
    *attendance.PAGES,
    *week.PAGES,
    *corrections.PAGES,
    *undoing.PAGES,
    *daypaper.PAGES,
    *pieces.PAGES,
    *scan.PAGES,
    *rejects.PAGES,
    *piecework.PAGES,
    *tallies.PAGES,
    *lots.PAGES,
    *catalogue.PAGES,
    *milestones.PAGES,
    *orders.PAGES,
    *markets.PAGES,
    *passports.PAGES,
    *payaccount.PAGES,
    *stock.PAGES,
    *settlement.PAGES,
    *sales.PAGES,
    *wages.PAGES,
    *money.PAGES,
    *people.PAGES,
    *offer.PAGES,
    *person.PAGES,
    *hersheet.PAGES,
    *doing.PAGES,
    *enrol.PAGES,
    *withdraw.PAGES,
    *marks.PAGES,
    *telling.PAGES,
    *release.PAGES,
    *consentpaper.PAGES,
    *lists.PAGES,
    *skills.PAGES,
    *courses.PAGES,
    *calendar.PAGES,
    *planned.PAGES,
    *rates.PAGES,
    *agreements.PAGES,
    *dialogue.PAGES,
    *visits.PAGES,
    *findings.PAGES,
    *report.PAGES,
    *authority.PAGES,
    *salesin.PAGES,
    *exchange.PAGES,
    *accounts.PAGES,
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
    path("enter", entering.enter, name="enter"),
    path("01/<str:gtin>/10/<str:lot>", passport.page, name="passport"),
    path("01/<str:gtin>/10/<str:lot>/passport.json", passport.signed),
    path("01/<str:gtin>/10/<str:lot>/passport.jws", passport.signature),
    path("01/<str:gtin>/10/<str:lot>/21/<str:serial>", passport.page, name="passport_piece"),
    path("typed", typed.page, name="typed"),
    path("sign-in/", signin.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", signin.Code.as_view(), name="mfa_authenticate"),
    path("sign-in/key/", signin.KeySignIn.as_view(), name="mfa_login_webauthn"),
    path("sign-in/again/", signin.Again.as_view(), name="account_reauthenticate"),
    path("sign-in/again/key/", signin.KeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path("sign-out/", logout, name="account_logout"),
    path("account/", signin.Mine.as_view(), name="mfa_index"),
    path("account/passphrase/", signin.Passphrase.as_view(), name="account_change_password"),
    path("account/codes/", mine.codes, name="codes"),
    path("account/codes/<str:token>/", mine.sheet, name="codes_sheet"),
    path("account/app/", signin.AppOn.as_view(), name="mfa_activate_totp"),
    path("account/app/off/", signin.AppOff.as_view(), name="mfa_deactivate_totp"),
    path("account/keys/", signin.Keys.as_view(), name="mfa_list_webauthn"),
    path("account/keys/add/", signin.KeyOn.as_view(), name="mfa_add_webauthn"),
    path("account/keys/<int:pk>/", signin.KeyNamed.as_view(), name="mfa_edit_webauthn"),
    path("account/keys/<int:pk>/off/", signin.KeyOff.as_view(), name="mfa_remove_webauthn"),
    # Headquarters first: a site's address would fit them too.
    *(path(page.address, door(page), name=page.name) for page in sorted(PAGES, key=_of_a_site)),
]
handler404 = home.not_found
handler429 = home.too_many
handler500 = home.failed
