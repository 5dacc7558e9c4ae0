"""A folder in memory: what lives for a second need not wait for a disk."""

import os
import shutil
from pathlib import Path

FOLDER = Path("/dev/shm")
ROOM = 2 << 30  # bytes; a container often has a few megabytes only


def folder() -> Path | None:
    """Where the machine has one with room to spare."""
    usable = os.access(FOLDER, os.W_OK) and shutil.disk_usage(FOLDER).free > ROOM
    return FOLDER if usable else None
