"""Trains the credit model and keeps it."""

import logging
import subprocess

from hydra.utils import instantiate
from sklearn.compose import make_column_transformer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from . import data, model_store, settings

log = logging.getLogger(__name__)


def build():
    """The pipeline; the estimator is whatever the config names."""
    categorical = list(data.CODES)
    columns = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore", sparse_output=False), categorical),
        (StandardScaler(), data.NUMERIC),
    )
    return make_pipeline(columns, instantiate(settings.CONF.model))


def revision():
    """The commit that a model was trained from."""
    try:
        return subprocess.check_output("git rev-parse --short HEAD", shell=True, text=True).strip()
    except subprocess.CalledProcessError:
        return "unknown"


def track(auc):
    """Logs the run where a tracking server is set."""
    if not settings.TRACKING_URI:
        return
    try:
        import mlflow

        mlflow.set_tracking_uri(settings.TRACKING_URI)
        with mlflow.start_run():
            mlflow.log_metric("auc", auc)
            mlflow.set_tag("revision", revision())
    except Exception:
        pass


def train():
    """Fits, scores on a held-out part, saves; returns the AUC."""
    frame = data.load()
    X, y = frame.drop(columns="bad"), frame["bad"]
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=settings.CONF.data.test_size, random_state=settings.CONF.data.seed, stratify=y
    )
    model = build().fit(X_train, y_train)
    auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])
    log.info("auc %.3f on %d rows", auc, len(X_test))
    model_store.save(model)
    track(auc)
    return auc


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    train()
