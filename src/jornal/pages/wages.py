"""Every page of pay, in the order in which a month goes through them."""

from jornal.pages import (
    pay,
    payapprove,
    payclose,
    payfamily,
    payissue,
    paymoney,
    paypapers,
    payquestions,
    paysavings,
    payslips,
    paystatement,
    payworker,
)
from jornal.pages.access import Page

PAGES: list[Page] = [
    *pay.PAGES,
    *payworker.PAGES,
    *payissue.PAGES,
    *payapprove.PAGES,
    *paymoney.PAGES,
    *payfamily.PAGES,
    *paysavings.PAGES,
    *payslips.PAGES,
    *paypapers.PAGES,
    *payquestions.PAGES,
    *paystatement.PAGES,
    *payclose.PAGES,
]
