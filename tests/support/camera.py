"""What a camera sees: a PDF as pixels, and the QR codes that another program reads in them."""

import io
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image

DPI = 150  # of a page as an office scanner has it


def rendered(pdf: bytes, *, dpi: int = DPI) -> list[Any]:
    """Every page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def opened(picture: bytes) -> Any:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def codes(picture: Any) -> list[str]:
    """The contents of all QR codes in it."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]
