"""A message survives JSON, with whatever it carries."""

import json

import pytest

from bot.messages import Document, Html, Outgoing, Picture

PAPER = Document("d1", "ბიულეტენი.pdf", 7, "https://example.org/document.pdf")


@pytest.mark.parametrize("document", [PAPER, Document("d1", "a.pdf", 7), None])
def test_a_document_survives_json(document: Document | None) -> None:
    said = Outgoing(Html("<b>ა</b>"), document=document, nonce="n")
    data = json.loads(json.dumps(said.to_json()))
    assert data["v"] == 1 and Outgoing.from_json(data) == said


def test_a_message_carries_one_file() -> None:
    with pytest.raises(ValueError, match="not both"):
        Outgoing(Html("ა"), picture=Picture("m1"), document=PAPER)
