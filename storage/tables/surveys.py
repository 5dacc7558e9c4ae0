"""Needs surveys: what is asked, and what people answered."""

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment, Text

# A row number that follows the order of writing would tell who wrote which sheet.
NO_ORDER = {"sqlite_with_rowid": False}


class Survey(Base):
    """A few questions to the people of one municipality.  Open is what its dates say.

    `results` are the published counts; they are kept, so that everybody reads the same numbers.
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
    results: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    results_at: Mapped[Moment | None]


class SurveyQuestion(Base):
    """One question.  `name` is for ever: drafts and results refer to it.

    `least` and `most` bound a number, or how many of `options` may be picked.
    """

    __tablename__ = "survey_question"
    __table_args__ = (
        UniqueConstraint("survey_id", "name"),
        UniqueConstraint("survey_id", "position"),
        CheckConstraint(
            "kind in ('one', 'many', 'number', 'text', 'place', 'photo')", name="known"
        ),
    )

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(8))
    label: Mapped[Text]
    hint: Mapped[Text]
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # [{"id", "label": {...}}, ...]
    required: Mapped[bool] = mapped_column(default=False)
    least: Mapped[int] = mapped_column(default=0)
    most: Mapped[int | None]


class SurveyResponse(Base):
    """One person's answers to a survey that is not anonymous."""

    __tablename__ = "survey_response"
    __table_args__ = (UniqueConstraint("survey_id", "person_id"),)

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    language: Mapped[str] = mapped_column(String(8))
    answered_at: Mapped[Moment]


class SurveyAnswer(Base):
    """The answer to one question; a skipped one has no row."""

    __tablename__ = "survey_answer"

    response_id: Mapped[int] = mapped_column(ForeignKey("survey_response.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_question.id"), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class SurveyAnswered(Base):
    """Who has answered an anonymous survey; nothing here or there leads to what they said."""

    __tablename__ = "survey_answered"
    __table_args__ = NO_ORDER

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class SurveySheet(Base):
    """The answers of somebody to an anonymous survey: no person, no time, a random key."""

    __tablename__ = "survey_sheet"
    __table_args__ = (Index("ix_survey_sheet_survey", "survey_id"), NO_ORDER)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    language: Mapped[str] = mapped_column(String(8))
    answers: Mapped[Data]  # question name: value
