"""The ways goods are sold that jornal itself records, in words; shops and tills keep the name they have."""

from jornal.words.catalogue import Words

CHANNELS = {"wholesale": "Wholesale", "consignment": "Consignment"}


def said(channel: str, words: Words) -> str:
    """A channel as a reader knows it; one that somebody named is as it was typed."""
    return words.say(CHANNELS[channel]) if channel in CHANNELS else channel
