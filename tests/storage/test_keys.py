"""A vote's key: made once, found by its fingerprint, never mistaken, destroyed for good."""

import pytest

from storage.keys import SIZE, KeyMissing, code, destroy_key, make_key, read_key


async def test_a_key_is_random_private_and_found_by_its_fingerprint(tmp_path):
    folder = tmp_path / "new" / "keys"
    prints = {await make_key(folder) for _ in range(3)}
    keys = {read_key(folder, fingerprint) for fingerprint in prints}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {SIZE}
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


async def test_a_missing_key_is_not_made_again(tmp_path):
    with pytest.raises(KeyMissing):
        read_key(tmp_path, "0" * 64)
    assert list(tmp_path.iterdir()) == []


async def test_a_changed_key_is_not_taken(tmp_path):
    fingerprint = await make_key(tmp_path)
    (tmp_path / f"{fingerprint}.key").write_bytes(b"x" * SIZE)
    with pytest.raises(KeyMissing):
        read_key(tmp_path, fingerprint)


async def test_a_key_is_overwritten_before_it_is_removed(tmp_path):
    fingerprint = await make_key(tmp_path)
    key = read_key(tmp_path, fingerprint)
    other_name = tmp_path / "kept"
    other_name.hardlink_to(tmp_path / f"{fingerprint}.key")
    await destroy_key(tmp_path, fingerprint)
    assert not (tmp_path / f"{fingerprint}.key").exists()
    assert other_name.read_bytes() != key
    await destroy_key(tmp_path, fingerprint)


def test_parts_cannot_be_shifted_into_one_another():
    assert code(b"key", "vote", 1, 23) != code(b"key", "vote", 12, 3)
    assert code(b"key", "vote", 1) != code(b"other", "vote", 1)
