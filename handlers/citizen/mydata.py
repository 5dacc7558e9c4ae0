"""Everything that is kept of a person, as text they can read and keep."""

from collections.abc import Iterator
from typing import Any

from bot.civic.keeping import ends
from bot.civic.survey.form import ASKED
from bot.content.handbook import handbook
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, Words, lines
from handlers.parts.learning import course_title
from handlers.parts.practicum_words import side as team_side
from handlers.parts.survey_words import answer, reader
from handlers.parts.topic_words import mode_name, topic_name
from storage import keeping
from storage.privacy import Answered, Everything, Profile, everything


async def script(chat: Chat) -> Html:
    found = await chat.read(everything, chat.me.person)
    return lines(
        chat.text("privacy-export"),
        *_profile(chat, found.profile),
        *_accounts(chat, found),
        *_contributions(chat, found),
        *_counts(chat, found),
        await _kept(chat, found),
    )


async def _kept(chat: Chat, found: Everything) -> Html:
    """Until when all this is kept if they do not come back."""
    rule = await chat.read(keeping.terms, chat.me.municipality or "")
    until = ends(chat.me.now.astimezone(rule.zone).date(), rule.months)
    works = "yes" if found.posts else "no"
    return chat.text("keeping-until", day=day(until), months=rule.months, works=works)


def _profile(chat: Chat, profile: Profile) -> Iterator[Html]:
    names = {"ka": chat.text("language-ka"), "en": chat.text("language-en")}
    language = names.get(profile.language, profile.language)
    yield chat.text("privacy-has-language", language=language)
    if profile.municipality:
        name = _read(chat, profile.municipality)
        yield chat.text("privacy-has-municipality", municipality=name)
    if profile.settlement:
        yield chat.text("privacy-has-settlement", settlement=_read(chat, profile.settlement))
    if profile.name:
        yield chat.text("privacy-has-name", name=profile.name)
    if profile.phone:
        yield chat.text("privacy-has-phone")
    if profile.age_from:
        yield chat.text("privacy-has-age", age=str(profile.age_from))
    if profile.consent:
        given = str(profile.consent["at"])[:10].split("-")
        yield chat.text(
            "privacy-has-consent",
            day=".".join(reversed(given)),
            version=str(profile.consent["text"]),
        )


def _accounts(chat: Chat, found: Everything) -> Iterator[Html]:
    for bot, since in found.accounts:
        yield chat.text("privacy-has-account", messenger=bot, day=day(since, chat.me.zone))
    for topic, mode in found.topics:
        names = {"topic": topic_name(chat.text, topic), "mode": mode_name(chat.text, mode)}
        yield chat.text("privacy-has-topic", **names)
    for post in found.posts:
        name = _read(chat, post.municipality)
        yield chat.text("privacy-has-role", municipality=name, role=_role(chat, post.role))


def _contributions(chat: Chat, found: Everything) -> Iterator[Html]:
    for number, title in found.ideas:
        yield chat.text("privacy-has-idea", number=str(number), title=title)
    for title in found.supports:
        yield chat.text("privacy-has-support", title=title)
    for number, words in found.appeals:
        yield chat.text("privacy-has-appeal", number=str(number), text=words)
    for number, title in found.reports:
        yield chat.text("privacy-has-report", number=str(number), title=title)
    for project in found.follows:
        yield chat.text("privacy-has-follow", title=_read(chat, project))
    for project, words in found.remarks:
        yield chat.text("privacy-has-remark", title=_read(chat, project), text=words or "✓")
    for answered in found.answers:
        name = _read(chat, answered.survey)
        yield chat.text("privacy-has-answers", name=name, answers=_answers(chat, answered))
    for survey in found.anonymous:
        yield chat.text("privacy-has-answered", name=_read(chat, survey))
    for name, own, side, count in found.teams:
        told = {"name": name, "own": own, "side": team_side(chat.text, side), "count": count}
        yield chat.text("privacy-has-team", **told)
    for name, words in found.mentored:
        yield chat.text("privacy-has-mentored", name=name, text=words or "✓")
    for survey, count in found.helped:
        yield chat.text("privacy-has-helped", name=_read(chat, survey), count=count)
    for meeting in found.signups:
        yield chat.text("privacy-has-signup", name=_read(chat, meeting))
    for meeting, name in found.seminars:
        yield chat.text("privacy-has-seminar", name=_read(chat, meeting), own=name or "…")
    for course, version, passed in found.learnings:
        title = course_title(course, version, chat.me.language)
        yield chat.text("privacy-has-learning", title=title, passed=passed)
    for own, applied in found.applications:
        told = {"name": _read(chat, applied.survey), "own": own or "…"}
        yield chat.text("privacy-has-application", answers=_answers(chat, applied), **told)
    for question, option in found.polls:
        asked, said = _read(chat, question), _read(chat, option)
        yield chat.text("privacy-has-poll", question=asked, option=said)
    for number, asked, reply in found.questions:
        names = {"number": str(number), "text": asked, "answer": reply or "…"}
        yield chat.text("privacy-has-question", **names)
    for entry, language, at in found.confirmed:
        text = handbook().entry(entry, language)
        named = text.title if text else entry
        yield chat.text("privacy-has-confirmed", entry=named, day=day(at, chat.me.zone))
    for paper in found.certificates:
        course = _read(chat, dict(paper.printed.words["course"]))
        told = {"code": paper.code, "course": course, "day": day(paper.printed.day)}
        yield chat.text("privacy-has-certificate", **told)
    for vote in found.proofs:
        yield chat.text("privacy-has-proof", name=_read(chat, vote))
    for vote in found.votes:
        yield chat.text("privacy-has-vote", name=_read(chat, vote))


def _counts(chat: Chat, found: Everything) -> Iterator[Html]:
    if found.drafts:
        yield chat.text("privacy-has-drafts", count=found.drafts)
    if found.photos:
        yield chat.text("privacy-has-photos", count=found.photos)
    if found.replies:
        yield chat.text("privacy-has-replies", count=found.replies)
    if found.letters:
        yield chat.text("privacy-has-letters", count=found.letters)


def _answers(chat: Chat, answered: Answered) -> Html:
    """Each question, and what was answered in the words of its choices."""
    read = reader(chat.me.language, chat.me.main_language)
    items = {item.name: item for item in answered.form.walk()}
    told = []
    for path, value in answered.values.items():
        item = items[path.rpartition(".")[2]]
        if item.kind in ASKED:
            said = answer(chat.text, read, answered.form, item, value)
            told.append(lines(read(dict(item.label)), said, by=" "))
    return lines(*told)


def _role(chat: Chat, role: str) -> Html:
    names = {
        "coordinator": chat.text("desk-role-coordinator"),
        "reviewer": chat.text("desk-role-reviewer"),
        "partner": chat.text("desk-role-partner"),
        "observer": chat.text("desk-role-observer"),
        "helper": chat.text("desk-role-helper"),
        "official": chat.text("desk-role-official"),
        "expert": chat.text("desk-role-expert"),
        "lawyer": chat.text("lawyer-role"),
        "mentor": chat.text("desk-role-mentor"),
        "trainer": chat.text("desk-role-trainer"),
    }
    return names[role]


def _read(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, told: Html) -> Outcome:
    return Done(told, links=((text("menu-privacy"), Open("privacy")),))


JOURNEYS = (Journey("mydata", script, apply),)
