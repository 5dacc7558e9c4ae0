"""docs/proof.md: a section for each proof, replaced whenever that proof is run."""

import re
from collections.abc import Iterable, Mapping

HEAD = """# Proof

What Monawile promises, run at full size by `make prove`; each proof says when it ran last.
Measured on: {machine}."""

SECTION = re.compile(r"^## ", re.MULTILINE)


def rewritten(page: str, machine: str, titles: Iterable[str], new: Mapping[str, str]) -> str:
    """The page with these sections, by their titles, new or replaced; the others stay.

    `titles` are those of all proofs, in the page's order; sections of no proof are left out.
    """
    old = dict(_sections(page))
    sections = [new.get(title) or old.get(title) for title in titles]
    return "\n\n".join([HEAD.format(machine=machine), *filter(None, sections)]) + "\n"


def _sections(page: str) -> Iterable[tuple[str, str]]:
    for section in SECTION.split(page)[1:]:
        heading = section.partition("\n")[0]
        yield heading.rpartition(": ")[0], f"## {section.strip()}"
