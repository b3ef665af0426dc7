"""A computer that goes out while goods are moved, sold, settled, or a kit comes back: done again, all is there once."""

import making
import stocked
from cutting import points
from jornal.actions.kits import KitBackAlready
from lost import own
from peopled import do
from redone import again

FINISHED = {
    "what": "finished",
    "quantity": "10",
    "to_place": "store",
    "day": "2026-10-10",
    "movement": "MV901",
}
MOVED = {
    "what": "moved", "quantity": "4", "from_place": "store", "to_place": "gallery", "day": "2026-10-12",
    "movement": "MV902",
}  # fmt: skip
SETTLED = {
    "settlement": "october", "place": "gallery", "since": "2026-10-01", "until": "2026-10-20", "product": "sweater",
    "sold": "1", "left": "3", "price": "30000",
}  # fmt: skip


def goods_go(lot: str):
    """A lot into stock, a part of it to a gallery, sold there and in the store; each acknowledged."""
    hq, seller = own(stocked.hq()), own(stocked.seller())
    sold = {**stocked.LINE, "place": "store", "lot": lot, "quantity": "2"}

    def working(say):
        do(hq, "move-goods", {**FINISHED, "lot": lot})
        say("finished")
        do(hq, "move-goods", {**MOVED, "lot": lot})
        say("moved")
        do(seller, "sell", sold, {**sold, "order": "2"})
        do(
            seller,
            "refund",
            {"channel": "till", "order": "1", "line": "1", "amount": "100", "day": "2026-10-22"},
        )
        say("sold")
        do(own(stocked.hq("hq_finance", "F1")), "settle", {**SETTLED, "lot": lot})
        say("settled")

    return working


@points(5)
def test_killed_at_every_step_of_goods_that_go_they_went_once(sqlite, tmp_path, most):
    here = making.begun()
    do(stocked.hq(), "set-checklist", stocked.ASKS)
    do(stocked.hq(), "name-place", stocked.STORE, stocked.CONSIGNEE)
    lot = stocked.judged(here)
    work = goods_go(lot)
    again(sqlite, tmp_path, work, most)


@points(4)
def test_killed_at_every_step_of_a_kit_that_comes_back_it_is_paid_once(sqlite, tmp_path, most):
    here = own(making.begun())
    lot = making.opened(here)
    kit = {
        "worker": "QC01",
        "lot": lot,
        "pieces": "2",
        "tools": "needles: 3",
        "day": "2026-10-05",
        "code": "KQC001K",
    }

    def work(say):
        do(here, "issue-kit", kit)
        say("out")
        do(here, "return-kit", {"kit": kit["code"], "good": "2", "tools": "needles: 3", "day": "2026-10-09"})
        say("back")

    again(sqlite, tmp_path, work, most, KitBackAlready)  # it came back before the computer went out
