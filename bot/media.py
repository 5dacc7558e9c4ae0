"""Pictures, recordings and documents: cleaned, stored, offered under signed addresses."""

import asyncio
import hashlib
import hmac
import io
import logging
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from secrets import token_hex

from PIL import Image, ImageOps

from bot import recordings
from bot.channel import Channel, SendError
from bot.clock import Clock
from bot.content.pictures import path_of as lesson_picture
from bot.documents import format_of
from bot.messages import LARGEST_FILE, LARGEST_RECORDING, Document, Heard, Incoming, Outgoing
from storage import media as rows
from storage.engine import Database
from storage.media import Owner

log = logging.getLogger(__name__)

LARGEST_IN = LARGEST_RECORDING  # bytes of a picture too: what a Telegram bot may download
LARGEST_OUT = 1_000_000  # bytes; Viber shows no larger picture on an iPhone
SIDES = (1600, 1280, 960, 640)  # pixels of the longer side, tried until the file is small enough
FRESH_SECONDS = 24 * 3600  # bytes are written before the row that names them
SIGNED_HOURS = 24 * 14  # Viber tries to deliver for 14 days

Image.MAX_IMAGE_PIXELS = 50_000_000


class MediaStore:
    """Keeps pictures and recordings in a folder by their digest, what they are in the database.

    Documents are in the database: any process may make or send them, and they are dropped in days.
    So are files that people send as an answer; these belong to their sender and to that question.
    """

    def __init__(
        self, database: Database, folder: Path, clock: Clock, *, key: bytes, public_url: str
    ) -> None:
        self._database = database
        self._folder = folder / "media"
        self._clock = clock
        self._key = key
        self.public_url = public_url.rstrip("/")

    async def keep(self, content: bytes, *, owner: int | None = None, question: str = "") -> str:
        """Clean and store a picture; its media id.  Raises ValueError if it is no picture."""
        cleaned, kind = await asyncio.to_thread(clean, content)
        id = token_hex(8)
        await self._add(id, kind, cleaned, owner, question)
        return id

    async def _recorded(self, heard: Incoming, content: bytes, question: str) -> str:
        """Clean and store a recording; its media id, which is the name of its file."""
        clean = recordings.audio if heard.heard is Heard.AUDIO else recordings.video
        cleaned, kind, ending = await asyncio.to_thread(clean, content)
        id = f"{token_hex(8)}.{ending}"
        await self._add(id, kind, cleaned, None, question)
        return id

    async def _add(
        self, id: str, kind: str, content: bytes, owner: int | None, question: str
    ) -> None:
        digest = hashlib.sha256(content).hexdigest()
        await asyncio.to_thread(self._write, digest, content)
        async with self._database.writing() as session:
            now = self._clock.now()
            await rows.add(session, id, kind, digest, len(content), owner, now, question)

    async def take(
        self, channels: Mapping[str, Channel], heard: Incoming, owner: Owner
    ) -> Incoming:
        """Fetch and store what somebody sent: the event with its media id, '' if that failed."""
        try:
            content = await channels[heard.bot].fetch(heard.media)
            heard = replace(heard, size=len(content))
            return replace(heard, media=await self._taken(heard, content, owner))
        except (SendError, ValueError) as error:
            log.warning("media: a %s was not stored: %s", heard.heard, type(error).__name__)
            too_big = isinstance(error, SendError) and error.reason == "too_big"
            return replace(heard, media="", size=LARGEST_IN + 1 if too_big else heard.size)

    async def _taken(self, heard: Incoming, content: bytes, owner: Owner) -> str:
        if len(content) > (LARGEST_FILE if heard.heard is Heard.FILE else LARGEST_IN):
            return ""
        if heard.heard in (Heard.AUDIO, Heard.VIDEO):
            return await self._recorded(heard, content, owner.question)
        if heard.heard is not Heard.FILE:
            return await self.keep(content, question=owner.question)
        id = token_hex(8)
        async with self._database.writing() as session:
            await rows.add_file(session, id, content, owner, self._clock.now())
        return id

    async def keep_document(self, name: str, content: bytes) -> Document:
        """Store a document under the name people will see.

        Raises ValueError for what is none of `bot.documents`, or is not what its name says.
        """
        known = format_of(content)
        if known is None or not name.endswith(known.ending):
            raise ValueError(f"not a document by this name: {name!r}")
        id = token_hex(8)
        async with self._database.writing() as session:
            await rows.add_document(session, id, content, self._clock.now())
        return Document(id, name, len(content))

    async def keep_awhile(self, content: bytes) -> str:
        """Store a picture that names somebody; its media id.  It is forgotten as documents are."""
        cleaned, _ = await asyncio.to_thread(clean, content)
        id = token_hex(8)
        async with self._database.writing() as session:
            await rows.add_document(session, id, cleaned, self._clock.now())
        return id

    async def file(self, id: str, person: int) -> bytes:
        """The bytes of a file this person has sent as an answer.  Raises LookupError."""
        async with self._database.reading() as session:
            content = await rows.file(session, id, person)
        if content is None:
            raise LookupError("no such file")
        return content

    async def load(self, id: str) -> bytes:
        """The bytes of a picture, also of a lesson's, a recording or a document.

        Raises LookupError.
        """
        if path := lesson_picture(id):
            return await self._read(path)
        async with self._database.reading() as session:
            found = await rows.find(session, id)
        if found is None:
            raise LookupError("no such file")
        if found.content is not None:
            return found.content
        return await self._read(self._folder / found.sha256)

    async def _read(self, path: Path) -> bytes:
        try:
            return await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError as error:
            raise LookupError("the bytes of a picture are gone") from error

    async def files(self, ids: Sequence[str]) -> dict[str, Path]:
        """Where the bytes of these pictures and recordings are, by id; of those that are there."""
        async with self._database.reading() as session:
            digests = await rows.digests_of(session, ids)
        paths = {id: self._folder / digest for id, digest in digests.items()}
        there = await asyncio.to_thread(lambda: {id for id, path in paths.items() if path.exists()})
        return {id: paths[id] for id in there}

    async def ready(self, message: Outgoing) -> Outgoing:
        """The message with an address at which a messenger can fetch its picture or document."""
        if message.picture and not message.picture.url:
            media = message.picture.media
            url = self.address(media, "picture.png" if lesson_picture(media) else "picture.jpg")
            return replace(message, picture=replace(message.picture, url=url))
        if message.document and not message.document.url:
            name = f"document{PurePath(message.document.name).suffix}"
            url = self.address(message.document.media, name)
            return replace(message, document=replace(message.document, url=url))
        return message

    def address(self, id: str, name: str = "picture.jpg") -> str:
        """A public address that works for two weeks and for this file only."""
        until = int(self._clock.now().timestamp()) + SIGNED_HOURS * 3600
        return f"{self.public_url}/media/{id}/{until}/{self._sign(id, until)}/{name}"

    def allowed(self, id: str, until: int, signature: str) -> bool:
        """Whether an address was signed by us and still holds."""
        fresh = until >= self._clock.now().timestamp()
        return hmac.compare_digest(self._sign(id, until).encode(), signature.encode()) and fresh

    def _sign(self, id: str, until: int) -> str:
        return hmac.new(self._key, f"media:{id}:{until}".encode(), hashlib.sha256).hexdigest()[:32]

    async def sweep(self) -> None:
        """Remove the bytes of pictures and recordings that are gone."""
        async with self._database.reading() as session:
            needed = await rows.digests(session)
        await asyncio.to_thread(self._sweep, needed)

    def _sweep(self, needed: Collection[str]) -> None:
        old = time.time() - FRESH_SECONDS
        for path in self._folder.glob("*"):
            if path.name not in needed and path.stat().st_mtime < old:
                path.unlink(missing_ok=True)

    def _write(self, digest: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / digest
        if path.exists():
            path.touch()  # it is wanted again
        else:
            half = path.with_name(f"{digest}.{token_hex(4)}")
            half.write_bytes(content)
            half.rename(path)


def clean(content: bytes) -> tuple[bytes, str]:
    """A JPEG of at most 1 MB without the place, time and device that cameras write into photos.

    Raises ValueError for anything that is not a picture.
    """
    try:
        picture = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    except Exception as error:  # damaged pictures raise a dozen kinds, by format
        raise ValueError("not a picture") from error
    for side in SIDES:
        small = picture.copy()
        small.thumbnail((side, side))
        buffer = io.BytesIO()
        small.save(buffer, "JPEG", quality=85)
        if buffer.tell() <= LARGEST_OUT:
            break
    return buffer.getvalue(), "image/jpeg"
