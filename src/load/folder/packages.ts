import { standardModules } from "../python-modules.ts";

/** What is imported under a name, in an environment in which models are loaded. */
export interface Shadowed {
  readonly name: string;
  /** `loader`: MLflow imports it whatever model it loads. */
  readonly kind: "loader" | "library" | "standard";
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What `mlflow.pyfunc` imports by itself. */
const loaders = words(`
  mlflow cloudpickle numpy pandas yaml packaging pydantic requests google opentelemetry sqlparse
  cachetools click git databricks importlib_metadata typing_extensions
`);

/** Libraries that models are made with, and those that these import. */
const libraries = words(`
  IPython PIL absl accelerate aiohttp alembic anthropic anyio arrow asgiref attr autogluon auto_gptq
  azure bitsandbytes bokeh boto3 botocore bs4 catboost category_encoders certifi cffi chainer chardet
  charset_normalizer chromadb cryptography cupy cv2 dask datasets dateutil deepspeed diffusers dill
  diviner docker dotenv dspy duckdb econml einops evaluate faiss fastai fastapi feature_engine filelock
  flask flax fsspec gensim gradio graphviz gunicorn h2o h5py haystack httpx huggingface_hub idna imblearn
  imageio jax jinja2 jmespath joblib johnsnowlabs jsonschema jwt keras kornia langchain langchain_community
  langchain_core langgraph librosa lightgbm lightning litellm llama_cpp llama_index lz4 markupsafe
  matplotlib ml_dtypes msgpack multipart nltk numba numexpr onnx onnxruntime openai openpyxl optimum optuna
  orjson paddle patsy peft plotly pmdarima polars promptflow prophet protobuf psutil psycopg2 pyarrow
  pycaret pyspark pytest pytorch_lightning pytz ray redis regex rich river safetensors scikitplot scipy
  seaborn sentence_transformers sentencepiece sentry_sdk setuptools shap simplejson six skimage sklearn
  skops sktime snowflake soundfile spacy sqlalchemy starlette statsforecast statsmodels surprise sympy
  tensorboard tensorflow thinc threadpoolctl tiktoken timm tokenizers torch torchaudio torchmetrics
  torchvision tornado tqdm transformers triton trl tritonclient uvicorn vllm wandb websockets werkzeug
  xgboost xformers zmq
`);

/** Modules of the standard library that are no usual names for code of one's own. */
const plainWords = words(
  "code test this main types statistics profile calendar secrets platform site",
);

/** What a file or folder of a name hides from those who import that name; undefined where nothing. */
export function topLevelOf(name: string): Shadowed | undefined {
  if (loaders.has(name)) return { name, kind: "loader" };
  if (libraries.has(name)) return { name, kind: "library" };
  if (plainWords.has(name) || name.startsWith("_")) return undefined;
  return standardModules.has(name) ? { name, kind: "standard" } : undefined;
}
