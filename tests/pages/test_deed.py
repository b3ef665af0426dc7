"""What can be recorded, as data."""

from jornal.pages import agreementdeeds, planned, ratedeeds


def test_no_deed_stands_twice():
    families = (ratedeeds.FAMILY, agreementdeeds.OF_A_SITE, agreementdeeds.HEADQUARTERS, planned.FAMILY)
    verbs = [verb for family in families for verb in family.deeds]
    assert len(set(verbs)) == len(verbs)
