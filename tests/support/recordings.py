"""Voice messages and videos that people send, as short as they can be."""


def box(kind: bytes, *inside: bytes) -> bytes:
    """A part of an MP4."""
    content = b"".join(inside)
    return (8 + len(content)).to_bytes(4) + kind + content


VOICE = b"OggS" + bytes(24) + b"OpusHead"
VIDEO = box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", b"a film")
