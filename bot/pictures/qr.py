"""QR codes for posters, doors and certificates."""

import io
from typing import Any

import segno

QUIET = 4  # modules of white around, as the standard (ISO 18004) asks


def qr_png(content: str, scale: int = 12) -> bytes:
    """A PNG with `scale` pixels to the module; up to 15 % of it may be damaged."""
    return _save(content, kind="png", scale=scale)


def qr_svg(content: str) -> bytes:
    """The same as SVG, as large as the place where it stands."""
    return _save(content, kind="svg", omitsize=True)


def _save(content: str, **how: Any) -> bytes:
    out = io.BytesIO()
    code = segno.make(content, error="m", micro=False, boost_error=False)
    code.save(out, border=QUIET, **how)
    return out.getvalue()
