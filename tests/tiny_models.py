"""Transformer models of one layer with random weights over single characters, saved to disk by a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

CHARACTERS = "政府信息公开收费申请年镇没有取用"


def sentence_model(folder: Path) -> Path:
    """A sentence-transformers model."""
    sentence_transformers = pytest.importorskip("sentence_transformers")
    transformers, base, config = _base(folder.with_name(f"{folder.name}-base"))
    transformers.BertModel(config).save_pretrained(base)
    sentence_transformers.SentenceTransformer(str(base)).save(str(folder))
    return folder


def cross_encoder(folder: Path) -> Path:
    """A CrossEncoder: one score for two texts."""
    pytest.importorskip("sentence_transformers")
    transformers, folder, config = _base(folder)
    config.num_labels = 1
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def _base(folder: Path) -> tuple[Any, Path, Any]:
    transformers = pytest.importorskip("transformers")
    transformers.set_seed(7)
    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(CHARACTERS))]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=64, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    return transformers, folder, config
