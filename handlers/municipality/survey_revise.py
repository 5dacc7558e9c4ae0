"""Corrected questions are published: what changes, what of it means something else, and a yes.

The subject is the id of the draft that corrects an open survey.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from bot.civic.survey import short
from bot.civic.survey.corrections import Reworded, changes
from bot.civic.survey.form import Form
from bot.civic.survey.revisions import whole
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import correction_words as words
from handlers.parts.survey_drafts import back, draft_for, title
from storage import answers, interviews, staff, survey_revisions, surveys
from storage.log import note
from storage.survey_revisions import Correction

MANY = 3  # decisions; with more to come all of them can be settled at once
SAME, OTHER, REST = "same", "other", "rest"


async def script(chat: Chat) -> Correction | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    survey = await chat.read(surveys.find, draft.corrects) if draft.corrects else None
    to_draft = back(chat.text, draft.id)
    if survey is None:
        return Done(then=Open("survey-draft", chat.subject))
    if survey.over(chat.me.now):
        return Done(chat.text("amend-closed"), links=to_draft)
    forms = [one.form for one in await chat.read(survey_revisions.every, survey.id)]
    form = (await chat.read(interviews.interview, draft)).form
    found = changes(forms, form)
    retitled = (draft.title, draft.intro) != (survey.title, survey.intro)
    if found.same and not retitled:
        return Done(chat.text("amend-same"), links=to_draft)
    if found.clashes:
        return Done(words.clashes(chat, found), links=to_draft)
    decided = await _decided(chat, form, found.reworded, whole(forms))
    if isinstance(decided, Html):
        return Done(decided, links=to_draft)
    told = words.told(chat, changes(forms, decided), title(chat, draft) if retitled else "")
    count = await chat.read(answers.count, survey.id)
    prompt = lines(
        told,
        lines(chat.text("amend-answered", count=count), chat.text("amend-kept")),
        chat.text("amend-sure"),
        by="\n\n",
    )
    sure = [
        Choice("yes", chat.text("amend-yes"), wide=True),
        Choice("no", chat.text("amend-no"), wide=True),
    ]
    # A name of its own for what is agreed to: somebody else may change the draft meanwhile.
    if await chat.confirm(f"sure-{_mark(f'{draft.digest}{told}')}", prompt, sure) == "yes":
        return Correction(survey, draft, decided)
    return Done(then=Open("survey-draft", chat.subject))


async def _decided(
    chat: Chat, form: Form, reworded: Sequence[Reworded], before: Form
) -> Form | Html:
    """The form as it is meant: what means something else gets another name, if it can."""
    renamed = set()
    for place, one in enumerate(reworded, 1):
        if one.question in renamed:
            continue
        chosen = await _meaning(chat, form, one, (place, len(reworded)))
        if chosen == REST:
            break
        if chosen == OTHER and not short.is_short(form):
            return words.needs_name(chat, one)
        if chosen == OTHER:
            form = short.apart(form, one.question, one.option, before)
            renamed |= {one.question} if not one.option else set()
    return form


async def _meaning(chat: Chat, form: Form, one: Reworded, place: tuple[int, int]) -> str:
    choices = [
        Choice(SAME, chat.text("amend-meaning-same"), wide=True),
        Choice(OTHER, chat.text("amend-meaning-other"), wide=True),
    ]
    if place[1] - place[0] >= MANY:
        choices.append(Choice(REST, chat.text("amend-meaning-rest"), wide=True))
    prompt = words.sides(chat, form, one, place)
    return await chat.choose(f"same-{_mark(prompt)}", prompt, choices)


def _mark(text: str) -> int:
    return crc32(text.encode())


async def apply(session: Any, me: Me, text: Text, result: Correction | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    id, place = result.survey.id, result.survey.municipality_id
    if not await staff.is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    number = await survey_revisions.publish(session, result, me.now)
    if number is None:
        return Done(text("drafts-moved"), links=back(text, result.draft.id))
    await note(
        session,
        "correct",
        me.now,
        person=me.person,
        municipality=place,
        subject=f"survey:{id}",
        detail={"version": number},
    )
    to_survey = ((text("surveys-to-this"), Open("survey", str(id))),)
    return Done(text("amend-done", number=str(number)), links=to_survey)


JOURNEYS = (Journey("survey-revise", script, apply, title="amend-name"),)
