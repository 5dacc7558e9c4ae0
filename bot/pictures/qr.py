"""QR codes for posters, doors and certificates."""

import io

import segno

QUIET = 4  # modules of white around, as the standard (ISO 18004) asks


def qr_png(content: str, scale: int = 12) -> bytes:
    """A PNG with `scale` pixels to the module; up to 15 % of it may be damaged."""
    return _save(content, "png", scale)


def qr_svg(content: str, scale: int = 12) -> bytes:
    """The same as SVG, for print."""
    return _save(content, "svg", scale)


def _save(content: str, kind: str, scale: int) -> bytes:
    out = io.BytesIO()
    code = segno.make(content, error="m", micro=False, boost_error=False)
    code.save(out, kind=kind, scale=scale, border=QUIET)
    return out.getvalue()
