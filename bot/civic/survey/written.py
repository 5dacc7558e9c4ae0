"""Forms as texts: what is stored and handed on, and read only where somebody is asked by it."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from bot.civic.survey.form import Form, Told


@dataclass(frozen=True, slots=True)
class Written:
    """A form's text, which may be megabytes; equal forms have the same digest."""

    title: Told
    text: str
    digest: str

    @classmethod
    def of(cls, form: Form) -> Self:
        plain = form.to_json()
        ordered = json.dumps(plain, ensure_ascii=False, sort_keys=True)
        digest = sha256(ordered.encode(errors="replace")).hexdigest()
        return cls(form.title, json.dumps(plain, ensure_ascii=False), digest)


def read(text: str) -> Form:
    """The form of a text."""
    return Form.from_json(json.loads(text))
