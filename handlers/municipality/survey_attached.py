"""Photos and recordings among a survey's answers: packed in a job, sent into the chat as files."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.civic.survey.attachments import attachments
from bot.civic.survey.sheets import Gathered
from bot.journey import Tools
from bot.messages import Document, Words, lines
from handlers.parts.print_send import attached, post, sorry
from handlers.parts.survey_handed import closing, handed
from handlers.parts.survey_readme import gone, readme
from storage import survey_exports
from storage.survey_exports import ATTACHMENTS


async def make(args: dict[str, Any], tools: Tools) -> None:
    """Pack them, send them to whoever asked if they still work there, and log that."""
    if (found := await handed(args, tools)) is None:
        return
    survey, gathered = found
    files, text = attachments(gathered), partial(tools.text, args["speaks"])
    documents, missing = await _packed(gathered, files, tools)
    async with tools.writing() as session:
        if documents:
            log, person = {"files": len(files) - len(missing)}, args["person"]
            times = await survey_exports.keep_note(session, survey, log, tools.now(), person)
            title = Words(survey.title).read(args["speaks"])
            counts = {"count": log["files"], "parts": len(documents), "times": times}
            made = text("export-media-made", title=title, **counts)
            said = lines(made, gone(text, missing), by="\n\n")
        elif files:
            said = text("export-media-too-large", number=str(survey.id))
        else:
            said = text("export-media-none")
        letters = [*attached(documents), closing(args, said, tools)]
        await post(session, tuple(args["to"]), letters, tools)


async def _packed(
    gathered: Gathered, files: Mapping[str, str], tools: Tools
) -> tuple[list[Document], list[str]]:
    """The archives, and what is missing in them; none where it is too much for a chat."""
    said = readme(lambda language: partial(tools.text, language), gathered)
    if not files:
        return [], []
    try:
        return await tools.attachments(f"survey-{gathered.number}-media", files, said)
    except OverflowError:
        return [], []


JOBS = {ATTACHMENTS: make}
LOST = {ATTACHMENTS: sorry}
