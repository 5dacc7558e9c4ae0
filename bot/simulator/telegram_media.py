"""Files of the Bot API: uploads, file ids, URLs the server fetches, downloads."""

from aiohttp import ClientError

from bot.simulator.files import File, kind_of, size_of
from bot.simulator.telegram import Telegram
from bot.simulator.telegram_errors import Rejected, bad
from bot.simulator.telegram_objects import stored_id
from bot.simulator.telegram_params import Params, Upload

PHOTO = 10_000_000  # bytes, uploaded (Bot API, "Sending files")
UPLOAD = 50_000_000
DOWNLOAD = 20_000_000  # getFile
BY_URL = {"photo": 5_000_000, "file": 20_000_000}
SIDES = 10_000  # width + height of a photo
RATIO = 20


async def incoming_photo(server: Telegram, given: Upload | str) -> File:
    """The photo of a call, checked as sendPhoto documents.  Raises Rejected."""
    file = await incoming_file(server, given, photo=True)
    size = size_of(file.data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > SIDES or max(size) > RATIO * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return file


async def incoming_file(server: Telegram, given: Upload | str, *, photo: bool = False) -> File:
    """A file uploaded, known by its id, or fetched from a URL.  Raises Rejected."""
    if isinstance(given, Upload):
        return _uploaded(server, given, PHOTO if photo else UPLOAD)
    if given.startswith(("http://", "https://")):
        return await _fetched(server, given, photo=photo)
    file = server.world.files.get(stored_id(given))
    if file is None or (photo and not given.startswith("AgAC")):
        raise bad("wrong file identifier/HTTP URL specified")
    return file


def _uploaded(server: Telegram, upload: Upload, limit: int) -> File:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > limit:
        raise Rejected(413, "Request Entity Too Large")
    kind = kind_of(upload.data) or "application/octet-stream"
    return server.keep(upload.data, kind, upload.name)


async def _fetched(server: Telegram, url: str, *, photo: bool) -> File:
    try:
        async with server.world.client.get(url) as answer:
            data = await answer.read()
    except (ClientError, TimeoutError):
        raise bad("failed to get HTTP URL content") from None
    if answer.status != 200 or len(data) > BY_URL["photo" if photo else "file"]:
        raise bad("failed to get HTTP URL content")
    if photo and not answer.content_type.startswith("image/"):
        raise bad("wrong type of the web page content")
    return server.keep(data, answer.content_type, url.rpartition("/")[2] or "file")


def get_file(server: Telegram, params: Params) -> dict[str, object]:
    """getFile: a File object whose path can be downloaded."""
    file_id = params.text("file_id")
    file = server.world.files.get(stored_id(file_id))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"AQAD{file.id[:10]}",
        "file_size": len(file.data),
        "file_path": f"files/{file.id}.{file.ending}",
    }
