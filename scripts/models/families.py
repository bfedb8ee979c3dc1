"""Which libraries are looked through for whole families of classes and functions, and how."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import types
from typing import Any

import judge

# In every library: what tests, draws, fetches, reads and writes is no part of a model.
NO_LIBRARY = (
    r"\.tests?\b|\.testing|\.conftest|\.datasets?\b|\.plot(ting|s)?\b|_plots?\b|\.viz\b|\.visuali[sz]ations?\b|\.cli\b|\.__main__|\.examples?\b|\.io\b|\.scripts|\.setup$|_version$"
    r"|\.benchmarks?\b|estimator_checks|\.download|\.logging$|_show_versions|\.all$|\.doc"
)

# Library: (submodules to look at, submodules to leave alone), as regular expressions on the full name.
LIBRARIES: dict[str, tuple[str, str]] = {
    "sklearn": (
        r"sklearn\.",
        r"\.tests|\.conftest|\.datasets|\.externals|\.experimental|_testing|\.testing|estimator_checks|_plot|_build_utils|\.callback"
        r"|_repr_html|_estimator_html|_min_dependencies|_test_common|mocking|\.setup$|_openmp|_show_versions|_array_api|\.__check_build",
    ),
    "numpy": (r"numpy\.(polynomial|ma\.core|random\._|random\.mtrand|random\.bit_generator|dtypes|matrixlib)", r"\.tests|setup$|_examples"),
    "scipy": (r"scipy\.(sparse|stats|interpolate|spatial|signal|optimize\.(_optimize|_constraints|optimize)$)", r"\.tests|sparse\.linalg|csgraph|setup$|_test|_cobyqa|_highspy|_unuran|_uarray"),
    "pandas": (
        r"pandas\.core\.(arrays|indexes|internals|dtypes|frame|series|generic|flags)|pandas\._libs\.(tslibs|arrays|internals|interval|sparse|index|missing)"
        r"|pandas\.tseries\.offsets",
        r"\.tests|setup$|pandas\.core\.indexes\.accessors",
    ),
    "statsmodels": (r"statsmodels\.", r"\.tests|\.datasets|\.sandbox|\.graphics|\.examples|\.formula|\.iolib|_testing|\.conftest|\.resampling|\.compat|testing|x13"),
    "xgboost": (r"xgboost\.(core|sklearn|callback|training)", r"\.testing"),
    "lightgbm": (r"lightgbm\.(basic|sklearn|callback|engine|compat)", r"dask"),
    "catboost": (r"catboost\.core", r"widget|eval|monoforest"),
    "torch": (
        r"torch\.(nn\.(modules|parameter|functional|quantized|qat|intrinsic|quantizable|parallel\.data_parallel|utils\.(parametrizations|parametrize|prune|weight_norm|spectral_norm|_named_member_accessor))"
        r"|optim|distributions|storage|ao\.(nn|quantization\.(observer|stubs|fake_quantize|qconfig))|quantization\.(observer|stubs|fake_quantize|qconfig)|utils\.data\.(dataset|sampler)|_tensor$|tensor$)",
        r"_functions|_multi_tensor|torch\.nn\.modules\._functions|experimental|_numeric_suite",
    ),
    "torchvision": (r"torchvision\.(models|ops|transforms)", r"\.quantization|_presets|\.prototype|_video|\._api$|transforms\.v2\.functional"),
    "transformers": (
        r"transformers\.(models\.\w+\.(configuration|modeling)_\w+$"
        r"|activations$|pytorch_utils$|modeling_outputs|trainer_utils|training_args$|tokenization_utils_base|configuration_utils|feature_extraction_utils|trainer_pt_utils)",
        r"_tf_|_tf$|_flax_|convert|models\.auto\b|\.deprecated",
    ),
    "accelerate": (r"accelerate\.(state|utils\.dataclasses)", r"^$"),
    "imblearn": (r"imblearn\.", r"\.tests|\.datasets|_testing|estimator_checks|\.keras|\.tensorflow|_show_versions|conftest"),
    "pyod": (r"pyod\.models\.(hbos|iforest|knn|lof|ocsvm|pca|ecod|copod|abod|cblof|base|feature_bagging)", r"^$"),
    "gensim": (r"gensim\.(models|corpora\.dictionary|utils|interfaces|matutils)", r"\.test|wrappers|\.scripts|downloader"),
    "pytz": (r"pytz$", r"^$"),
    "polars": (r"polars\.datatypes\.classes|polars\.schema", r"^$"),
    # language and graphs
    "nltk": (
        r"nltk\.(probability|lm|classify|cluster|collocations|stem|tag|tokenize|tree|grammar|chunk|metrics|text|util|translate|featstruct|parse|sem|internals|vocabulary)",
        r"\.test|\.app|\.corpus|\.draw|\.downloader|nltk\.data|\.twitter|\.book|\.inference|stanford|malt|corenlp|senna|hunpos|weka|megam|tadm|boxer|\.cli|nltk\.sem\.(glue|chat)",
    ),
    "networkx": (r"networkx\.(classes|exception|algorithms\.(isomorphism|bipartite|tree))", r"\.tests|\.drawing|\.readwrite|\.generators|backends|conftest"),
    # time to event, series, streams
    "lifelines": (r"lifelines\.", r"\.tests|\.datasets|plotting|calibration|\.version|\.generate_datasets"),
    "river": (r"river\.", r"\.test_|\.datasets|\.checks|\.api$|\.dev|conftest|\.sketch\.test|river\.stream|_bench"),
    "sktime": (r"sktime\.", rf"{NO_LIBRARY}|\.benchmarking|\.forecasting\.base\.adapters\._fbprophet|\.networks|\.libs|\.registry|_dl$|\.deep_learning|foundation|huggingface|\.pipeline$"),
    "skbase": (r"skbase\.(base|utils)", rf"{NO_LIBRARY}|\.lookup"),
    "optuna": (r"optuna\.(distributions|trial|study\._(study_direction|frozen|study_summary|constrained)|samplers|pruners|_hypervolume|search_space|terminator|exceptions|integration)", rf"{NO_LIBRARY}|_gp$"),
    "hmmlearn": (r"hmmlearn\.", NO_LIBRARY),
    # over scikit-learn
    "category_encoders": (r"category_encoders\.", NO_LIBRARY),
    "umap": (r"umap\.", rf"{NO_LIBRARY}|plot"),
    "pynndescent": (r"pynndescent\.", NO_LIBRARY),
    "hdbscan": (r"hdbscan\.", rf"{NO_LIBRARY}|plots|flat"),
    "surprise": (r"surprise\.", rf"{NO_LIBRARY}|__main__|builtin_datasets|dump"),
    "mlxtend": (r"mlxtend\.", rf"{NO_LIBRARY}|\.data|file_io|\.image|text\.names"),
    "feature_engine": (r"feature_engine\.", NO_LIBRARY),
    "kmodes": (r"kmodes\.", NO_LIBRARY),
    "pygam": (r"pygam\.", NO_LIBRARY),
    # explained, bayesian, evolved
    "shap": (r"shap\.(explainers|maskers|models|utils|_explanation|_serializable|links|actions)", rf"{NO_LIBRARY}|\.benchmark|\.other\._ubjson|_deep$"),
    "lime": (r"lime\.", rf"{NO_LIBRARY}|bundle"),
    "slicer": (r"slicer", NO_LIBRARY),
    "prophet": (r"prophet\.", rf"{NO_LIBRARY}|plot|\.stan_model|make_holidays"),
    "pmdarima": (r"pmdarima\.", NO_LIBRARY),
    "arch": (r"arch\.", rf"{NO_LIBRARY}|\.data"),
    "tslearn": (r"tslearn\.", NO_LIBRARY),
    "skorch": (r"skorch\.", rf"{NO_LIBRARY}|\.hf|\.cli|\.llm|exporter"),
    "bayes_opt": (r"bayes_opt\.", NO_LIBRARY),
    "skopt": (r"skopt\.", rf"{NO_LIBRARY}|plots|benchmarks"),
    "deap": (r"deap\.(base|gp|tools|algorithms|creator|cma)", NO_LIBRARY),
    "ngboost": (r"ngboost\.", NO_LIBRARY),
    "interpret": (r"interpret\.(glassbox|utils|blackbox|api|privacy|greybox)", rf"{NO_LIBRARY}|\.visual|\.provider|\.ext|\.glassbox\._ebm\._(json|merge)|_native|_shell|_link|environment"),
    "sksurv": (r"sksurv\.", rf"{NO_LIBRARY}|\.io"),
    "imodels": (r"imodels\.", rf"{NO_LIBRARY}|\.experimental|viz|data_util"),
    # over PyTorch and JAX
    "pytorch_lightning": (r"pytorch_lightning\.(core|callbacks|utilities\.(parsing|types|enums)|loops\.(progress|utilities))", rf"{NO_LIBRARY}|\.cli$|profiler"),
    "lightning_fabric": (r"lightning_fabric\.utilities\.(data|types|enums)", NO_LIBRARY),
    "lightning_utilities": (r"lightning_utilities\.core\.(enums|apply_func)", NO_LIBRARY),
    "torchmetrics": (r"torchmetrics\.", rf"{NO_LIBRARY}|\.functional|\.multimodal|\.audio|image\.(fid|inception|kid|lpip|mifid|perceptual|arniqa|dists)|text\.(bert|infolm)"),
    "timm": (r"timm\.(models|layers|loss|optim|scheduler)\.", rf"{NO_LIBRARY}|\._(hub|builder|pretrained|registry|factory|helpers)"),
    "stable_baselines3": (r"stable_baselines3\.(a2c|common|ddpg|dqn|her|ppo|sac|td3)", rf"{NO_LIBRARY}|monitor|vec_env\.(subproc|vec_video)|results_plotter|\.logger|envs|env_checker|evaluation|utils$"),
    "gymnasium": (r"gymnasium\.(spaces|core|envs\.registration|logger|error)", rf"{NO_LIBRARY}|\.rendering"),
    "torch_geometric": (r"torch_geometric\.(nn\.(conv|norm|aggr|dense|glob|models|inits|module_dict|parameter_dict|sequential)|data\.(data|batch|hetero_data|storage|temporal|feature_store|graph_store|view)$|transforms|typing)", rf"{NO_LIBRARY}|graphgym|\.nlp|\.pool\.connect|_compile|\.model_hub|\.to_hetero|\.fx|\.summary|_jinja"),
    "gpytorch": (r"gpytorch\.", NO_LIBRARY),
    "linear_operator": (r"linear_operator\.", NO_LIBRARY),
    "pytorch_tabnet": (r"pytorch_tabnet\.", NO_LIBRARY),
    "sentence_transformers": (r"sentence_transformers\.(models|base|sentence_transformer|cross_encoder|similarity_functions|losses|util)", rf"{NO_LIBRARY}|\.evaluation|train(er|ing)|model_card|_onnx|backend"),
    "flax": (r"flax\.(core|linen|struct|nnx|training\.train_state|traverse_util|serialization)", rf"{NO_LIBRARY}|\.bridge"),
    "optax": (r"optax\.", rf"{NO_LIBRARY}|_test$"),
    # language, recommendation, causes, many series
    "thinc": (r"thinc\.(types|model|config|optimizers|schedules|initializers|shims|layers)", rf"{NO_LIBRARY}|\.backends|mxnet|tensorflow"),
    "spacy": (r"spacy\.(tokens|vocab|strings|lookups|vectors|morphology|attrs|lexeme|tokenizer|matcher|pipeline|training\.(example|alignment))", rf"{NO_LIBRARY}|\.displacy"),
    "implicit": (r"implicit\.", rf"{NO_LIBRARY}|\.gpu|\.evaluation|ann\."),
    "econml": (r"econml\.", rf"{NO_LIBRARY}|dowhy|automated_ml|_ensemble\.\w+_plot|solutions"),
    "statsforecast": (r"statsforecast\.", rf"{NO_LIBRARY}|distributed|\._lib"),
    "coreforecast": (r"coreforecast\.", NO_LIBRARY),
    # quantities, tables and symbols
    "xarray": (r"xarray\.(core|coding|namedarray|indexes|structure|computation)", rf"{NO_LIBRARY}|\.backends|\.plot|\.tutorial|\.conventions|formatting|_reprs?|parallelcompat|daskmanager"),
    "astropy": (
        r"astropy\.(units|table|time|coordinates|modeling|stats|nddata|cosmology|wcs\.wcsapi|timeseries|uncertainty|utils\.(data_info|metadata|masked|shapes|decorators|exceptions|iers)|convolution)",
        rf"{NO_LIBRARY}|\.io|\.vo_|\.samp|\.sites|\.name_resolve|table\.(jsviewer|pprint|scripts|soco|sorted_array|_dataframes)|units\.format|parameters|\.funcs|utils\.iers|lextab|parsetab",
    ),
    "pint": (r"pint\.(util|facets|registry|errors|compat|delegates\.formatter|_typing)", rf"{NO_LIBRARY}|pint\.(pint_convert|default_parser)"),
}

# Functions that models keep (a scorer, a score, an activation): only looked for here.
VALUE_MODULES = r"sklearn\.(metrics|feature_selection|neural_network\._base)|torch\.nn\.(functional|init)$"

# Compiled modules that a person has looked at: what they hold is data and arithmetic.
# Left out on purpose: pandas._libs.parsers and .json (open files), scipy.io, torch._C as a whole.
NATIVE = re.compile(
    r"sklearn\.(_loss|cluster|decomposition|ensemble|linear_model|manifold|metrics|neighbors|svm|tree|utils|_isotonic|preprocessing)[.\w]*$"
    r"|pandas\._libs\.(tslibs[.\w]*|arrays|internals|interval|sparse|index|missing|hashtable|properties)$|pandas$"
    r"|numpy$|numpy\.(random\.[\w.]+|dtypes|ma\.core)$"
    r"|scipy\.(sparse|spatial|interpolate|stats|cluster|signal|optimize)\.[\w.]+$"
    r"|statsmodels\.[\w.]+$"
    r"|catboost\._catboost|_catboost$|hdbscan\.(_hdbscan_\w+|dist_metrics)$|surprise\.(prediction_algorithms\.\w+|similarities)$"
    r"|arch\.univariate\.recursions$|sksurv\.(tree\._criterion|bintrees\._binarytrees)$|astropy\.table\._column_mixins$"
)
NATIVE_CLASSES = {"torch._C.TensorBase", "torch._C._TensorBase", "torch._C.StorageBase", "torch._C._LegacyVariableBase"}
# Not models and not data, whatever the judge says: what prints, plots, runs in parallel, reads corpora, keeps files.
NO_MODEL = re.compile(
    r"hdbscan\.dist_metrics PyFuncDistance|mlxtend\.externals\.pyprind|nltk\.sem\.drt_glue_demo|optuna\.samplers\._(gp|nsga\S*cmaes) |"
    r"lightgbm\.(basic (?!Booster)|compat|engine)|catboost\.core (?!CatBoost)|xgboost\.(core (?!Booster|DataSplitMode)|training)"
    r"|sklearn\.utils\.(parallel|_param_validation|_pprint|_available_if|metaestimators|deprecation|_response|fixes|validation|estimator_checks)"
    r"|sklearn\.utils Parallel|sklearn\.tree\._export|torch\.nn\.utils\._named_member_accessor|accelerate\.utils\.dataclasses BaseEnum|sklearn\..* \w*Display$|gensim\.(utils|interfaces|matutils) |gensim\.models\.(callbacks|coherencemodel)"
    r"|statsmodels\.(tools|tsa\.vector_ar\.plotting|stats\.tests)|torchvision\.models\.(feature_extraction|_)|transformers\.trainer_pt_utils"
    r"|torchvision\.\S+ \w*_Weights$|accelerate\.utils\.dataclasses \w*(Plugin|Kwargs|Handler|Configuration|Config)$"
)


def modules(library: str) -> list[types.ModuleType]:
    """The modules of a library that are to be looked at, imported; those that do not import are left."""
    keep, leave = (re.compile(pattern) for pattern in LIBRARIES[library])
    root = importlib.import_module(library)
    found = [root] if keep.match(library) else []
    pending = [root]
    seen = {library}
    while pending:
        package = pending.pop()
        for info in pkgutil.iter_modules(getattr(package, "__path__", []), package.__name__ + "."):
            name = info.name
            if name in seen or leave.search(name):
                continue
            seen.add(name)
            prefix_of_kept = keep.match(name) or _leads_to(keep, name)
            if not prefix_of_kept:
                continue
            try:
                module = importlib.import_module(name)
            except BaseException:  # optional parts of a library
                continue
            if keep.match(name):
                found.append(module)
            if info.ispkg:
                pending.append(module)
    return found


def _leads_to(keep: re.Pattern[str], name: str) -> bool:
    """Whether modules under `name` may be kept: every package of depth two or three is walked."""
    return name.count(".") <= 2 and not name.split(".")[1].startswith("test")


def native(cls: type) -> str | None:
    """The first compiled base of a class that nobody has looked at."""
    for base in cls.__mro__:
        if base is object or base.__module__ in ("builtins", "collections", "abc", "typing", "enum", "datetime"):
            continue
        module = sys.modules.get(base.__module__)
        file = getattr(module, "__file__", None) or ""
        compiled = not base.__flags__ & (1 << 9) or file.endswith((".so", ".pyd")) or module is None
        if compiled and not NATIVE.match(base.__module__) and f"{base.__module__}.{base.__qualname__}" not in NATIVE_CLASSES:
            return f"compiled: {base.__module__}.{base.__qualname__}"
    return None


def introspect() -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    """Names found with their role, names refused with reasons, and versions."""
    found: dict[str, str] = {}
    refused: dict[str, list[str]] = {}
    versions = {"python": sys.version.split()[0]}
    for library in LIBRARIES:
        try:
            looked = modules(library)
        except Exception:  # not installed, or not for these versions
            continue
        versions[library] = getattr(sys.modules[library], "__version__", "?")
        before = len(found)
        for module in looked:
            for value in list(vars(module).values()):
                _one(library, value, module, found, refused)
        print(f"{library:14} {len(looked):5} modules {len(found) - before:6} names", flush=True)
    _ufuncs(found)
    return found, refused, versions


def judged(value: Any) -> judge.Verdict:
    """What the judge says of a class or function; a compiled class that nobody has looked at is refused."""
    verdict = judge.of(value)
    compiled = native(value) if isinstance(value, type) else None
    return judge.Verdict("", [*verdict.reasons, compiled]) if compiled else verdict


def _one(library: str, value: Any, module: types.ModuleType, found: dict[str, str], refused: dict[str, list[str]]) -> None:
    is_class = isinstance(value, type)
    home = getattr(value, "__module__", None)
    if not is_class and not (isinstance(value, types.FunctionType) and re.match(VALUE_MODULES, str(home)) and not value.__name__.startswith("_")):
        return
    if not isinstance(home, str) or home.split(".")[0] != library or "<" in value.__qualname__:
        return
    if re.search(LIBRARIES[library][1], home) or not (re.match(LIBRARIES[library][0], home) or home == library or home == module.__name__):
        return
    key = f"{home} {value.__qualname__}"
    if key in found or key in refused or NO_MODEL.match(key) or not _is_at(value, home, value.__qualname__):
        return
    verdict = judged(value)
    if verdict.reasons:
        refused[key] = verdict.reasons[:6]
    if verdict.role:
        found[key] = verdict.role


def _is_at(value: Any, module: str, name: str) -> bool:
    """Whether pickle would find this very object under that name."""
    try:
        there: Any = sys.modules[module]
        for part in name.split("."):
            there = getattr(there, part)
    except (KeyError, AttributeError):
        return False
    return there is value


def _ufuncs(found: dict[str, str]) -> None:
    """Universal functions: arithmetic on arrays, nothing else."""
    for name in ("numpy", "numpy.core._multiarray_umath", "scipy.special", "scipy.special._ufuncs", "scipy.special._special_ufuncs"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for attribute, value in list(vars(module).items()):
            if type(value).__name__ == "ufunc" and not attribute.startswith("_"):
                found[f"{name} {attribute}"] = "value"


def aliases() -> dict[str, str]:
    """Old module paths and where their content lives now."""
    made: dict[str, str] = {}
    try:
        from sklearn._build_utils.deprecated_modules import _DEPRECATED_MODULES  # 0.22, 0.23

        for new, old, *_ in _DEPRECATED_MODULES:
            package = old.rpartition(".")[0]
            made[old] = f"{package}.{new}"
    except ImportError:
        pass
    return made

