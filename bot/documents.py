"""The kinds of documents that we send, and how to tell one by its bytes."""

import io
import zipfile
from dataclasses import dataclass

ZIPPED = b"PK\x03\x04"
WORKBOOK = "xl/workbook.xml"
CALENDAR = b"BEGIN:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Format:
    """`shown`: a browser may open it in the page; else it is saved as a file."""

    ending: str
    content_type: str
    shown: bool = False


PDF = Format(".pdf", "application/pdf", shown=True)
XLSX = Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
ZIP = Format(".zip", "application/zip")
ICS = Format(".ics", "text/calendar", shown=True)


def format_of(content: bytes) -> Format | None:
    """What a file is; None for a kind that we do not send."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(CALENDAR):
        return ICS
    if not content.startswith(ZIPPED):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return XLSX if WORKBOOK in archive.namelist() else ZIP
    except zipfile.BadZipFile:
        return None
