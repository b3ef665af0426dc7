"""The months that were drafted last, kept while the books stand as they did: the same books give the same figures."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

from django.conf import settings

from jornal.actions.monthpay import MonthPay, drafted
from jornal.actions.office import Office
from jornal.journal import place
from jornal.pages import jobs
from jornal.reads.noticed import ends

KEPT = 4

_lock = threading.Lock()
_drafts: OrderedDict[Hashable, MonthPay] = OrderedDict()


def draft(office: Office, month: str) -> MonthPay | jobs.Job:
    """A month as it would be issued now, or the work that makes it where that takes longer than a click.

    Neither names nor tallies stand in it. Raises what `drafted` raises.
    """
    key = _key(office, month)
    with _lock:
        kept = _drafts.get(key)
    if kept is not None:
        return kept
    job = jobs.begun(("draft", key), lambda told: drafted(office, month, told))
    if not job.ended():
        return job
    jobs.dropped(("draft", key))
    found: MonthPay = job.result()
    with _lock:
        _drafts[key] = found
        while len(_drafts) > KEPT:
            _drafts.popitem(last=False)
    return found


def _key(office: Office, month: str) -> Hashable:
    """What the figures rest on: the heads of the books that are read, and today."""
    heads = tuple((book, place.found(book).digest) for book in ends(office.site))
    return (str(settings.HOME), office.site, month, office.day, heads)
