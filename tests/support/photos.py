"""Pictures that people send."""

from io import BytesIO

from PIL import Image


def photo(width: int = 64, height: int = 48) -> bytes:
    """A picture as a phone takes it."""
    taken = BytesIO()
    Image.new("RGB", (width, height), "green").save(taken, "JPEG")
    return taken.getvalue()
