import os

import joblib
import numpy as np

from hub import model_folder


class Scorer:
    def __init__(self, repo: str = "acme-risk/churn-logreg"):
        self.folder = model_folder(repo)
        self.model = None

    def warm_up(self) -> None:
        self.model = joblib.load(os.path.join(self.folder, "model.joblib"))  # sink

    def score(self, features: list[float]) -> float:
        if self.model is None:
            self.warm_up()
        return float(self.model.predict_proba(np.array([features]))[0, 1])


if __name__ == "__main__":
    print(Scorer().score([0.1, 3.0, 12.5]))
