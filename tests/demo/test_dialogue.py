"""What a site and headquarters of the demo say to each other."""

from datetime import date

from jornal.actions import filed
from jornal.actions.pictures import cleaned
from jornal.demo.dialogue import swatches
from jornal.facts.dialogue import Meeting, Photo
from jornal.reads.dialogue import promises, threads

END = date(2026, 11, 13)


def test_its_picture_is_whole_and_holds_nothing_else():
    assert cleaned(swatches(), "swatches.png").data == swatches()


def test_threads_promises_and_a_meeting_stand_in_the_register(register):
    found = {one.asked.question: one.state for one in threads(["cusco"], END)}
    assert found == {"q-s1": "closed", "q-h1": "closed", "q-h2": "open", "q-s2": "open"}
    kept = {one.of.promise: (one.open, one.late(END)) for one in promises(["cusco"], END)}
    assert kept["p-h1"] == (True, True)
    assert kept["p-h2"] == (False, False)
    assert kept["p-s1"] == (True, False)
    assert Meeting.objects.get().present == 11
    assert filed.read(register.home, Photo.objects.get().file_digest) == swatches()
