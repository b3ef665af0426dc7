import pytest

from jornal.words.catalogue import Words
from jornal.words.channels import said


@pytest.mark.parametrize(
    ("channel", "language", "text"),
    [
        ("wholesale", "es", "Mayoreo"),
        ("consignment", "da", "Kommission"),
        ("shopify", "th", "shopify"),
        ("sales", "es", "sales"),
    ],
)
def test_a_channel_that_jornal_names_is_said_and_one_that_somebody_named_is_as_typed(channel, language, text):
    assert said(channel, Words(language)) == text
