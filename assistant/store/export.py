"""The embedding model exported to ONNX: fused, quantised, and compared with the original.

Run as a module (`python -m assistant.store.export DIRECTORY MODEL TITLE`) in a process of its own, so that torch's
memory and import time never weigh on the process that answers.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.store.exported import fresh
from assistant.store.weights import Source, sha256_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_LIMIT = 256
_LEAST_COSINE = 0.98
_OPSET = 17

_PROBES = (
    "What is f.a.s.?",
    "F.a.s. is the value of exports at the U.S. port of exit.",
    "Is the United States in the top ten of economic complexity?",
    "Mirror figures differ because imports are valued c.i.f. and exports f.o.b.",
    "why do the two sides of the trade balance not match",
    "Most freight between Mexico and the United States crosses the border by truck.",
    "When did the agreement that replaced NAFTA enter into force?",
    "nearshoring and logistics at Laredo",
    "Seasonal adjustment removes the pattern that returns every year.",
    "Digital trade covers services delivered over networks and goods ordered online.",
    "corn and soybeans",
    "The importer of record pays the tariff; part of it may be passed on in prices.",
)


def export(model: Source, target: Path) -> Path:
    """The model exported to `target` as model.onnx, tokenizer.json and embedder.json; whole or not at all.

    Raises AssistantError where its vectors stray from the original's (cosine below .98).
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    original = _load(model.folder)
    with fresh(target) as work:
        raw = _raw(original, work / "raw.onnx")
        card = {"name": model.name, "limit": _limit(original), "pooling": _pooling(original)}
        card["dimensions"] = int(original.encode(["x"]).shape[1])
        _tokenizer(original).save(str(work / "tokenizer.json"))
        (work / "embedder.json").write_text(json.dumps(card), encoding="utf-8")
        closest = _smallest_faithful(original, raw, work)
        (work / "embedder.json").write_text(json.dumps(card | {"least_cosine": closest}), encoding="utf-8")
        raw.unlink()
    return target


def _smallest_faithful(original: SentenceTransformer, raw: Path, work: Path) -> float:
    """Leaves the quantised model in `work` if it is faithful, else the full one; the least cosine reached."""
    final = work / "model.onnx"
    if _quantise(raw, final, original) and (cosine := _least_cosine(original, work)) >= _LEAST_COSINE:
        return cosine
    shutil.copyfile(raw, final)
    cosine = _least_cosine(original, work)
    if cosine < _LEAST_COSINE:
        raise AssistantError(f"the exported model strays from the original: least cosine {cosine:.3f}")
    return cosine


def _least_cosine(original: SentenceTransformer, work: Path) -> float:
    from assistant.store.embedder import OnnxEmbedder

    exact = original.encode(list(_PROBES), normalize_embeddings=True, show_progress_bar=False)
    return round(float((OnnxEmbedder(work).embed(_PROBES) * exact).sum(axis=1).min()), 4)


def _load(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    # The plain attention is what the fusion below knows how to recognise.
    eager = {"attn_implementation": "eager"}
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs=eager)


def _pooling(original: SentenceTransformer) -> str:
    kinds = [type(module).__name__ for module in original]
    mode = getattr(original[1], "pooling_mode", "") if len(kinds) > 1 else ""
    if kinds[:2] != ["Transformer", "Pooling"] or set(kinds[2:]) - {"Normalize"} or mode not in ("mean", "cls"):
        raise AssistantError(f"only models of a transformer with mean or cls pooling are supported, not {kinds} {mode}")
    return str(mode)


def _limit(original: SentenceTransformer) -> int:
    return min(_LIMIT, int(original.max_seq_length or _LIMIT))


def _tokenizer(original: SentenceTransformer) -> Any:  # noqa: ANN401 - the library gives no type
    tokenizer = original.tokenizer.backend_tokenizer
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _core(original: SentenceTransformer) -> Any:  # noqa: ANN401 - the library gives no type
    transformer: Any = original[0]
    return transformer.model


def _raw(original: SentenceTransformer, path: Path) -> Path:
    import torch

    core = _core(original)

    class Hidden(torch.nn.Module):
        """The model as a function of two tensors."""

        def __init__(self) -> None:
            super().__init__()
            self.core = core.eval()

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            """The last hidden state."""
            hidden: torch.Tensor = self.core(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            return hidden

    ids = torch.ones((2, 9), dtype=torch.int64)
    names = ["input_ids", "attention_mask"]
    axes = {name: {0: "batch", 1: "length"} for name in (*names, "hidden")}
    with warnings.catch_warnings():
        # The newer exporter takes eight times as long and leaves a graph that the fusion does not recognise.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Hidden(), (ids, ids), str(path), input_names=names, output_names=["hidden"],
            dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
    return path


def _quantise(raw: Path, final: Path, original: SentenceTransformer) -> bool:
    """Writes the fused int8 model and returns true; false where the architecture is none that can be fused."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer

    config = _core(original).config
    if config.model_type not in ("bert", "roberta", "xlm-roberta", "mpnet"):
        return False
    size, heads = config.hidden_size, config.num_attention_heads
    fused = raw.with_name("fused.onnx")
    optimizer.optimize_model(str(raw), "bert", heads, size, opt_level=0).save_model_to_file(str(fused))
    # One scale a channel: with one a matrix the least cosine to the original falls from .99 to .86.
    quantize_dynamic(
        fused, final, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    fused.unlink()
    return True


def main(target: str, folder: str, title: str) -> None:
    """Exports the model in a folder to a target folder."""
    export(Source(title, Path(folder), sha256_of(Path(folder))), Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
