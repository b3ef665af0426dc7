"""The key of a computer."""

import stat

import pytest

from hands import LAPTOP, STRANGER
from jornal.journal import node
from jornal.journal.node import NoNode


def test_a_key_is_made_once_and_kept(tmp_path):
    first = node.made(tmp_path)
    assert (node.made(tmp_path).public, node.kept(tmp_path).public) == (first.public, first.public)


def test_two_computers_have_two_keys(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert node.made(tmp_path / "a").public != node.made(tmp_path / "b").public


def test_a_key_from_a_seed_is_always_the_same(tmp_path):
    (tmp_path / "a").mkdir()
    assert node.made(tmp_path, b"s" * 32).public == node.made(tmp_path / "a", b"s" * 32).public


def test_only_its_owner_reads_the_key(tmp_path):
    node.made(tmp_path)
    assert stat.S_IMODE((tmp_path / "node.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [None, b"", b"too short", b"x" * 33])
def test_a_folder_without_a_whole_key_holds_no_register(tmp_path, content):
    if content is not None:
        (tmp_path / "node.key").write_bytes(content)
    with pytest.raises(NoNode, match="jornal init"):
        node.kept(tmp_path)


def test_a_signature_stands_for_its_own_text_and_key_alone():
    signature = LAPTOP.sign("head")
    assert node.stands(LAPTOP.public, "head", signature)
    assert not node.stands(LAPTOP.public, "heads", signature)
    assert not node.stands(STRANGER.public, "head", signature)


@pytest.mark.parametrize(
    ("public", "signature"),
    [("", ""), ("zz", "zz"), ("00" * 32, "00" * 64), ("00" * 31, "00" * 64), ("é", "ñ")],
)
def test_what_is_no_key_or_no_signature_never_stands(public, signature):
    assert not node.stands(public, "head", signature)
