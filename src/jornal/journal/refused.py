"""Why another computer's book was not taken in: one class each, with what it means and what to do."""

from typing import Any

from jornal.journal.faults import Fault


class NotReceived(ValueError):
    """Entries or heads that were refused; nothing of them was taken."""


class OwnBook(NotReceived):
    """A computer's own book brought to it."""

    def __init__(self, book: str) -> None:
        super().__init__(
            f'Nothing was taken in: the book "{book}" is written on this computer. After a loss, restore the backup '
            "with `jornal restore`; it asks for what others hold of the book."
        )


class NotAsExpected(NotReceived):
    """A book of another key than the one given."""

    def __init__(self, book: str, key: str) -> None:
        super().__init__(
            f'Nothing was taken in: the book "{book}" is signed by the key {key}, not by the one given. '
            "Compare it with the paper of that computer's opening; if it differs there, do not trust this delivery."
        )


class OtherComputer(NotReceived):
    """A book that goes on under a key nobody has vouched for."""

    def __init__(self, book: str, key: str) -> None:
        super().__init__(
            f'Nothing was taken in: the book "{book}" goes on on another computer, with the key {key}. Ask the site '
            "whether that is its new computer, by a way other than this delivery; then give its key."
        )


class Missing(NotReceived):
    """Entries that begin later than what is held goes on."""

    def __init__(self, book: str, first: int, last: int) -> None:
        places = f"entry {first} is" if first == last else f"entries {first} to {last} are"
        super().__init__(
            f'Nothing was taken in: of the book "{book}" {places} missing between what is held here and what came. '
            f"Ask for everything from {first} on."
        )


class Forked(NotReceived):
    """Other bytes for a place that is held already."""

    def __init__(
        self, book: str, seq: int, *, ours: dict[str, Any] | None, theirs: dict[str, Any] | None, last: str
    ) -> None:
        says = "one of the two is not readable."
        if ours is not None and theirs is not None:
            says = f"here it was recorded at {ours['at']}, there at {theirs['at']}. {self._means(ours, theirs, last)}"
        super().__init__(
            f'Nothing was taken in: entry {seq} of the book "{book}" is not the one that is held here: {says} '
            "Keep what came, record nothing more on that computer, and compare both with the printed heads."
        )

    @staticmethod
    def _means(ours: dict[str, Any], theirs: dict[str, Any], last: str) -> str:
        if theirs["id"] != ours["id"] and theirs["at"] > last:
            return (
                "It was recorded after everything held here: an old copy of that computer was put back and used "
                "without `jornal restore`."
            )
        if theirs["id"] != ours["id"] and theirs["at"] != ours["at"]:
            return "Two copies of that computer were used at the same time, or the book was rewritten."
        return "The book was rewritten there."


class OldCopy(NotReceived):
    """Entries of an epoch that had ended."""

    def __init__(self, book: str, seq: int, at: str, opened: str) -> None:
        super().__init__(
            f'Nothing was taken in: entry {seq} of the book "{book}", recorded at {at}, is of an epoch that ended when '
            f"the book was opened anew on {opened}: an old copy of that computer was used. Take that copy out of use; "
            "what was recorded on it has to be recorded again on the present one."
        )


class HoldsMore(NotReceived):
    """A new epoch that begins before the end of what is held of the one before."""

    def __init__(self, book: str, seq: int, last: int) -> None:
        super().__init__(
            f'Nothing was taken in: the book "{book}" was restored from a backup and opened anew at {seq}, but here '
            f"it is held up to {last}. Those entries have to be given to the restored computer first: restore it once "
            "more, give it what is held here, and let it open the book anew after that."
        )


class NotReceivable(NotReceived):
    """An entry that is not what it has to be."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        says = fault.key.format(**fault.named)
        super().__init__(
            f"Nothing was taken in. {says} Ask the site to export it again; if the same comes, audit that computer."
        )


class NotSigned(NotReceived):
    """Entries after the last signed head."""

    def __init__(self, book: str, seq: int) -> None:
        super().__init__(
            f'Nothing was taken in: the book "{book}" came without a signed head at its last entry, {seq}. Ask for it '
            "to be exported again."
        )


class HeadNotOfBook(NotReceived):
    """A head of other entries, or without the signature of the computer that wrote them."""

    def __init__(self, book: str, seq: int) -> None:
        super().__init__(
            f'Nothing was taken in: the head at entry {seq} of the book "{book}" is not of these entries, or was not '
            "signed by the computer that writes the book. Ask for it again, by another way."
        )


class Clashes(NotReceived):
    """A record whose key or id is taken."""

    def __init__(self, book: str, told: str) -> None:
        super().__init__(
            f'Nothing was taken in: a record of the book "{book}" is held already under its key or id '
            f"({told.strip()}). jornal records nothing twice, so somebody changed what came. Keep it and ask the site."
        )
