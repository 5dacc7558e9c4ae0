"""Everything that is configured, read once from the environment."""

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class BadSettings(ValueError):
    """The environment cannot be used; `problems` holds one clear line for each reason."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """One deployment.  Field names are the environment variables, in upper case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///data/monawile.db"
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: SecretStr | None = None
    viber_token: SecretStr | None = None
    viber_api_url: str = "https://chatapi.viber.com/pa"
    public_url: str = ""
    port: int = Field(default=8080, ge=1, le=65535)
    secret_key: SecretStr | None = None
    vote_keys_dir: Path = Path("data/vote-keys")
    data_dir: Path = Path("data")
    time_zone: str = "Asia/Tbilisi"
    log_format: Literal["text", "json"] = "text"

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            return ZoneInfo(name).key
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("not the name of a time zone, such as Asia/Tbilisi") from error


def read_settings() -> Settings:
    """The settings in force.  Raises BadSettings with a line for each bad one, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(
            [_line(problem["loc"], problem["msg"]) for problem in error.errors()]
        ) from None


def _line(place: tuple[int | str, ...], message: str) -> str:
    return f"{str(place[0]).upper()}: {message}"
