"""Needs surveys: what is asked, and what people answered."""

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment, Text, Unread

# A row number that follows the order of writing would tell who wrote which sheet.
NO_ORDER = {"sqlite_with_rowid": False}


class Survey(Base):
    """Questions to the people of one municipality.  Open is what its dates say.

    `form` is the text of a `bot.civic.survey.form.Form`, and `digest` that of its text: equal forms
    are built once.  `revision` counts the forms that were published; a draft that `corrects` an
    open survey becomes its next one.  `version` counts changes of the dates.  A draft's dates are a
    proposal.  `audience` narrows who of the municipality is asked (storage.survey_audience);
    `guests` lets others answer by the link.  `results` are the published counts; they are kept, so
    that everybody reads the same numbers.
    """

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("state in ('draft', 'open', 'closed')", name="known"),
        CheckConstraint("closes_at > opens_at", name="opens_first"),
        Index("ix_survey_municipality", "municipality_id", "state"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    title: Mapped[Text]
    intro: Mapped[Text]
    state: Mapped[str] = mapped_column(String(8), default="draft")
    anonymous: Mapped[bool] = mapped_column(default=False)
    opens_at: Mapped[Moment]
    closes_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(default=0)
    form: Mapped[str] = mapped_column(Unread)
    digest: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int] = mapped_column(default=1, server_default="1")
    corrects: Mapped[int | None] = mapped_column(ForeignKey("survey.id"), unique=True)
    audience: Mapped[Data] = mapped_column(JSON, default=dict, server_default="{}")
    guests: Mapped[bool] = mapped_column(default=False, server_default=false())
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    results: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    results_at: Mapped[Moment | None]


class SurveyRevision(Base):
    """A form that people were asked by since a moment; it never changes, and the last is asked now.

    Answers know the number of theirs.
    """

    __tablename__ = "survey_revision"

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[Moment]
    form: Mapped[str] = mapped_column(Unread)
    digest: Mapped[str] = mapped_column(String(64))


class SurveyResponse(Base):
    """One person's answers to a survey that is not anonymous, by the paths of their questions."""

    __tablename__ = "survey_response"
    __table_args__ = (UniqueConstraint("survey_id", "person_id"),)

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    language: Mapped[str] = mapped_column(String(8))
    answered_at: Mapped[Moment]
    answers: Mapped[Data]
    revision: Mapped[int] = mapped_column(default=1, server_default="1")


class SurveyAnswered(Base):
    """Who has answered an anonymous survey; nothing here or there leads to what they said."""

    __tablename__ = "survey_answered"
    __table_args__ = NO_ORDER

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class SurveySheet(Base):
    """Somebody's answers without the person: no time, a random key.

    Those to an anonymous survey, and in any survey those that a helper entered for a neighbour:
    `assisted` is "" for the former, else how it was ("door", "paper").
    """

    __tablename__ = "survey_sheet"
    __table_args__ = (
        CheckConstraint("assisted in ('', 'door', 'paper')", name="known"),
        Index("ix_survey_sheet_survey", "survey_id"),
        NO_ORDER,
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    language: Mapped[str] = mapped_column(String(8))
    answers: Mapped[Data]
    assisted: Mapped[str] = mapped_column(String(8), default="", server_default="")
    revision: Mapped[int] = mapped_column(default=1, server_default="1")


class SurveyPhone(Base):
    """That a phone number has answered a survey, as a code that only this survey has.

    Nothing leads from here to a person or to an answer, and all of it goes when the survey closes.
    """

    __tablename__ = "survey_phone"
    __table_args__ = NO_ORDER

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)


class SurveyHelp(Base):
    """How much one helper did for a survey on a day, in numbers.  Which answers these were, nobody
    can tell.

    `settlement_id` is where the last interview was, so that the next one begins there; it is
    forgotten when the survey closes.
    """

    __tablename__ = "survey_help"
    __table_args__ = (Index("ix_survey_help_survey", "survey_id", "person_id"),)

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    interviews: Mapped[int] = mapped_column(default=0)
    paper: Mapped[int] = mapped_column(default=0)
    unnumbered: Mapped[int] = mapped_column(default=0)  # without a phone number
    quick: Mapped[int] = mapped_column(default=0)
    declined: Mapped[int] = mapped_column(default=0)
    doubled: Mapped[int] = mapped_column(default=0)  # refused: the number had answered
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))


class SurveyTag(Base):
    """A word of the staff's for what somebody wrote; `sheet` is the id of a response or a sheet."""

    __tablename__ = "survey_tag"

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    question: Mapped[str] = mapped_column(String(255), primary_key=True)
    sheet: Mapped[str] = mapped_column(String(32), primary_key=True)
    tag: Mapped[str] = mapped_column(String(40), primary_key=True)


class SurveyPicture(Base):
    """A question's published numbers as a chart, drawn when somebody first asks for it."""

    __tablename__ = "survey_picture"

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    question: Mapped[str] = mapped_column(String(255), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    media_id: Mapped[str] = mapped_column(String(40))


class NeedLink(Base):
    """An idea answers a need: an option of a survey's leading question."""

    __tablename__ = "need_link"
    __table_args__ = (
        UniqueConstraint("survey_id", "idea_id"),
        Index("ix_need_link_idea", "idea_id"),
    )

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    option: Mapped[str] = mapped_column(String(255))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
