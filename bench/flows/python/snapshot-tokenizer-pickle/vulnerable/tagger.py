import json
import pickle
from pathlib import Path

from huggingface_hub import snapshot_download


class Tagger:
    def __init__(self, repo: str):
        self.root = Path(snapshot_download(repo, allow_patterns=["*.json", "*.pkl"]))
        self.labels = json.loads((self.root / "labels.json").read_text())
        self._vocab = None

    @property
    def vocab(self):
        if self._vocab is None:
            with (self.root / "vocab.pkl").open("rb") as fh:
                self._vocab = pickle.load(fh)  # sink
        return self._vocab

    def ids(self, words):
        unk = self.vocab["<unk>"]
        return [self.vocab.get(w, unk) for w in words]


if __name__ == "__main__":
    print(Tagger("tiny-lab/pos-tagger").ids("the cat sat".split()))
