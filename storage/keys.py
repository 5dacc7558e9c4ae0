"""The keys of votes: files outside the database and outside its backups.

A vote's key turns a voter's proof into the pseudonym of the ballot.  It is random, derived from
nothing, made once, and destroyed when the vote is sealed; a lost key is never made again.
"""

import asyncio
import hashlib
import hmac
import os
import secrets
from pathlib import Path

SIZE = 32  # bytes


class KeyMissing(Exception):
    """The vote's key is not where it must be, or is not the vote's: nobody can vote."""


async def make_key(folder: Path) -> str:
    """A new key, surely on disk before this returns; its fingerprint, which finds it again."""
    return await asyncio.to_thread(_make, folder)


async def destroy_key(folder: Path, fingerprint: str) -> None:
    """Overwrite and remove a key.  One that is gone already is well gone."""
    await asyncio.to_thread(_destroy, _path(folder, fingerprint))


def read_key(folder: Path, fingerprint: str) -> bytes:
    """The key with this fingerprint.  Raises KeyMissing."""
    try:
        key = _path(folder, fingerprint).read_bytes()
    except OSError as error:
        raise KeyMissing(fingerprint) from error
    if not hmac.compare_digest(hashlib.sha256(key).hexdigest(), fingerprint):
        raise KeyMissing(fingerprint)
    return key


def code(key: bytes, *parts: str | int) -> str:
    """A code that only this key makes of these parts."""
    message = "\x1f".join(map(str, parts)).encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def _path(folder: Path, fingerprint: str) -> Path:
    return folder / f"{fingerprint}.key"


def _make(folder: Path) -> str:
    key = secrets.token_bytes(SIZE)
    fingerprint = hashlib.sha256(key).hexdigest()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(_path(folder, fingerprint), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    _write(file, key)
    _sync_folder(folder)
    _sync_folder(folder.parent)
    return fingerprint


def _destroy(path: Path) -> None:
    try:
        file = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        return
    _write(file, secrets.token_bytes(SIZE))
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write(file: int, content: bytes) -> None:
    try:
        os.write(file, content)
        os.fsync(file)
    finally:
        os.close(file)


def _sync_folder(folder: Path) -> None:
    """A name is on disk only when its folder is."""
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
