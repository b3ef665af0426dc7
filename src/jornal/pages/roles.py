"""What roles are called."""

from collections.abc import Iterable

from jornal.words.catalogue import Words

ROLES = {
    "site_manager": "Site manager",
    "trainer": "Trainer at a site",
    "quality": "Quality",
    "hq_operations": "Operations, headquarters",
    "hq_finance": "Finance, headquarters",
    "seller": "Seller",
    "authority": "Prison authority",
    "auditor": "Auditor",
    "representative": "Worker representative",
}
"""Each role that can be granted with its words, in the order in which they are offered."""


def called(words: Words, roles: Iterable[str]) -> str:
    """Roles as they are read, in their order."""
    wanted = set(roles)
    return ", ".join(words.say(label) for role, label in ROLES.items() if role in wanted)
