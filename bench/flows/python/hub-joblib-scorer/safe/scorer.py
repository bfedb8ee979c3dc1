import os

import numpy as np

from hub import model_folder


class Scorer:
    def __init__(self, repo: str = "acme-risk/churn-logreg"):
        self.folder = model_folder(repo)
        self.model = None

    def warm_up(self) -> None:
        self.model = np.load(os.path.join(self.folder, "model.npz"), allow_pickle=False)

    def score(self, features: list[float]) -> float:
        if self.model is None:
            self.warm_up()
        logit = np.array(features) @ self.model["coef"] + self.model["intercept"][0]
        return float(1 / (1 + np.exp(-logit)))


if __name__ == "__main__":
    print(Scorer().score([0.1, 3.0, 12.5]))
