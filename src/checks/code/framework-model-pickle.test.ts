import { checkCases } from "../../testing/check-cases.ts";
import { frameworkModelPickle } from "./framework-model-pickle.ts";

checkCases(frameworkModelPickle, {
  found: [
    'from lightning import Trainer\nTrainer().fit(m, ckpt_path="https://x.org/c.ckpt")',
    'import pytorch_lightning as pl\nNet.load_from_checkpoint("https://x.org/c.ckpt")',
    "Net.load_from_checkpoint(path, weights_only=False)",
    'import nltk\nnltk.data.load("taggers/x.pickle")',
    'YOLO("https://example.com/best.pt")',
    "bentoml.picklable_model.load_model(tag)",
    "from fastai.vision.all import load_learner\nload_learner(p)",
    "from pycaret.classification import load_model as read\nread('m')",
    "import gensim\ngensim.models.Word2Vec.load(p)",
    "from stable_baselines3 import PPO\nPPO.load('agent')",
    "import lightning as L\nclass Net(L.LightningModule): ...\nNet.load_from_checkpoint(p)",
    "from pyod.utils import persistence\npersistence.load(p)",
  ],
  clean: [
    "save(model, weights_only=False)",
    'YOLO("yolo11n.pt")',
    "Config(weights_only=False)",
    "import lightning as L\nclass Net(L.LightningModule): ...\nNet.load_from_checkpoint(p, weights_only=True)",
    "import xgboost as xgb\nxgb.Booster().load_model(p)",
    "import stable_baselines3\nconfig.load(p)",
    "class A:\n    def restore_from(self): ...\nA().restore_from(p)",
    "import gensim\nmodel.save(p)",
  ],
});
