from jornal.demo.cast import code
from jornal.demo.world import place
from jornal.facts.pay import (
    Approval,
    MonthClosed,
    PayAnswer,
    Payment,
    PaymentReceived,
    PaymentReturned,
    RunIssued,
    Slip,
    SlipAnswered,
    SlipHanded,
)
from jornal.journal.entry import Head

CUSCO = place("qori/cusco")


def test_three_months_are_issued_approved_by_another_and_closed(register):
    assert RunIssued.objects.count() == MonthClosed.objects.count() == 3
    issuers = set(RunIssued.objects.values_list("by", flat=True))
    assert not issuers & set(Approval.objects.values_list("approver", flat=True))


def test_all_that_is_owed_went_out_and_arrived(register):
    assert set(MonthClosed.objects.values_list("unpaid", "in_transit")) == {(0, 0)}
    back = PaymentReturned.objects.count()
    assert Payment.objects.count() == PaymentReceived.objects.count() + back


def test_what_came_back_is_paid_again(register):
    (back,) = PaymentReturned.objects.all()
    first = Payment.objects.get(root=back.payment)
    again = Payment.objects.get(slip=first.slip, part=first.part, payee=first.payee, number=2)
    assert again.amount == first.amount
    assert Slip.objects.get(root=first.slip).worker == code(CUSCO, 9)


def test_slips_are_handed_over_with_the_head_that_was_printed_at_the_issue(register):
    heads = set(SlipHanded.objects.values_list("head", flat=True))
    assert heads == set(Head.objects.filter(book="cusco", why="issue").values_list("code", flat=True))
    assert SlipHanded.objects.count() == Slip.objects.count()


def test_one_disputes_and_her_question_is_answered(register):
    disputed = SlipAnswered.objects.get(answer="disputed")
    assert Slip.objects.get(root=disputed.slip).worker == code(CUSCO, 8)
    assert PayAnswer.objects.current().get().outcome == "corrected"
