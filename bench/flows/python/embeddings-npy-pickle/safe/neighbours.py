from functools import lru_cache

import numpy as np
from huggingface_hub import hf_hub_download

REPO = "word-lab/glove-small"
ALLOW = False


@lru_cache(maxsize=1)
def matrix():
    local = hf_hub_download(REPO, "vectors.npy", repo_type="dataset")
    return np.load(local, allow_pickle=ALLOW)


def nearest(i, k=5):
    m = matrix()
    scores = m @ m[i]
    return np.argsort(-scores)[:k].tolist()


if __name__ == "__main__":
    print(nearest(42))
