"""Makes benign model files with the libraries that people really use.

    python make-benign.py FOLDER [family ...]

The files are what the pickle scanner must stay silent about. They are made by the real libraries, so
that the names which they need are facts and not guesses (collect-names.py reads them). One function
per family; a family whose library is not installed is skipped and said so. Everything is seeded; what
still differs between two runs are times (of fits, of archives) and addresses (keys of torch's storages).
Works on Python 3.8 to 3.13, so that old module paths can be made too.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import pickle
import random
import sys
import traceback
import warnings
import zipfile
from pathlib import Path
from typing import Any, Callable, Iterable

warnings.filterwarnings("ignore")
# Keep runs short on a small machine, and the same on every machine.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
FAMILIES: dict[str, Callable[["Sink"], None]] = {}


class Sink:
    """Where one family puts its files; counts what was written and what failed."""

    def __init__(self, root: Path, family: str) -> None:
        self.folder = root / family.replace("_", "-")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.written = 0
        self.failed: list[str] = []

    def put(self, name: str, write: Callable[[str], Any]) -> None:
        """Calls `write` with the path of the file `name`; a failure leaves no file behind."""
        path = self.folder / name
        try:
            write(str(path))
            self.written += 1
        except Exception as error:  # a library that cannot save one object is not our subject
            self.failed.append(f"{name}: {type(error).__name__}: {str(error)[:100]}")
            if path.exists():
                path.unlink()

    def pickle(self, name: str, value: Any, protocols: Iterable[int] = (4,), ending: str = "pkl") -> None:
        """Pickles `value` once for every protocol."""
        for protocol in protocols:
            data = [b""]

            def write(path: str) -> None:
                data[0] = pickle.dumps(value, protocol)
                Path(path).write_bytes(data[0])

            self.put(f"{name}.p{protocol}.{ending}", write)

    def joblib(self, name: str, value: Any, compress: Any = 0, ending: str = "joblib") -> None:
        """Saves `value` with joblib."""
        import joblib

        self.put(f"{name}.{ending}", lambda path: joblib.dump(value, path, compress=compress))

    def forms(self, name: str, value: Any) -> None:
        """Saves `value` in every way that people save models in: pickle 2 to 5, joblib, cloudpickle, dill."""
        self.pickle(name, value, (2, 3, 4, 5))
        self.joblib(name, value)
        self.joblib(f"{name}.z", value, 3)
        for module in ("cloudpickle", "dill"):
            if _has(module):
                self.put(f"{name}.{module}.pkl", lambda path: Path(path).write_bytes(__import__(module).dumps(value)))

    def each(self, makers: dict[str, Callable[[], Any]]) -> None:
        """As `forms`, of what every maker gives; one that fails, or is not installed, is said and left."""
        for name, make in makers.items():
            try:
                value = make()
            except ModuleNotFoundError:
                continue
            except Exception as error:
                self.failed.append(f"{name}: {type(error).__name__}: {str(error)[:100]}")
                continue
            self.forms(name, value)


def family(make: Callable[[Sink], None]) -> Callable[[Sink], None]:
    """Registers one family under the name of its function."""
    FAMILIES[make.__name__] = make
    return make


def seed(family_name: str) -> None:
    """Sets every seed that is there, so that each family is the same however it is called."""
    random.seed(7)
    if "numpy" in sys.modules or _has("numpy"):
        import numpy as np

        np.random.seed(7)
    if family_name.startswith(("torch", "transformers", "keras")) and _has("torch"):
        import torch

        torch.manual_seed(7)


def _has(module: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(module) is not None


# ── Python itself ────────────────────────────────────────────────────────────────────────────────


@family
def stdlib(sink: Sink) -> None:
    """Values of the standard library, in every protocol."""
    import array
    import collections
    import datetime as dt
    import decimal
    import enum
    import fractions
    import inspect
    import ipaddress
    import pathlib
    import re
    import statistics
    import sys as system
    import time
    import types
    import uuid

    zone = dt.timezone(dt.timedelta(hours=2), "EET")
    values: dict[str, Any] = {
        "plain": {"a": [1, 2.5, None, True, "tëxt", b"bytes"], "big": 2**200, "neg": -5, "t": (1, (2, (3,)))},
        "shared": (lambda inner: {"x": inner, "y": [inner, inner]})([1, 2]),
        "sets": [{1, 2, 3}, frozenset({"a", "b"}), set()],
        "bytes": [bytes(range(256)), bytearray(b"mutable"), b""],
        "complex": [1 + 2j, complex("inf")],
        "slice-range": [slice(1, 10, 2), range(0, 50, 5), Ellipsis, NotImplemented],
        "datetime": [
            dt.datetime(2024, 1, 2, 3, 4, 5, 6),
            dt.date(2024, 1, 2),
            dt.time(3, 4, 5),
            dt.timedelta(days=2, seconds=3),
            dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc),
            dt.datetime(2024, 1, 2, tzinfo=zone),
        ],
        "decimal": [decimal.Decimal("1.25"), decimal.Decimal("NaN"), fractions.Fraction(3, 7)],
        "decimal-context": decimal.Context(prec=5),
        "uuid": [uuid.UUID(int=7), uuid.UUID("12345678-1234-5678-1234-567812345678")],
        "ordered": collections.OrderedDict([("b", 1), ("a", 2)]),
        "defaultdict": [
            collections.defaultdict(int, a=1),
            collections.defaultdict(list, {"a": [1]}),
            collections.defaultdict(dict),
            collections.defaultdict(set),
            collections.defaultdict(float),
            collections.defaultdict(None, {"k": 1}),
        ],
        "counter": collections.Counter("pavise"),
        "deque": collections.deque([1, 2, 3], maxlen=5),
        "chainmap": collections.ChainMap({"a": 1}, {"b": 2}),
        "namedtuple": [inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY), time.gmtime(0)],
        "version-info": [tuple(system.version_info), "3.11"],
        "pathlib": [pathlib.PurePosixPath("/data/x.csv"), pathlib.PosixPath("models/a"), pathlib.PureWindowsPath("C:\\x")],
        "regex": [re.compile(r"(?u)\b\w\w+\b"), re.compile(b"[a-z]+", re.I)],
        "enum": [re.IGNORECASE, inspect._ParameterKind.KEYWORD_ONLY],
        "array": [array.array("d", [1.0, 2.0]), array.array("i", [1, 2, 3]), array.array("u", "text")],
        "namespace": types.SimpleNamespace(a=1, b="x"),
        "ipaddress": [ipaddress.ip_address("10.0.0.1"), ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_address("::1")],
        "types": [int, float, str, dict, list, type(None), object, bool, tuple, bytes],
        "functions": [len, abs, max, min, sum, sorted, statistics.mean, round],
        "userdict": [collections.UserDict({"a": 1}), collections.UserList([1]), collections.UserString("s")],
        "normaldist": statistics.NormalDist(1.0, 2.0) if hasattr(statistics, "NormalDist") else None,
        "exceptions": [ValueError("bad value"), KeyError("k")],
        "mt19937": random.Random(3),
    }
    for name, value in values.items():
        if value is not None:
            sink.pickle(name, value, PROTOCOLS)
    del enum


@family
def stdlib_wrapped(sink: Sink) -> None:
    """Pickles in other endings, stacked, compressed, and in a zip."""
    value = {"weights": [0.1, 0.2], "name": "model", "layers": [{"units": 3}] * 3}
    for ending in ("pickle", "p", "pk", "dat", "data", "bin", "model", "sav"):
        sink.pickle("plain", value, (2, 4), ending)
    data = pickle.dumps(value, 4)
    sink.put("stacked.pkl", lambda path: Path(path).write_bytes(data + pickle.dumps([1, 2], 2) + pickle.dumps("end", 0)))
    sink.put("plain.pkl.gz", lambda path: Path(path).write_bytes(gzip.compress(data, mtime=0)))
    sink.put("plain.pkl.bz2", lambda path: Path(path).write_bytes(bz2.compress(data)))
    sink.put("plain.pkl.xz", lambda path: Path(path).write_bytes(lzma.compress(data)))

    def zipped(path: str) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(zipfile.ZipInfo("model.pkl"), data)
            archive.writestr(zipfile.ZipInfo("readme.txt"), "two members")

    sink.put("plain.zip", zipped)


# ── numpy, scipy ─────────────────────────────────────────────────────────────────────────────────


def _arrays() -> dict[str, Any]:
    import numpy as np

    rng = np.random.RandomState(7)
    arrays: dict[str, Any] = {}
    for code in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "g", "c8", "c16", "G"):
        arrays[f"{np.dtype(code).name}"] = (rng.rand(4, 3) * 9).astype(code)
    arrays.update(
        {
            "big-endian": np.arange(6, dtype=">i4"),
            "text": np.array(["ab", "cde"]),
            "bytes": np.array([b"ab", b"cde"]),
            "void": np.zeros(2, "V8"),
            "datetime": np.array(["2024-01-01", "2024-02-01"], "M8[D]"),
            "timedelta": np.array([1, 2], "m8[s]"),
            "object": np.array([{"a": 1}, [1, 2], "text", None], dtype=object),
            "object-nested": np.array([np.arange(3), np.arange(2)], dtype=object),
            "record": np.array([(1, 2.0, "a"), (2, 3.0, "b")], dtype=[("i", "i4"), ("f", "f8"), ("s", "U4")]),
            "record-nested": np.zeros(2, dtype=[("p", [("x", "f4"), ("y", "f4")]), ("m", "f8", (2, 2))]),
            "record-object": np.array([(1, {"a": 1})], dtype=[("i", "i4"), ("o", "O")]),
            "recarray": np.rec.array([(1, 2.0)], dtype=[("i", "i4"), ("f", "f8")]),
            "fortran": np.asfortranarray(rng.rand(3, 4)),
            "strided": rng.rand(10, 4)[::2, 1:3],
            "empty": np.zeros((0, 3)),
            "zero-d": np.array(3.5),
            "masked": np.ma.masked_array([1.0, 2.0, 3.0], mask=[0, 1, 0]),
            "matrix": np.matrix([[1, 2], [3, 4]]),
            "chararray": np.char.array(["ab", "c"]),
            "large": rng.rand(200, 50),
        }
    )
    if hasattr(np, "dtypes") and hasattr(np.dtypes, "StringDType"):
        arrays["stringdtype"] = np.array(["a", "long text"], dtype=np.dtypes.StringDType())
    return arrays


@family
def numpy_arrays(sink: Sink) -> None:
    """Arrays of every dtype as pickle, joblib, npy and npz."""
    import numpy as np

    arrays = _arrays()
    for index, (name, value) in enumerate(arrays.items()):
        every = name in ("float64", "object", "record", "datetime", "text", "fortran", "masked", "recarray")
        sink.pickle(name, value, PROTOCOLS if every else (index % 6, 4))
        sink.put(f"{name}.npy", lambda path: np.save(path, value, allow_pickle=True))
        if _has("joblib") and name != "stringdtype":  # joblib writes pointers there, and cannot read them
            sink.joblib(name, value, (0, 3, ("gzip", 3), ("bz2", 3), ("lzma", 3), ("xz", 3))[index % 6])
    plain = {name: arrays[name] for name in ("float64", "int64", "text", "bool")}
    sink.put("plain.npz", lambda path: np.savez(path, **plain))
    sink.put("plain-compressed.npz", lambda path: np.savez_compressed(path, **plain))
    sink.put("object.npz", lambda path: np.savez(path, a=arrays["float64"], o=arrays["object"], r=arrays["record-object"]))
    sink.put("object-compressed.npz", lambda path: np.savez_compressed(path, o=arrays["object-nested"]))


@family
def numpy_values(sink: Sink) -> None:
    """Scalars, dtypes, ufuncs, generators, polynomials."""
    import numpy as np

    values: dict[str, Any] = {
        "scalars": [np.float64(1.5), np.float32(1), np.int64(3), np.int32(2), np.bool_(True), np.uint8(1), np.complex64(1j)],
        "scalars-text": [np.str_("x"), np.bytes_(b"x"), np.datetime64("2024-01-01"), np.timedelta64(3, "s")],
        "dtypes": [np.dtype(code) for code in ("f8", ">i4", "U5", "O", "M8[ns]", "?", "S3")],
        "dtype-record": np.dtype([("a", "i4"), ("b", "f8", (2,))]),
        "types": [np.float64, np.float32, np.int64, np.ndarray, np.bool_, np.str_, np.object_, np.generic, np.number],
        "ufuncs": [np.log1p, np.exp, np.sqrt, np.add, np.maximum],
        "functions": [np.mean, np.sum, np.median, np.std, np.log2],
        "randomstate": np.random.RandomState(3),
        "generator": np.random.default_rng(3),
        "bit-generators": [np.random.Generator(kind(3)) for kind in (np.random.MT19937, np.random.PCG64, np.random.Philox, np.random.SFC64)],
        "seedsequence": np.random.SeedSequence(3),
        "poly1d": np.poly1d([1, 2, 3]),
        "polynomial": [np.polynomial.Polynomial([1, 2]), np.polynomial.Chebyshev([1, 2]), np.polynomial.Legendre([1])],
        "nan": [np.nan, float("inf"), np.float64("nan")],
        "finfo": np.iinfo(np.int32).max,
    }
    for name, value in values.items():
        sink.pickle(name, value, PROTOCOLS)
        if _has("joblib"):
            sink.joblib(name, value)


@family
def scipy_values(sink: Sink) -> None:
    """Sparse matrices of every format, and fitted things of scipy."""
    import numpy as np
    import scipy.interpolate
    import scipy.optimize
    import scipy.signal
    import scipy.sparse
    import scipy.spatial
    import scipy.spatial.transform
    import scipy.special
    import scipy.stats

    rng = np.random.RandomState(7)
    dense = rng.rand(6, 6) * (rng.rand(6, 6) > 0.5)
    for form in ("csr", "csc", "coo", "bsr", "lil", "dok", "dia"):
        matrix = getattr(scipy.sparse, f"{form}_matrix")(dense)
        sink.pickle(f"{form}-matrix", matrix, PROTOCOLS)
        sink.joblib(f"{form}-matrix", matrix, 3)
        if form in ("csr", "csc", "coo", "bsr", "dia"):
            sink.put(f"{form}-matrix.npz", lambda path: scipy.sparse.save_npz(path, matrix))
        if hasattr(scipy.sparse, f"{form}_array"):
            sink.pickle(f"{form}-array", getattr(scipy.sparse, f"{form}_array")(dense), (2, 5))
    x = np.linspace(0, 5, 12)
    values: dict[str, Any] = {
        "distribution": scipy.stats.norm,
        "frozen": scipy.stats.gamma(2.0),
        "frozen-discrete": scipy.stats.poisson(3),
        "frozen-multivariate": scipy.stats.multivariate_normal([0, 0]),
        "kde": scipy.stats.gaussian_kde(rng.rand(20)),
        "interp1d": scipy.interpolate.interp1d(x, x**2),
        "cubic-spline": scipy.interpolate.CubicSpline(x, x**2),
        "bspline": scipy.interpolate.make_interp_spline(x, x**2),
        "univariate-spline": scipy.interpolate.UnivariateSpline(x, x**2),
        "rbf": scipy.interpolate.Rbf(x, x**2),
        "pchip": scipy.interpolate.PchipInterpolator(x, x**2),
        "grid": scipy.interpolate.RegularGridInterpolator((x, x), np.outer(x, x)),
        "kdtree": scipy.spatial.cKDTree(rng.rand(20, 3)),
        "kdtree-python": scipy.spatial.KDTree(rng.rand(20, 3)),
        "optimize": scipy.optimize.minimize(lambda p: ((p - 1) ** 2).sum(), [0.0, 0.0], method="Nelder-Mead"),
        "bounds": scipy.optimize.Bounds([0, 0], [1, 1]),
        "rotation": scipy.spatial.transform.Rotation.from_euler("z", 30, degrees=True),
        "ufuncs": [scipy.special.expit, scipy.special.logit, scipy.special.softmax],
        "ttest": scipy.stats.ttest_ind(rng.rand(9), rng.rand(9)),
        "lti": scipy.signal.TransferFunction([1], [1, 2]),
        "delaunay": scipy.spatial.ConvexHull(rng.rand(9, 2)).vertices,
        "linregress": scipy.stats.linregress(x, x * 2),
    }
    for index, (name, value) in enumerate(values.items()):
        sink.pickle(name, value, (index % 5, 5))
        sink.joblib(name, value)


# ── pandas ───────────────────────────────────────────────────────────────────────────────────────


def _frames() -> dict[str, Any]:
    import numpy as np
    import pandas as pd

    days = pd.date_range("2024-01-01", periods=4)
    frames: dict[str, Any] = {
        "mixed": pd.DataFrame({"i": [1, 2], "f": [1.5, 2.5], "s": ["a", "b"], "b": [True, False], "d": days[:2]}),
        "category": pd.DataFrame({"c": pd.Categorical(["x", "y", "x"], ordered=True)}),
        "nullable": pd.DataFrame({"i": pd.array([1, None], "Int64"), "b": pd.array([True, None], "boolean")}),
        "string": pd.Series(["a", None, "c"], dtype="string"),
        "timezone": pd.Series(days.tz_localize("Europe/Berlin")),
        "timezone-utc": pd.Series(days.tz_localize("UTC")),
        "timedelta": pd.Series(pd.to_timedelta([1, 2], "D")),
        "period": pd.Series(pd.period_range("2024-01", periods=3, freq="M")),
        "interval": pd.Series(pd.interval_range(0, 3)),
        "sparse": pd.Series(pd.arrays.SparseArray([0, 0, 1])),
        "multiindex": pd.DataFrame({"v": [1, 2]}, index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["k", "n"])),
        "object": pd.Series([{"a": 1}, [1, 2], None]),
        "rangeindex": pd.RangeIndex(5),
        "index": pd.Index(["a", "b"], name="letters"),
        "floatindex": pd.Index([1.5, 2.5]),
        "intindex": pd.Index([1, 5]),
        "uintindex": pd.Index(np.array([1, 5], "u8")),
        "categoricalindex": pd.CategoricalIndex(["a", "b", "a"]),
        "datetimeindex": days,
        "timedeltaindex": pd.timedelta_range("1D", periods=3),
        "periodindex": pd.period_range("2024", periods=2, freq="D"),
        "intervalindex": pd.interval_range(0, 3),
        "timestamps": [pd.Timestamp("2024-01-01"), pd.Timestamp("2024-01-01", tz="UTC"), pd.Timedelta("1D"), pd.NaT, pd.NA],
        "period-value": pd.Period("2024-01", "M"),
        "interval-value": pd.Interval(0, 1),
        "offsets": [
            getattr(pd.offsets, name)()
            for name in ("Day", "BDay", "Hour", "MonthEnd", "MonthBegin", "QuarterEnd", "YearEnd", "Week", "Second", "Minute", "BMonthEnd", "Milli", "Nano")
        ],
        "dateoffset": pd.DateOffset(months=2),
        "dtypes": [pd.CategoricalDtype(["a"]), pd.Int64Dtype(), pd.StringDtype(), pd.BooleanDtype(), pd.Float64Dtype() if hasattr(pd, "Float64Dtype") else None],
        "dtypes-2": [pd.DatetimeTZDtype(tz="UTC"), pd.PeriodDtype("M"), pd.IntervalDtype("int64"), pd.SparseDtype("f8")],
        "attrs": pd.DataFrame({"a": [1]}),
        "wide": pd.DataFrame(np.arange(60.0).reshape(6, 10), columns=[f"f{i}" for i in range(10)]),
        "empty": pd.DataFrame(),
        "flags": pd.Series([1, 2]).describe(),
        "nullable-ints": pd.DataFrame({kind: pd.array([1, None], kind) for kind in ("Int8", "Int16", "Int32", "UInt8", "UInt16", "UInt32", "UInt64")}),
    }
    frames["attrs"].attrs["source"] = "made here"
    if hasattr(pd, "Float64Dtype"):
        frames["nullable-floats"] = pd.DataFrame({kind: pd.array([1.5, None], kind) for kind in ("Float32", "Float64")})
    return frames


@family
def pandas_frames(sink: Sink) -> None:
    """Frames, series, indexes, offsets and dtypes of pandas."""
    for index, (name, value) in enumerate(_frames().items()):
        every = name in ("mixed", "category", "multiindex", "timezone", "timestamps", "dtypes", "offsets")
        sink.pickle(name, value, PROTOCOLS if every else (index % 6, 4))
        sink.joblib(name, value, 3 if index % 2 else 0)
        if hasattr(value, "to_pickle"):
            sink.put(f"{name}.to-pickle.pkl", lambda path: value.to_pickle(path))
    frame = _frames()["mixed"]
    for ending in ("gz", "bz2", "xz", "zip"):
        sink.put(f"mixed.pkl.{ending}", lambda path: frame.to_pickle(path))


@family
def pandas_arrow(sink: Sink) -> None:
    """Frames whose columns are Arrow arrays."""
    import pandas as pd
    import pyarrow as pa

    frame = pd.DataFrame({"i": pd.array([1, None], "int64[pyarrow]"), "s": pd.array(["a", None], "string[pyarrow]")})
    sink.pickle("frame", frame, (2, 5))
    sink.pickle("table", pa.table({"a": [1, 2], "b": ["x", "y"], "c": [[1], [2, 3]]}), (2, 5))
    sink.pickle("schema", pa.schema([("a", pa.int64()), ("t", pa.timestamp("ns")), ("d", pa.dictionary(pa.int8(), pa.string()))]), (2, 5))


@family
def polars_frames(sink: Sink) -> None:
    """Frames of polars."""
    import polars as pl

    frame = pl.DataFrame({"i": [1, 2], "s": ["a", "b"], "f": [1.0, None]})
    sink.pickle("frame", frame, (2, 5))
    sink.pickle("series", frame["s"], (2, 5))
    sink.pickle("schema", dict(frame.schema), (2, 5))


# ── scikit-learn ─────────────────────────────────────────────────────────────────────────────────


def _estimators() -> list[tuple[str, Any]]:
    try:
        from sklearn.utils import all_estimators
    except ImportError:
        from sklearn.utils.testing import all_estimators  # up to 0.21

    return all_estimators()


def _made(name: str, kind: Any) -> Any:
    """An estimator with the arguments that it cannot do without, made small."""
    from sklearn.decomposition import PCA
    from sklearn.linear_model import LinearRegression, LogisticRegression
    from sklearn.preprocessing import StandardScaler
    from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

    pair = [("a", DecisionTreeClassifier(max_depth=2)), ("b", LogisticRegression())]
    pair_numbers = [("a", DecisionTreeRegressor(max_depth=2)), ("b", LinearRegression())]
    grid = {"max_depth": [1, 2]}
    given: dict[str, Any] = {
        "ClassifierChain": lambda: kind(LogisticRegression()),
        "ColumnTransformer": lambda: kind([("s", StandardScaler(), [0, 1]), ("p", "passthrough", [2])]),
        "FeatureUnion": lambda: kind([("p", PCA(2)), ("s", StandardScaler())]),
        "FixedThresholdClassifier": lambda: kind(LogisticRegression()),
        "FrozenEstimator": lambda: kind(LogisticRegression()),
        "GridSearchCV": lambda: kind(DecisionTreeClassifier(), grid, cv=2),
        "HalvingGridSearchCV": lambda: kind(DecisionTreeClassifier(), grid, cv=2),
        "HalvingRandomSearchCV": lambda: kind(DecisionTreeClassifier(), grid, cv=2),
        "MultiOutputClassifier": lambda: kind(LogisticRegression()),
        "MultiOutputRegressor": lambda: kind(LinearRegression()),
        "OneVsOneClassifier": lambda: kind(LogisticRegression()),
        "OneVsRestClassifier": lambda: kind(LogisticRegression()),
        "OutputCodeClassifier": lambda: kind(LogisticRegression()),
        "Pipeline": lambda: kind([("s", StandardScaler()), ("c", LogisticRegression())]),
        "RFE": lambda: kind(DecisionTreeClassifier()),
        "RFECV": lambda: kind(DecisionTreeClassifier(), cv=2),
        "RandomizedSearchCV": lambda: kind(DecisionTreeClassifier(), grid, n_iter=2, cv=2),
        "RegressorChain": lambda: kind(LinearRegression()),
        "SelectFromModel": lambda: kind(DecisionTreeClassifier()),
        "SelfTrainingClassifier": lambda: kind(LogisticRegression()),
        "SequentialFeatureSelector": lambda: kind(LogisticRegression(), n_features_to_select=2, cv=2),
        "SparseCoder": lambda: kind(__import__("numpy").eye(4)),
        "StackingClassifier": lambda: kind(pair, cv=2),
        "StackingRegressor": lambda: kind(pair_numbers, cv=2),
        "TunedThresholdClassifierCV": lambda: kind(LogisticRegression(), cv=2),
        "VotingClassifier": lambda: kind(pair),
        "VotingRegressor": lambda: kind(pair_numbers),
    }
    estimator = given[name]() if name in given else kind()
    small = {"n_estimators": 3, "max_iter": 20, "random_state": 0, "n_components": 2, "n_init": 1, "hidden_layer_sizes": (3,), "n_quantiles": 10}
    known = estimator.get_params(deep=False)
    for key, value in small.items():
        if key in known and not (key == "max_iter" and known[key] in (-1, None)):
            estimator.set_params(**{key: value})
    return estimator


@family
def sklearn_estimators(sink: Sink) -> None:
    """Every estimator of scikit-learn that fits quickly, fitted."""
    import sklearn  # noqa: F401

    for flag in ("enable_halving_search_cv", "enable_iterative_imputer", "enable_hist_gradient_boosting"):
        try:
            __import__(f"sklearn.experimental.{flag}")
        except ImportError:
            pass
    import numpy as np
    from sklearn.datasets import make_classification

    x, y = make_classification(40, 4, n_informative=3, n_redundant=0, random_state=7)
    text = ["the first text", "one more text here", "and a third one"] * 4
    tries: list[Callable[[Any], Any]] = [
        lambda e: e.fit(x, y),
        lambda e: e.fit(np.abs(x) + 0.1, y),
        lambda e: e.fit(np.abs(x) + 0.1, np.abs(x[:, 0]) + 0.1),
        lambda e: e.fit(x, np.c_[y, 1 - y]),
        lambda e: e.fit(x, np.c_[x[:, 0], x[:, 1]]),
        lambda e: e.fit(x[:, 0], x[:, 1]),
        lambda e: e.fit(y),
        lambda e: e.fit(text),
        lambda e: e.fit([{"a": 1, "b": "x"}, {"a": 2}]),
        lambda e: e.fit([["a", "b"], ["a"]]),
        lambda e: e,
    ]
    for index, (name, kind) in enumerate(_estimators()):
        fitted = None
        for attempt in tries:
            try:
                fitted = attempt(_made(name, kind))
                break
            except Exception:
                continue
        if fitted is None:
            sink.failed.append(f"{name}: no way to fit it")
            continue
        sink.pickle(name, fitted, (index % 6,))
        sink.joblib(name, fitted, (0, 3, ("gzip", 3), 0, ("bz2", 3), ("lzma", 3), ("xz", 3))[index % 7])


@family
def sklearn_composed(sink: Sink) -> None:
    """Pipelines, searches, ensembles, kernels, scorers and splitters as people save them."""
    import numpy as np
    import pandas as pd
    from sklearn import ensemble, feature_selection, gaussian_process, metrics, model_selection, neighbors, neural_network, svm
    from sklearn.cluster import KMeans
    from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
    from sklearn.datasets import load_iris, make_regression
    from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
    from sklearn.gaussian_process import kernels
    from sklearn.impute import KNNImputer, SimpleImputer
    from sklearn.linear_model import LinearRegression, LogisticRegression, SGDClassifier
    from sklearn.naive_bayes import MultinomialNB
    from sklearn.pipeline import FeatureUnion, make_pipeline
    from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, OrdinalEncoder, PolynomialFeatures, StandardScaler
    from sklearn.tree import DecisionTreeClassifier

    iris = load_iris()
    x, y = iris.data[::3], iris.target[::3]
    text = ["good film", "bad film", "a good day", "a bad day"] * 3
    mood = [1, 0] * 6
    frame = pd.DataFrame({"age": [20, 30, 40, 50.0], "town": ["a", "b", "a", "c"], "y": [0, 1, 0, 1]})
    columns = ColumnTransformer(
        [("n", make_pipeline(SimpleImputer(), StandardScaler()), ["age"]), ("c", OneHotEncoder(handle_unknown="ignore"), ["town"])]
    )
    xr, yr = make_regression(30, 3, random_state=7)
    models: dict[str, Any] = {
        "column-transformer": make_pipeline(columns, LogisticRegression()).fit(frame[["age", "town"]], frame["y"]),
        "column-transformer-ordinal": ColumnTransformer([("o", OrdinalEncoder(), ["town"])], remainder="passthrough").fit(frame[["age", "town"]]),
        "text-tfidf": make_pipeline(TfidfVectorizer(stop_words="english"), LogisticRegression()).fit(text, mood),
        "text-count": make_pipeline(CountVectorizer(ngram_range=(1, 2)), MultinomialNB()).fit(text, mood),
        "text-hash": make_pipeline(HashingVectorizer(n_features=16), SGDClassifier(random_state=0)).fit(text, mood),
        "text-lda": make_pipeline(CountVectorizer(), LatentDirichletAllocation(2, max_iter=2, random_state=0)).fit(text),
        "text-svd": make_pipeline(TfidfVectorizer(), TruncatedSVD(2, random_state=0)).fit(text),
        "text-nmf": make_pipeline(TfidfVectorizer(), NMF(2, max_iter=10, random_state=0)).fit(text),
        "grid-search": model_selection.GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [1, 2]}, cv=2).fit(x, y),
        "grid-search-pipeline": model_selection.GridSearchCV(make_pipeline(StandardScaler(), svm.SVC()), {"svc__C": [1, 2]}, cv=2, scoring="f1_macro").fit(x, y),
        "random-search": model_selection.RandomizedSearchCV(LogisticRegression(max_iter=20), {"C": [0.1, 1, 2]}, n_iter=2, cv=2, random_state=0).fit(x, y),
        "random-search-scorer": model_selection.RandomizedSearchCV(LogisticRegression(max_iter=20), {"C": [0.1, 1]}, n_iter=1, cv=2, scoring=metrics.make_scorer(metrics.f1_score, average="macro")).fit(x, y),
        "forest": RandomForestClassifier(5, random_state=0).fit(x, y),
        "forest-regressor": ensemble.RandomForestRegressor(5, random_state=0).fit(xr, yr),
        "extra-trees": ensemble.ExtraTreesClassifier(5, random_state=0).fit(x, y),
        "gradient-boosting": ensemble.GradientBoostingClassifier(n_estimators=3, random_state=0).fit(x, y),
        "gradient-boosting-regressor": ensemble.GradientBoostingRegressor(n_estimators=3, loss="huber", random_state=0).fit(xr, yr),
        "gradient-boosting-quantile": ensemble.GradientBoostingRegressor(n_estimators=3, loss="quantile", random_state=0).fit(xr, yr),
        "gradient-boosting-init": ensemble.GradientBoostingClassifier(n_estimators=2, loss="exponential", init="zero", random_state=0).fit(x, y > 0),
        "adaboost": ensemble.AdaBoostClassifier(n_estimators=3, random_state=0).fit(x, y),
        "bagging": ensemble.BaggingClassifier(n_estimators=3, random_state=0).fit(x, y),
        "isolation-forest": ensemble.IsolationForest(n_estimators=5, random_state=0).fit(x),
        "svc-linear": svm.SVC(kernel="linear", probability=True, random_state=0).fit(x, y),
        "svc-poly": svm.SVC(kernel="poly").fit(x, y),
        "one-class-svm": svm.OneClassSVM().fit(x),
        "mlp": neural_network.MLPClassifier(hidden_layer_sizes=(4,), max_iter=5, random_state=0).fit(x, y),
        "mlp-early": neural_network.MLPRegressor(hidden_layer_sizes=(4,), max_iter=5, early_stopping=True, solver="sgd", random_state=0).fit(xr, yr),
        "target-transformer": TransformedTargetRegressor(LinearRegression(), func=np.log1p, inverse_func=np.expm1).fit(xr, np.abs(yr)),
        "function-transformer": make_pipeline(FunctionTransformer(np.log1p), MinMaxScaler(), KMeans(2, n_init=1, random_state=0)).fit(np.abs(x)),
        "poly-pipeline": make_pipeline(PolynomialFeatures(2), LinearRegression()).fit(xr, yr),
        "select-kbest": make_pipeline(feature_selection.SelectKBest(feature_selection.f_classif, k=2), LogisticRegression()).fit(x, y),
        "select-chi2": feature_selection.SelectKBest(feature_selection.chi2, k=2).fit(x, y),
        "select-mutual": feature_selection.SelectKBest(feature_selection.mutual_info_classif, k=2).fit(x, y),
        "feature-union": FeatureUnion([("s", StandardScaler()), ("m", MinMaxScaler())]).fit(x),
        "knn-imputer": KNNImputer().fit(x),
        "stacking": ensemble.StackingClassifier([("t", DecisionTreeClassifier()), ("l", LogisticRegression())], cv=2).fit(x, y),
        "voting": ensemble.VotingClassifier([("t", DecisionTreeClassifier()), ("l", LogisticRegression())], voting="soft").fit(x, y),
        "dict-of-models": {"scaler": StandardScaler().fit(x), "model": LogisticRegression().fit(x, y), "columns": list("abcd"), "version": "1"},
        "list-of-trees": [DecisionTreeClassifier(max_depth=depth).fit(x, y) for depth in (1, 2)],
        "scorers": [metrics.make_scorer(metrics.accuracy_score), metrics.make_scorer(metrics.mean_squared_error, greater_is_better=False)],
        "bunch": iris,
        "splitters": [
            getattr(model_selection, name)()
            for name in ("KFold", "StratifiedKFold", "GroupKFold", "ShuffleSplit", "StratifiedShuffleSplit", "TimeSeriesSplit", "LeaveOneOut", "RepeatedKFold")
        ],
        "unfitted": make_pipeline(StandardScaler(), LogisticRegression()),
    }
    for metric in ("euclidean", "manhattan", "chebyshev", "minkowski", "cosine"):
        models[f"knn-{metric}"] = neighbors.KNeighborsClassifier(metric=metric).fit(x, y)
    for kind in ("ball_tree", "kd_tree", "brute"):
        models[f"knn-{kind}"] = neighbors.KNeighborsRegressor(algorithm=kind).fit(x, y)
    models["kernel-density"] = neighbors.KernelDensity().fit(x)
    for name, kernel in {
        "rbf": kernels.RBF() + kernels.WhiteKernel(),
        "matern": kernels.ConstantKernel() * kernels.Matern(),
        "periodic": kernels.ExpSineSquared() + kernels.RationalQuadratic(),
        "dot": kernels.DotProduct() ** 2,
        "compound": kernels.PairwiseKernel(),
    }.items():
        models[f"gp-{name}"] = gaussian_process.GaussianProcessRegressor(kernel, optimizer=None, alpha=10).fit(xr, yr)
    models["gp-classifier"] = gaussian_process.GaussianProcessClassifier(optimizer=None).fit(x[:20], [0, 1] * 10)
    try:
        if not hasattr(ensemble, "HistGradientBoostingClassifier"):
            from sklearn.experimental import enable_hist_gradient_boosting  # noqa: F401
        for loss in ("squared_error", "absolute_error", "poisson"):
            try:
                models[f"hist-{loss}"] = ensemble.HistGradientBoostingRegressor(loss=loss, max_iter=3).fit(xr, np.abs(yr))
            except ValueError:  # the name of the loss in this version
                continue
        models["hist"] = ensemble.HistGradientBoostingClassifier(max_iter=3).fit(x, y)
    except ImportError:
        pass
    for index, (name, value) in enumerate(models.items()):
        every = name in ("column-transformer", "text-tfidf", "grid-search", "forest")
        sink.pickle(name, value, PROTOCOLS if every else (index % 6,))
        sink.joblib(name, value, (0, 3, ("gzip", 3), ("bz2", 3), ("xz", 3))[index % 5])
        if index % 4 == 0:
            sink.joblib(f"{name}.raw", value, 0, "pkl")


@family
def joblib_forms(sink: Sink) -> None:
    """One model in every compression and protocol that joblib has."""
    import joblib
    import numpy as np

    rng = np.random.RandomState(7)
    value = {
        "coef": rng.rand(30, 4),
        "fortran": np.asfortranarray(rng.rand(5, 6)),
        "names": np.array(["a", "b"], dtype=object),
        "record": np.zeros(3, dtype=[("i", "i4"), ("f", "f8")]),
        "empty": np.zeros((0, 2)),
        "nested": [rng.rand(3), {"x": rng.rand(2, 2)}],
        "same": None,
    }
    value["same"] = value["coef"]
    for method in ("zlib", "gzip", "bz2", "lzma", "xz", "lz4"):
        for level in (1, 9):
            sink.joblib(f"{method}-{level}", value, (method, level))
    for ending in ("z", "gz", "bz2", "lzma", "xz", "pkl", "dat", "bin"):
        sink.put(f"by-ending.{ending}", lambda path: joblib.dump(value, path))
    for protocol in PROTOCOLS:
        sink.put(f"protocol-{protocol}.joblib", lambda path: joblib.dump(value, path, protocol=protocol))

    def in_memory(path: str) -> None:
        buffer = io.BytesIO()
        joblib.dump(value, buffer)
        Path(path).write_bytes(buffer.getvalue())

    sink.put("in-memory.joblib", in_memory)


@family
def other_picklers(sink: Sink) -> None:
    """cloudpickle and dill of plain models: no code inside."""
    import cloudpickle
    import dill
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x = np.random.RandomState(7).rand(20, 3)
    y = [0, 1] * 10
    values = {
        "model": LogisticRegression().fit(x, y),
        "pipeline": make_pipeline(StandardScaler(), LogisticRegression()).fit(x, y),
        "array": x,
        "plain": {"a": 1, "b": [1, 2], "t": (1, 2)},
    }
    for name, value in values.items():
        for protocol in (2, 4, 5):
            sink.put(f"{name}.cloudpickle.p{protocol}.pkl", lambda path: Path(path).write_bytes(cloudpickle.dumps(value, protocol)))
            sink.put(f"{name}.p{protocol}.dill", lambda path: Path(path).write_bytes(dill.dumps(value, protocol)))


@family
def sklearn_contrib(sink: Sink) -> None:
    """Models of the packages that stand around scikit-learn."""
    import numpy as np

    rng = np.random.RandomState(7)
    x = rng.rand(40, 3)
    y = np.array([0, 1] * 20)
    if _has("imblearn"):
        from imblearn import ensemble, over_sampling, pipeline, under_sampling
        from sklearn.linear_model import LogisticRegression

        for sampler in (over_sampling.SMOTE(k_neighbors=2), over_sampling.RandomOverSampler(), under_sampling.RandomUnderSampler()):
            made = pipeline.Pipeline([("s", sampler), ("m", LogisticRegression())]).fit(x, y)
            sink.pickle(f"imblearn-{type(sampler).__name__}", made)
        sink.joblib("imblearn-forest", ensemble.BalancedRandomForestClassifier(3, random_state=0).fit(x, y))
    if _has("pyod"):
        from pyod.models.hbos import HBOS
        from pyod.models.iforest import IForest
        from pyod.models.knn import KNN

        for model in (HBOS(), IForest(n_estimators=3), KNN()):
            sink.joblib(f"pyod-{type(model).__name__}", model.fit(x))


# ── statistics and boosting ──────────────────────────────────────────────────────────────────────


@family
def statsmodels_results(sink: Sink) -> None:
    """Fitted results of statsmodels, made from arrays and from formulas."""
    import numpy as np
    import pandas as pd
    import statsmodels.api as sm
    import statsmodels.formula.api as smf
    import statsmodels.tsa.api as tsa

    rng = np.random.RandomState(7)
    x = sm.add_constant(rng.rand(40, 2))
    y = x @ [1, 2, 3] + rng.rand(40) * 0.1
    frame = pd.DataFrame({"y": y, "a": x[:, 1], "b": x[:, 2]})
    series = pd.Series(np.cumsum(rng.rand(40)), index=pd.date_range("2024-01-01", periods=40))
    made: dict[str, Callable[[], Any]] = {
        "ols": lambda: sm.OLS(y, x).fit(),
        "ols-frame": lambda: sm.OLS(frame["y"], frame[["a", "b"]]).fit(),
        "wls": lambda: sm.WLS(y, x, weights=np.ones(40)).fit(),
        "gls": lambda: sm.GLS(y, x).fit(),
        "glm-gaussian": lambda: sm.GLM(y, x).fit(),
        "glm-poisson": lambda: sm.GLM(np.round(y), x, family=sm.families.Poisson()).fit(),
        "glm-binomial": lambda: sm.GLM((y > y.mean()).astype(int), x, family=sm.families.Binomial()).fit(),
        "glm-gamma": lambda: sm.GLM(y, x, family=sm.families.Gamma(sm.families.links.Log() if hasattr(sm.families.links, "Log") else sm.families.links.log())).fit(),
        "logit": lambda: sm.Logit((y > y.mean()).astype(int), x).fit(disp=0, method="bfgs", maxiter=5),
        "poisson": lambda: sm.Poisson(np.round(y), x).fit(disp=0, maxiter=5),
        "rlm": lambda: sm.RLM(y, x).fit(),
        "quantreg": lambda: sm.QuantReg(y, x).fit(),
        "arima": lambda: tsa.ARIMA(series, order=(1, 0, 0)).fit(),
        "sarimax": lambda: tsa.SARIMAX(series, order=(1, 0, 0)).fit(disp=0, maxiter=2),
        "exponential": lambda: tsa.ExponentialSmoothing(series, trend="add").fit(),
        "simple-exponential": lambda: tsa.SimpleExpSmoothing(series, initialization_method="estimated").fit(),
        "var": lambda: tsa.VAR(frame).fit(1),
        "autoreg": lambda: tsa.AutoReg(series, 1).fit(),
        "mixedlm": lambda: sm.MixedLM(y, x, groups=[0, 1] * 20).fit(maxiter=2),
        "formula-ols": lambda: smf.ols("y ~ a + b", frame).fit(),
    }
    for index, (name, make) in enumerate(made.items()):
        try:
            result = make()
        except Exception as error:
            sink.failed.append(f"{name}: {type(error).__name__}: {str(error)[:80]}")
            continue
        sink.put(f"{name}.save.pkl", lambda path: result.save(path))
        sink.pickle(name, result, (index % 5, 5))
        sink.joblib(name, result)


def _table() -> Any:
    import numpy as np

    rng = np.random.RandomState(7)
    x = rng.rand(60, 4)
    return x, (x[:, 0] + x[:, 1] > 1).astype(int), x @ [1.0, 2.0, 3.0, 4.0]


@family
def xgboost_models(sink: Sink) -> None:
    """Models of XGBoost."""
    import xgboost as xgb

    x, y, z = _table()
    small = {"n_estimators": 3, "max_depth": 2, "n_jobs": 1}
    models = {
        "classifier": xgb.XGBClassifier(**small).fit(x, y),
        "regressor": xgb.XGBRegressor(**small).fit(x, z),
        "ranker": xgb.XGBRanker(**small).fit(x, y, group=[30, 30]),
        "forest": xgb.XGBRFClassifier(**small).fit(x, y),
        "forest-regressor": xgb.XGBRFRegressor(**small).fit(x, z),
        "booster": xgb.train({"max_depth": 2}, xgb.DMatrix(x, y), 3),
        "dart": xgb.train({"booster": "dart"}, xgb.DMatrix(x, y), 2),
        "linear": xgb.train({"booster": "gblinear"}, xgb.DMatrix(x, y), 2),
        "unfitted": xgb.XGBClassifier(),
    }
    for index, (name, value) in enumerate(models.items()):
        sink.pickle(name, value, PROTOCOLS if index < 2 else (index % 6, 4))
        sink.joblib(name, value, 3 if index % 2 else 0)


@family
def lightgbm_models(sink: Sink) -> None:
    """Models of LightGBM."""
    import lightgbm as lgb

    x, y, z = _table()
    small = {"n_estimators": 3, "num_leaves": 3, "n_jobs": 1, "verbose": -1}
    models = {
        "classifier": lgb.LGBMClassifier(**small).fit(x, y),
        "regressor": lgb.LGBMRegressor(**small).fit(x, z),
        "ranker": lgb.LGBMRanker(**small).fit(x, y, group=[30, 30]),
        "booster": lgb.train({"verbose": -1, "objective": "binary", "num_threads": 1}, lgb.Dataset(x, y), 3),
        "unfitted": lgb.LGBMClassifier(),
    }
    for index, (name, value) in enumerate(models.items()):
        sink.pickle(name, value, PROTOCOLS if index < 2 else (index % 6, 4))
        sink.joblib(name, value, 3 if index % 2 else 0)


@family
def catboost_models(sink: Sink) -> None:
    """Models of CatBoost."""
    import catboost as cb

    x, y, z = _table()
    small = {"iterations": 3, "depth": 2, "verbose": 0, "allow_writing_files": False, "thread_count": 1}
    models = {
        "classifier": cb.CatBoostClassifier(**small).fit(x, y),
        "regressor": cb.CatBoostRegressor(**small).fit(x, z),
        "ranker": cb.CatBoostRanker(**small, loss_function="YetiRank").fit(x, y, group_id=[0] * 30 + [1] * 30),
        "model": cb.CatBoost(small).fit(x, z),
        "unfitted": cb.CatBoostClassifier(),
    }
    for index, (name, value) in enumerate(models.items()):
        sink.pickle(name, value, PROTOCOLS if index < 2 else (index % 6, 4))
        sink.joblib(name, value, 3 if index % 2 else 0)


# ── torch ────────────────────────────────────────────────────────────────────────────────────────


def _nets() -> dict[str, Any]:
    from torch import nn

    return {
        "mlp": nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.1), nn.Linear(8, 2)),
        "cnn": nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.GELU(), nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(1), nn.Flatten()),
        "rnn": nn.ModuleList([nn.LSTM(3, 4), nn.GRU(3, 4), nn.RNN(3, 4), nn.LSTMCell(3, 4)]),
        "transformer": nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), 1),
        "transformer-whole": nn.Transformer(8, 2, 1, 1, 16),
        "embedding": nn.ModuleDict({"e": nn.Embedding(5, 3), "b": nn.EmbeddingBag(5, 3), "n": nn.LayerNorm(3)}),
        "parameters": nn.ParameterList([nn.Parameter(__import__("torch").ones(2))]),
        "losses": nn.ModuleList([nn.CrossEntropyLoss(), nn.MSELoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss()]),
        "activations": nn.Sequential(nn.Tanh(), nn.Sigmoid(), nn.LeakyReLU(), nn.ELU(), nn.SELU(), nn.SiLU(), nn.Softmax(1), nn.PReLU()),
    }


@family
def torch_files(sink: Sink) -> None:
    """State dicts, whole modules, optimisers, schedulers, tensors; zip and legacy form."""
    import collections

    import torch
    from torch import nn, optim

    for name, net in _nets().items():
        for ending in ("pt", "pth", "bin", "ckpt")[: 4 if name == "mlp" else 1]:
            sink.put(f"{name}.state.{ending}", lambda path: torch.save(net.state_dict(), path))
            sink.put(f"{name}.whole.{ending}", lambda path: torch.save(net, path))
        sink.put(f"{name}.state.legacy.pt", lambda path: torch.save(net.state_dict(), path, _use_new_zipfile_serialization=False))
        sink.put(f"{name}.whole.legacy.pt", lambda path: torch.save(net, path, _use_new_zipfile_serialization=False))
        sink.pickle(f"{name}.state", net.state_dict(), (2, 4))
        sink.pickle(f"{name}.whole", net, (2, 5))
    sink.put("mlp.joblib", lambda path: __import__("joblib").dump(_nets()["mlp"], path))

    for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop", "LBFGS"):
        if not hasattr(optim, name):
            continue
        net = nn.Linear(3, 2)
        optimizer = getattr(optim, name)(net.parameters(), lr=0.1)

        def closure() -> Any:
            optimizer.zero_grad()
            loss = net(torch.ones(2, 3)).sum()
            loss.backward()
            return loss

        optimizer.step(closure)
        sink.put(f"optimizer-{name}.pt", lambda path: torch.save(optimizer.state_dict(), path))
        sink.put(f"optimizer-{name}.whole.pt", lambda path: torch.save(optimizer, path))
    optimizer = optim.SGD(nn.Linear(2, 2).parameters(), lr=0.1)
    schedulers = {
        "StepLR": {"step_size": 2}, "MultiStepLR": {"milestones": [1, 2]}, "ExponentialLR": {"gamma": 0.9}, "CosineAnnealingLR": {"T_max": 3},
        "ReduceLROnPlateau": {}, "OneCycleLR": {"max_lr": 1.0, "total_steps": 5}, "CosineAnnealingWarmRestarts": {"T_0": 2}, "CyclicLR": {"base_lr": 0.1, "max_lr": 1.0},
    }  # fmt: skip
    for name, arguments in schedulers.items():
        try:
            scheduler = getattr(optim.lr_scheduler, name)(optimizer, **arguments)
        except Exception as error:
            sink.failed.append(f"{name}: {error}")
            continue
        sink.put(f"scheduler-{name}.pt", lambda path: torch.save(scheduler.state_dict(), path))

    net = _nets()["mlp"]
    checkpoint = {
        "epoch": 3,
        "model": net.state_dict(),
        "optimizer": optim.Adam(net.parameters()).state_dict(),
        "loss": torch.tensor(0.5),
        "rng": torch.get_rng_state(),
        "args": __import__("argparse").Namespace(lr=0.1, name="x"),
        "history": collections.defaultdict(list, loss=[1.0, 0.5]),
        "device": torch.device("cpu"),
        "size": torch.Size([1, 2]),
        "dtype": torch.float32,
    }
    for ending in ("ckpt", "tar", "pth.tar"):
        sink.put(f"checkpoint.{ending}", lambda path: torch.save(checkpoint, path))
    sink.put("checkpoint.legacy.pth", lambda path: torch.save(checkpoint, path, _use_new_zipfile_serialization=False))

    tensors: dict[str, Any] = {}
    for kind in ("float32", "float64", "float16", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "bool", "complex64", "complex128"):
        tensors[kind] = torch.ones(3, 2).to(getattr(torch, kind))
    tensors.update(
        {
            "strided": torch.arange(12.0).reshape(3, 4).t(),
            "view": torch.arange(10.0)[2:5],
            "sparse": torch.eye(3).to_sparse(),
            "requires-grad": torch.ones(2, requires_grad=True),
            "parameter": nn.Parameter(torch.ones(2)),
            "buffer": nn.Buffer(torch.ones(2)) if hasattr(nn, "Buffer") else torch.ones(1),
            "scalar": torch.tensor(3),
            "empty": torch.zeros(0, 3),
            "shared": (lambda base: [base, base[1:], {"again": base}])(torch.arange(5.0)),
            "quantized": torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8),
            "quantized-channel": torch.quantize_per_channel(torch.ones(2, 2), torch.ones(2), torch.zeros(2), 0, torch.qint8),
            "conj": torch.ones(2, dtype=torch.complex64).conj(),
        }
    )
    try:
        tensors["meta"] = torch.ones(2, device="meta")
    except RuntimeError:  # up to 1.8
        pass
    if hasattr(torch.eye(2), "to_sparse_csr"):
        tensors["sparse-csr"] = torch.eye(3).to_sparse_csr()
    for kind in ("float8_e4m3fn", "float8_e5m2", "uint16", "uint32", "uint64"):
        if hasattr(torch, kind):
            tensors[kind] = torch.ones(2).to(getattr(torch, kind))
    for name, value in tensors.items():
        sink.put(f"tensor-{name}.pt", lambda path: torch.save(value, path))
        sink.put(f"tensor-{name}.legacy.pt", lambda path: torch.save(value, path, _use_new_zipfile_serialization=False))
        if name in ("float32", "parameter", "sparse", "bfloat16", "strided", "quantized"):
            sink.pickle(f"tensor-{name}", value, (0, 2, 4))
    sink.put("many-tensors.pt", lambda path: torch.save(tensors, path))
    sink.put("dataset.pt", lambda path: torch.save(torch.utils.data.TensorDataset(torch.ones(3, 2)), path))
    sink.put("generator-state.pt", lambda path: torch.save({"state": torch.Generator().get_state()}, path))
    sink.put("distribution.pt", lambda path: torch.save(torch.distributions.Normal(torch.zeros(2), torch.ones(2)), path))


@family
def torch_normed(sink: Sink) -> None:
    """Modules with weight norm, pruning, parametrisation, data parallelism, quantisation."""
    import torch
    from torch import nn
    from torch.nn.utils import prune

    normed = nn.utils.weight_norm(nn.Linear(3, 2))
    sink.put("weight-norm.pt", lambda path: torch.save(normed, path))
    pruned = nn.Linear(3, 2)
    prune.l1_unstructured(pruned, "weight", 0.5)
    sink.put("pruned.pt", lambda path: torch.save(pruned, path))
    spectral = nn.utils.spectral_norm(nn.Linear(3, 2))
    sink.put("spectral-norm.pt", lambda path: torch.save(spectral, path))
    sink.put("data-parallel.pt", lambda path: torch.save(nn.DataParallel(nn.Linear(3, 2)), path))
    sink.put("quantized-dynamic.pt", lambda path: torch.save(torch.quantization.quantize_dynamic(nn.Sequential(nn.Linear(3, 2)), {nn.Linear}, torch.qint8), path))
    sink.put("quantized-state.pt", lambda path: torch.save(torch.quantization.quantize_dynamic(nn.Sequential(nn.Linear(3, 2)), {nn.Linear}, torch.qint8).state_dict(), path))
    if hasattr(torch.optim, "swa_utils"):
        sink.put("averaged.pt", lambda path: torch.save(torch.optim.swa_utils.AveragedModel(nn.Linear(3, 2)).state_dict(), path))
    if hasattr(torch, "amp") and hasattr(torch.cuda, "amp"):
        sink.put("scaler.pt", lambda path: torch.save(torch.cuda.amp.GradScaler(enabled=False).state_dict(), path))


@family
def torch_script(sink: Sink) -> None:
    """TorchScript and torch.export."""
    import torch

    for name, net in _nets().items():
        if name in ("mlp", "cnn", "activations"):
            sink.put(f"{name}.script.pt", lambda path: torch.jit.script(net).save(path))
    mlp = _nets()["mlp"].eval()
    sink.put("mlp.trace.pt", lambda path: torch.jit.trace(mlp, torch.ones(1, 4)).save(path))
    sink.put("mlp.lite.ptl", lambda path: torch.jit.script(mlp)._save_for_lite_interpreter(path))
    if hasattr(torch, "export"):
        sink.put("mlp.pt2", lambda path: torch.export.save(torch.export.export(mlp, (torch.ones(1, 4),)), path))


@family
def torch_plain(sink: Sink) -> None:
    """Lightning-like checkpoints and pickled state in numpy form."""
    import torch

    net = _nets()["mlp"]
    as_numpy = {key: value.numpy() for key, value in net.state_dict().items()}
    sink.pickle("state-as-numpy", as_numpy, (2, 4))
    checkpoint = {
        "epoch": 1,
        "global_step": 10,
        "pytorch-lightning_version": "2.1.0",
        "state_dict": net.state_dict(),
        "loops": {"fit_loop": {"state_dict": {}}},
        "callbacks": {"ModelCheckpoint": {"best_model_score": torch.tensor(0.1)}},
        "optimizer_states": [torch.optim.Adam(net.parameters()).state_dict()],
        "lr_schedulers": [],
        "hparams_name": "kwargs",
        "hyper_parameters": {"lr": 0.1},
    }
    sink.put("lightning.ckpt", lambda path: torch.save(checkpoint, path))


@family
def transformers_files(sink: Sink) -> None:
    """What the Trainer writes beside a model, and tokenisers."""
    import torch
    import transformers

    settings = transformers.BertConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8, vocab_size=20)
    model = transformers.BertModel(settings)
    sink.put("pytorch_model.bin", lambda path: torch.save(model.state_dict(), path))
    sink.put("whole-model.pt", lambda path: torch.save(model, path))
    sink.pickle("config", settings, (2, 4))
    sink.put("training_args.bin", lambda path: torch.save(transformers.TrainingArguments("never", use_cpu=True, report_to=[]), path))
    optimizer = torch.optim.AdamW(model.parameters())
    optimizer.zero_grad()
    sink.put("optimizer.pt", lambda path: torch.save(optimizer.state_dict(), path))
    scheduler = transformers.get_linear_schedule_with_warmup(optimizer, 1, 5)
    sink.put("scheduler.pt", lambda path: torch.save(scheduler.state_dict(), path))
    import numpy as np

    rng = {"python": random.getstate(), "numpy": np.random.get_state(), "cpu": torch.random.get_rng_state()}
    sink.put("rng_state.pth", lambda path: torch.save(rng, path))
    sink.pickle("batch", transformers.BatchEncoding({"input_ids": [[1, 2]]}), (2, 4))


@family
def torchvision_files(sink: Sink) -> None:
    """Whole networks of torchvision, with as few weights as they can have, and transforms."""
    import torch
    import torchvision

    small = torchvision.models.resnet.ResNet(torchvision.models.resnet.BasicBlock, [1, 1, 1, 1], num_classes=2)
    for layer in small.modules():  # the real width is 11 million weights: too much for a test file
        for name, weight in list(layer.named_parameters(recurse=False)):
            setattr(layer, name, torch.nn.Parameter(weight[:2].clone()))
    sink.put("resnet.pt", lambda path: torch.save(small, path))
    sink.put("squeezenet.state.pt", lambda path: torch.save({"fc": small.fc.state_dict()}, path))
    from torchvision import transforms

    steps = transforms.Compose([transforms.Resize(8), transforms.CenterCrop(8), transforms.ToTensor(), transforms.Normalize([0.5], [0.5])])
    sink.pickle("transforms", steps, (2, 4))


@family
def gensim_models(sink: Sink) -> None:
    """Word vectors and topic models of gensim."""
    import gensim

    words = [["a", "small", "text"], ["one", "more", "text"]] * 5
    model = gensim.models.Word2Vec(words, vector_size=4, min_count=1, workers=1, seed=7)
    sink.put("word2vec.model", model.save)
    sink.put("vectors.kv", model.wv.save)
    dictionary = gensim.corpora.Dictionary(words)
    sink.put("dictionary.dict", dictionary.save)
    bags = [dictionary.doc2bow(text) for text in words]
    sink.put("lda.model", gensim.models.LdaModel(bags, 2, dictionary, random_state=7).save)
    sink.put("tfidf.model", gensim.models.TfidfModel(bags).save)


@family
def tokenizers_files(sink: Sink) -> None:
    """Tokenisers pickled whole."""
    import tokenizers
    from tokenizers import models, pre_tokenizers

    tokenizer = tokenizers.Tokenizer(models.WordLevel({"a": 0, "[UNK]": 1}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    sink.pickle("word-level", tokenizer, (2, 4))


@family
def keras_files(sink: Sink) -> None:
    """Keras history and weights as pickles."""
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    net = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])
    sink.pickle("weights", net.get_weights(), (2, 4))
    sink.pickle("config", net.get_config(), (2, 4))


# ── what stands around them ──────────────────────────────────────────────────────────────────────

SENTENCES = [text.split() for text in ("the cat sat on a mat", "a dog sat on the log", "cats and dogs sat", "the log and the mat")]


def _xy() -> tuple[Any, Any, Any]:
    """A table of 60 rows, a class and a number for each."""
    import numpy as np

    rng = np.random.RandomState(7)
    x = rng.rand(60, 4)
    return x, (x[:, 0] + x[:, 1] > 1).astype(int), x @ np.array([1.0, 2.0, 0.5, 0.0]) + rng.rand(60) * 0.1


def _mixed() -> Any:
    """A table with numbers, words, dates and gaps."""
    import pandas as pd

    x, y, z = _xy()
    frame = pd.DataFrame(x, columns=list("abcd"))
    frame["word"] = ["red", "green", "blue"] * 20
    frame["when"] = pd.date_range("2024-01-01", periods=60)
    frame["y"], frame["z"] = y, z
    return frame


@family
def language(sink: Sink) -> None:
    """Classifiers, taggers and language models of NLTK; vocabularies and documents of spaCy."""

    def bayes() -> Any:
        import nltk

        return nltk.NaiveBayesClassifier.train([({"a": i % 2, "b": i % 3}, "xy"[i % 2]) for i in range(20)])

    def maxent() -> Any:
        from nltk.classify import MaxentClassifier

        return MaxentClassifier.train([({"a": i % 2}, "xy"[i % 2]) for i in range(20)], trace=0, max_iter=3)

    def tree() -> Any:
        from nltk.classify import DecisionTreeClassifier

        return DecisionTreeClassifier.train([({"a": i % 2}, "xy"[i % 2]) for i in range(20)])

    def wrapped() -> Any:
        from nltk.classify.scikitlearn import SklearnClassifier
        from sklearn.naive_bayes import BernoulliNB

        return SklearnClassifier(BernoulliNB()).train([({"a": i % 2}, "xy"[i % 2]) for i in range(20)])

    def taggers() -> Any:
        from nltk.tag import BigramTagger, DefaultTagger, RegexpTagger, UnigramTagger

        tagged = [[(word, word[0].upper()) for word in sentence] for sentence in SENTENCES]
        first = UnigramTagger(tagged, backoff=DefaultTagger("N"))
        return [first, BigramTagger(tagged, backoff=first), RegexpTagger([(r".*s$", "P"), (r".*", "N")])]

    def hidden() -> Any:
        from nltk.tag.hmm import HiddenMarkovModelTrainer

        return HiddenMarkovModelTrainer().train_supervised([[(word, word[0].upper()) for word in sentence] for sentence in SENTENCES])

    def perceptron() -> Any:
        from nltk.tag.perceptron import PerceptronTagger

        tagger = PerceptronTagger(load=False)
        tagger.train([[(word, word[0].upper()) for word in sentence] for sentence in SENTENCES], nr_iter=2)
        return tagger

    def punkt() -> Any:
        from nltk.tokenize.punkt import PunktSentenceTokenizer

        return PunktSentenceTokenizer("A cat sat. The dog, e.g. a big one, ran. It was Mr. Smith.")

    def tools() -> Any:
        from nltk.stem import LancasterStemmer, PorterStemmer, RegexpStemmer, SnowballStemmer
        from nltk.tokenize import RegexpTokenizer, TreebankWordTokenizer, TweetTokenizer, WordPunctTokenizer

        return [PorterStemmer(), LancasterStemmer(), RegexpStemmer("ing$"), SnowballStemmer("english"), RegexpTokenizer(r"\w+"),
                TreebankWordTokenizer(), TweetTokenizer(), WordPunctTokenizer()]  # fmt: skip

    def grams() -> Any:
        from nltk.lm import MLE, Laplace, KneserNeyInterpolated
        from nltk.lm.preprocessing import padded_everygram_pipeline

        made = []
        for kind in (MLE, Laplace, lambda order: KneserNeyInterpolated(order)):
            data, words = padded_everygram_pipeline(2, SENTENCES)
            model = kind(2)
            model.fit(data, words)
            made.append(model)
        return made

    def counts() -> Any:
        from nltk import ConditionalFreqDist, FreqDist, Tree, bigrams
        from nltk.collocations import BigramCollocationFinder
        from nltk.probability import ELEProbDist, LaplaceProbDist, MLEProbDist

        dist = FreqDist(word for sentence in SENTENCES for word in sentence)
        pairs = ConditionalFreqDist(pair for sentence in SENTENCES for pair in bigrams(sentence))
        return [dist, pairs, ELEProbDist(dist), MLEProbDist(dist), LaplaceProbDist(dist), Tree.fromstring("(S (NP a) (VP b))"), BigramCollocationFinder.from_documents(SENTENCES)]

    def grammar() -> Any:
        from nltk import CFG, PCFG, ChartParser

        rules = CFG.fromstring("S -> NP VP\nNP -> 'a'\nVP -> 'b'")
        return [rules, PCFG.fromstring("S -> 'a' [0.5] | 'b' [0.5]"), ChartParser(rules)]

    def spacy_things() -> Any:
        import spacy

        nlp = spacy.blank("en")
        document = nlp("The cat sat on a mat. It was red.")
        return {"doc": document, "vocab": nlp.vocab, "strings": nlp.vocab.strings}

    def spacy_lookups() -> Any:
        import spacy.lookups

        lookups = spacy.lookups.Lookups()
        lookups.add_table("t", {"a": "b"})
        return lookups

    sink.each({"nltk-bayes": bayes, "nltk-maxent": maxent, "nltk-tree": tree, "nltk-sklearn": wrapped, "nltk-taggers": taggers, "nltk-hmm": hidden,
               "nltk-perceptron": perceptron, "nltk-punkt": punkt, "nltk-tools": tools, "nltk-lm": grams, "nltk-counts": counts, "nltk-grammar": grammar,
               "spacy-doc": spacy_things, "spacy-lookups": spacy_lookups})  # fmt: skip


@family
def survival(sink: Sink) -> None:
    """Time to event: lifelines and scikit-survival."""
    frame = _mixed()[list("abcd") + ["y", "z"]].rename(columns={"z": "T", "y": "E"})

    def lines(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import lifelines

            model = getattr(lifelines, kind)()
            if "Univariate" in str(type(model).__mro__):
                return model.fit(frame["T"], frame["E"])
            return model.fit(frame, "T", event_col="E")

        return make

    def surv(path: str, **given: Any) -> Callable[[], Any]:
        def make() -> Any:
            import importlib

            from sksurv.util import Surv

            module, _, name = path.rpartition(".")
            model = getattr(importlib.import_module("sksurv." + module), name)(**given)
            return model.fit(frame[list("abcd")], Surv.from_arrays(frame["E"], frame["T"]))

        return make

    sink.each({f"lifelines-{kind}": lines(kind) for kind in
               ("KaplanMeierFitter", "NelsonAalenFitter", "WeibullFitter", "ExponentialFitter", "LogNormalFitter", "CoxPHFitter", "WeibullAFTFitter", "LogLogisticAFTFitter", "AalenAdditiveFitter")})  # fmt: skip
    sink.each({
        "sksurv-cox": surv("linear_model.CoxPHSurvivalAnalysis"), "sksurv-net": surv("linear_model.CoxnetSurvivalAnalysis"),
        "sksurv-forest": surv("ensemble.RandomSurvivalForest", n_estimators=3), "sksurv-boost": surv("ensemble.GradientBoostingSurvivalAnalysis", n_estimators=3),
        "sksurv-tree": surv("tree.SurvivalTree"), "sksurv-svm": surv("svm.FastSurvivalSVM", max_iter=5),
    })  # fmt: skip


@family
def searches(sink: Sink) -> None:
    """Studies and optimisers: Optuna, bayesian-optimization, scikit-optimize, DEAP."""

    def study(sampler: str, pruner: str | None = None) -> Callable[[], Any]:
        def make() -> Any:
            import optuna

            optuna.logging.set_verbosity(optuna.logging.ERROR)
            made = optuna.create_study(sampler=getattr(optuna.samplers, sampler)(seed=7), pruner=getattr(optuna.pruners, pruner)() if pruner else None)
            made.optimize(lambda t: t.suggest_float("x", -1, 1) ** 2 + t.suggest_int("n", 1, 3) + (t.suggest_categorical("c", ["a", "b"]) == "a"), n_trials=4)
            return made

        return make

    def trials() -> Any:
        return study("TPESampler")().trials

    def bayes() -> Any:
        from bayes_opt import BayesianOptimization

        made = BayesianOptimization(None, {"x": (0, 1), "y": (-1, 1)}, random_state=7, verbose=0)
        for point in ({"x": 0.1, "y": 0.0}, {"x": 0.7, "y": 0.5}):
            made.register(point, sum(point.values()))
        return [made.max, made.res, made._gp, made._space._bounds]

    def skopt() -> Any:
        import skopt
        from skopt.space import Categorical, Integer, Real

        optimizer = skopt.Optimizer([Real(0, 1), Integer(1, 5), Categorical(["a", "b"])], n_initial_points=2, random_state=7)
        for _ in range(3):
            optimizer.tell(optimizer.ask(), 0.5)
        return [optimizer, optimizer.get_result(), optimizer.space]

    def searched() -> Any:
        from skopt import BayesSearchCV
        from sklearn.svm import SVC

        x, y, _ = _xy()
        return BayesSearchCV(SVC(), {"C": (0.1, 10.0)}, n_iter=3, cv=2, random_state=7).fit(x, y)

    def evolved() -> Any:
        import operator

        from deap import base, gp, tools

        primitives = gp.PrimitiveSet("MAIN", 1)
        primitives.addPrimitive(operator.add, 2)
        primitives.addTerminal(1.0)
        book = tools.Logbook()
        book.record(gen=0, mean=1.5)
        return [gp.PrimitiveTree(gp.genFull(primitives, 1, 2)), tools.HallOfFame(2), tools.ParetoFront(), book, base.Fitness]

    sink.each({"optuna-tpe": study("TPESampler"), "optuna-random": study("RandomSampler", "MedianPruner"), "optuna-cma": study("CmaEsSampler"),
               "optuna-qmc": study("QMCSampler", "HyperbandPruner"), "optuna-nsga": study("NSGAIISampler", "SuccessiveHalvingPruner"), "optuna-trials": trials,
               "bayes-opt": bayes, "skopt": skopt, "skopt-search": searched, "deap": evolved})  # fmt: skip


@family
def streams(sink: Sink) -> None:
    """Models of River, which learn one row at a time."""
    import inspect

    import river
    from river import anomaly, compose, drift, ensemble, feature_extraction, forest, linear_model, metrics, naive_bayes, neighbors, preprocessing, stats, time_series, tree

    x, y, z = _xy()
    rows = [dict(zip("abcd", row)) for row in x.tolist()]

    def learned(model: Any) -> Any:
        for row, kind, number in zip(rows, y.tolist(), z.tolist()):
            if isinstance(model, (river.base.Regressor,)) or getattr(model, "_estimator_type", "") == "regressor":
                model.learn_one(row, number)
            elif isinstance(model, river.base.Classifier) or isinstance(model, compose.Pipeline):
                model.learn_one(row, bool(kind))
            elif hasattr(model, "learn_one"):
                model.learn_one(row)
        return model

    models: dict[str, Callable[[], Any]] = {}
    for module in (linear_model, tree, forest, naive_bayes, neighbors, anomaly, preprocessing):
        for name, kind in inspect.getmembers(module, inspect.isclass):
            models[f"river-{module.__name__.split('.')[-1]}-{name}"] = lambda kind=kind: learned(kind())
    models["river-pipeline"] = lambda: learned(preprocessing.StandardScaler() | linear_model.LogisticRegression())
    models["river-union"] = lambda: learned(compose.Select("a", "b") + compose.Discard("a") | preprocessing.MinMaxScaler() | linear_model.LogisticRegression())
    models["river-bagging"] = lambda: learned(ensemble.BaggingClassifier(tree.HoeffdingTreeClassifier(), n_models=2, seed=7))
    models["river-metrics"] = lambda: [metrics.Accuracy(), metrics.F1(), metrics.MAE(), metrics.ROCAUC(), metrics.ConfusionMatrix()]
    models["river-stats"] = lambda: [stats.Mean(), stats.Var(), stats.Quantile(), stats.EWMean(), stats.RollingQuantile(0.5, 5), stats.Kurtosis()]
    models["river-drift"] = lambda: [drift.ADWIN(), drift.PageHinkley(), drift.KSWIN(seed=7), drift.DriftRetrainingClassifier(tree.HoeffdingTreeClassifier())]
    models["river-text"] = lambda: [feature_extraction.BagOfWords(), feature_extraction.TFIDF()]
    models["river-series"] = lambda: [time_series.SNARIMAX(1, 0, 1), time_series.HoltWinters(0.3)]
    sink.each(models)


@family
def series(sink: Sink) -> None:
    """Time series: sktime, pmdarima, arch, tslearn, prophet, statsforecast."""
    import numpy as np
    import pandas as pd

    values = pd.Series(np.sin(np.arange(60) / 3) + np.arange(60) / 20 + 3, index=pd.period_range("2020-01", periods=60, freq="M"))
    x, y, _ = _xy()

    def sk(path: str, *given: Any, **named: Any) -> Callable[[], Any]:
        def make() -> Any:
            import importlib

            module, _, name = path.rpartition(".")
            model = getattr(importlib.import_module("sktime." + module), name)(*given, **named)
            if "classification" in path or "clustering" in path or "regression" in path:
                return model.fit(np.random.RandomState(7).rand(12, 1, 30), np.array([0, 1] * 6))
            return model.fit(values, fh=[1, 2]) if "forecasting" in path else model.fit(values)

        return make

    def reduced() -> Any:
        from sklearn.linear_model import LinearRegression
        from sktime.forecasting.compose import TransformedTargetForecaster, make_reduction
        from sktime.transformations.series.detrend import Detrender

        return TransformedTargetForecaster([("d", Detrender()), ("m", make_reduction(LinearRegression(), window_length=5))]).fit(values, fh=[1, 2])

    def arima() -> Any:
        import pmdarima

        return pmdarima.auto_arima(values.to_numpy(), start_p=0, start_q=0, max_p=1, max_q=1, seasonal=False)

    def garch() -> Any:
        import arch

        made = arch.arch_model(np.random.RandomState(7).randn(200)).fit(disp="off")
        return [made, made.model, made.params]

    def tslearn(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            from tslearn import clustering, neighbors, preprocessing, svm

            data = np.random.RandomState(7).rand(10, 12, 1)
            if kind == "kmeans":
                return clustering.TimeSeriesKMeans(2, max_iter=2, random_state=7).fit(data)
            if kind == "knn":
                return neighbors.KNeighborsTimeSeriesClassifier(1).fit(data, [0, 1] * 5)
            if kind == "svc":
                return svm.TimeSeriesSVC().fit(data, [0, 1] * 5)
            return preprocessing.TimeSeriesScalerMeanVariance()

        return make

    def prophet() -> Any:
        from prophet import Prophet

        model = Prophet(weekly_seasonality=False).add_country_holidays("US")
        return model.fit(pd.DataFrame({"ds": pd.date_range("2024-01-01", periods=60), "y": values.to_numpy()}))

    def forecast() -> Any:
        from statsforecast import StatsForecast
        from statsforecast.models import AutoETS, Naive, SeasonalNaive, Theta

        frame = pd.DataFrame({"unique_id": "a", "ds": pd.date_range("2024-01-01", periods=60), "y": values.to_numpy()})
        return StatsForecast([Naive(), SeasonalNaive(7), AutoETS(season_length=1), Theta(7)], freq="D").fit(frame)

    sink.each({
        "sktime-naive": sk("forecasting.naive.NaiveForecaster", "last"), "sktime-trend": sk("forecasting.trend.PolynomialTrendForecaster", degree=2),
        "sktime-theta": sk("forecasting.theta.ThetaForecaster"), "sktime-ets": sk("forecasting.ets.AutoETS"), "sktime-smooth": sk("forecasting.exp_smoothing.ExponentialSmoothing"),
        "sktime-arima": sk("forecasting.statsforecast.StatsForecastAutoARIMA"), "sktime-reduced": reduced, "sktime-ardl": sk("forecasting.auto_reg.AutoREG"),
        "sktime-deseason": sk("transformations.series.detrend.Deseasonalizer", 12), "sktime-boxcox": sk("transformations.series.boxcox.BoxCoxTransformer"),
        "sktime-impute": sk("transformations.series.impute.Imputer"), "sktime-difference": sk("transformations.series.difference.Differencer"),
        "sktime-knn": sk("classification.distance_based.KNeighborsTimeSeriesClassifier", 1, distance="euclidean"), "sktime-forest": sk("classification.interval_based.TimeSeriesForestClassifier", n_estimators=3),
        "sktime-summary": sk("classification.feature_based.SummaryClassifier"), "sktime-rocket": sk("classification.kernel_based.RocketClassifier", num_kernels=20),
        "sktime-dummy": sk("classification.dummy.DummyClassifier"), "pmdarima": arima, "arch": garch, "tslearn-kmeans": tslearn("kmeans"), "tslearn-knn": tslearn("knn"),
        "tslearn-svc": tslearn("svc"), "tslearn-scaler": tslearn("scaler"), "prophet": prophet, "statsforecast": forecast,
    })  # fmt: skip


@family
def encoders(sink: Sink) -> None:
    """Encoders and features: category_encoders, feature-engine, mlxtend."""
    import inspect

    frame = _mixed()
    x, y, z = _xy()
    makers: dict[str, Callable[[], Any]] = {}
    try:
        import category_encoders

        for name, kind in inspect.getmembers(category_encoders, inspect.isclass):
            makers[f"category-{name}"] = lambda kind=kind: kind(cols=["word"]).fit(frame[["a", "word"]], frame["y"])
    except ModuleNotFoundError:
        pass
    try:
        from feature_engine import creation, datetime, discretisation, encoding, imputation, outliers, selection, transformation

        numbers = frame[list("abcd")]
        for module in (encoding, imputation, discretisation, outliers, transformation, selection):
            for name, kind in inspect.getmembers(module, inspect.isclass):
                data = frame[["a", "word"]] if module in (encoding,) else numbers
                makers[f"feature-engine-{name}"] = lambda kind=kind, data=data: kind().fit(data, frame["y"])
        makers["feature-engine-dates"] = lambda: datetime.DatetimeFeatures(["when"]).fit(frame)
        makers["feature-engine-cycles"] = lambda: creation.CyclicalFeatures(["a"]).fit(numbers)
        makers["feature-engine-winsor"] = lambda: outliers.Winsorizer().fit(numbers)
    except ModuleNotFoundError:
        pass
    try:
        from mlxtend import classifier, feature_selection, preprocessing, regressor
        from sklearn.linear_model import LinearRegression, LogisticRegression
        from sklearn.neighbors import KNeighborsClassifier

        makers |= {
            "mlxtend-vote": lambda: classifier.EnsembleVoteClassifier([LogisticRegression(), KNeighborsClassifier()]).fit(x, y),
            "mlxtend-stack": lambda: classifier.StackingClassifier([KNeighborsClassifier()], LogisticRegression()).fit(x, y),
            "mlxtend-stack-cv": lambda: classifier.StackingCVClassifier([KNeighborsClassifier()], LogisticRegression(), random_state=7).fit(x, y),
            "mlxtend-perceptron": lambda: [classifier.Perceptron(epochs=2).fit(x, y), classifier.LogisticRegression(epochs=2).fit(x, y), classifier.Adaline(epochs=2).fit(x, y)],
            "mlxtend-regress": lambda: regressor.StackingRegressor([LinearRegression()], LinearRegression()).fit(x, z),
            "mlxtend-select": lambda: feature_selection.SequentialFeatureSelector(KNeighborsClassifier(), 2, cv=0).fit(x, y),
            "mlxtend-prepare": lambda: [preprocessing.TransactionEncoder().fit(SENTENCES), preprocessing.MeanCenterer().fit(x), preprocessing.DenseTransformer(), feature_selection.ColumnSelector((0, 1))],
        }
    except ModuleNotFoundError:
        pass
    sink.each(makers)


@family
def clusters(sink: Sink) -> None:
    """UMAP, pynndescent, HDBSCAN, k-modes, scikit-surprise, implicit, Faiss."""
    x, y, z = _xy()

    def umap() -> Any:
        import umap

        return umap.UMAP(5, n_epochs=5, random_state=7).fit(x)

    def descent() -> Any:
        import pynndescent

        made = pynndescent.NNDescent(x, n_neighbors=5, random_state=7)
        made.prepare()
        return made

    def hdb() -> Any:
        import hdbscan

        return [hdbscan.HDBSCAN(5, prediction_data=True).fit(x), hdbscan.RobustSingleLinkage().fit(x)]

    def modes() -> Any:
        from kmodes.kmodes import KModes
        from kmodes.kprototypes import KPrototypes

        frame = _mixed()
        return [KModes(2, n_init=1, random_state=7).fit(frame[["word"]]), KPrototypes(2, n_init=1, random_state=7).fit(frame[["a", "word"]], categorical=[1])]

    def surprise(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import pandas as pd
            import surprise

            frame = pd.DataFrame({"u": [i % 6 for i in range(30)], "i": [i // 6 for i in range(30)], "r": [1 + i % 5 for i in range(30)]})
            data = surprise.Dataset.load_from_df(frame, surprise.Reader(rating_scale=(1, 5))).build_full_trainset()
            return getattr(surprise, kind)().fit(data)

        return make

    def implicit(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import implicit
            import scipy.sparse

            if kind == "als":
                model = implicit.als.AlternatingLeastSquares(4, iterations=2, random_state=7)
            elif kind == "bpr":
                model = implicit.bpr.BayesianPersonalizedRanking(4, iterations=2, random_state=7)
            else:
                model = implicit.nearest_neighbours.CosineRecommender(3)
            model.fit(scipy.sparse.csr_matrix(x > 0.5, dtype="float32"), show_progress=False)
            return model

        return make

    def faiss() -> Any:
        import faiss

        index = faiss.IndexFlatL2(4)
        index.add(x.astype("float32"))
        return index

    sink.each({"umap": umap, "pynndescent": descent, "hdbscan": hdb, "kmodes": modes, "faiss": faiss, **{f"implicit-{kind}": implicit(kind) for kind in ("als", "bpr", "cosine")},
               **{f"surprise-{kind}": surprise(kind) for kind in ("SVD", "SVDpp", "NMF", "KNNBasic", "KNNBaseline", "SlopeOne", "CoClustering", "BaselineOnly", "NormalPredictor")}})  # fmt: skip


@family
def explained(sink: Sink) -> None:
    """SHAP, LIME, InterpretML, imodels, NGBoost, pyGAM, skorch, EconML."""
    x, y, z = _xy()
    frame = _mixed()

    def forest() -> Any:
        from sklearn.ensemble import RandomForestClassifier

        return RandomForestClassifier(3, random_state=7).fit(x, y)

    def shap_tree() -> Any:
        import shap

        made = shap.TreeExplainer(forest())
        return [made, made(x[:3])]

    def shap_linear() -> Any:
        import shap
        from sklearn.linear_model import LinearRegression

        made = shap.LinearExplainer(LinearRegression().fit(x, z), x)
        return [made, made(x[:3]), shap.maskers.Independent(x[:5])]

    def shap_kernel() -> Any:
        import shap

        return shap.KernelExplainer(forest().predict_proba, x[:5])

    def lime() -> Any:
        import lime.lime_tabular

        made = lime.lime_tabular.LimeTabularExplainer(x, feature_names=list("abcd"), random_state=7)
        return [made.explain_instance(x[0], forest().predict_proba, num_samples=50).local_exp, made.discretizer.names]

    def glass(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            from interpret import glassbox

            return getattr(glassbox, kind)().fit(frame[list("abcd")], y)

        return make

    def rules(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import imodels

            return getattr(imodels, kind)().fit(x, y)

        return make

    def natural() -> Any:
        from ngboost import NGBClassifier, NGBRegressor

        return [NGBRegressor(n_estimators=3, verbose=False).fit(x, z), NGBClassifier(n_estimators=3, verbose=False).fit(x, y)]

    def additive() -> Any:
        import pygam

        return [pygam.LinearGAM(pygam.s(0, n_splines=6) + pygam.l(1) + pygam.te(2, 3, n_splines=4)).fit(x, z), pygam.LogisticGAM(pygam.s(0, n_splines=6)).fit(x[:, :1], y)]

    def causal() -> Any:
        from econml.dml import CausalForestDML, LinearDML

        return [LinearDML(random_state=7).fit(z, y.astype(float), X=x[:, :2], W=x[:, 2:]), CausalForestDML(n_estimators=4, cv=2, random_state=7).fit(z, y.astype(float), X=x[:, :2])]

    def net() -> Any:
        import skorch
        import torch

        return skorch.NeuralNetClassifier(torch.nn.Sequential(torch.nn.Linear(4, 2), torch.nn.Softmax(-1)), max_epochs=1, verbose=0).fit(x.astype("float32"), y.astype("int64"))

    sink.each({
        "shap-tree": shap_tree, "shap-linear": shap_linear, "shap-kernel": shap_kernel, "lime": lime, "ngboost": natural, "pygam": additive, "econml": causal, "skorch": net,
        **{f"interpret-{kind}": glass(kind) for kind in ("ExplainableBoostingClassifier", "LogisticRegression", "ClassificationTree", "DecisionListClassifier")},
        **{f"imodels-{kind}": rules(kind) for kind in ("FIGSClassifier", "RuleFitClassifier", "GreedyRuleListClassifier", "HSTreeClassifierCV", "SkopeRulesClassifier", "BoostedRulesClassifier", "SLIMClassifier")},
    })  # fmt: skip


@family
def torch_contrib(sink: Sink) -> None:
    """Whole objects of what is built on PyTorch, and arrays of JAX."""
    import numpy as np

    x, y, _ = _xy()

    def metrics() -> Any:
        import torchmetrics as tm

        return [tm.Accuracy(task="binary"), tm.MeanSquaredError(), tm.F1Score(task="multiclass", num_classes=3), tm.AUROC(task="binary"), tm.MetricCollection([tm.R2Score()])]

    def image(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import timm

            return timm.create_model(kind, pretrained=False, num_classes=2)

        return make

    def agent(kind: str) -> Callable[[], Any]:
        def make() -> Any:
            import stable_baselines3 as sb

            model = getattr(sb, kind)("MlpPolicy", "CartPole-v1" if kind in ("PPO", "A2C", "DQN") else "Pendulum-v1", seed=7)
            return [model.policy, model.observation_space, model.action_space]

        return make

    def spaces() -> Any:
        from gymnasium import spaces as s

        return [s.Box(0, 1, (2,)), s.Discrete(3), s.MultiDiscrete([2, 3]), s.MultiBinary(3), s.Dict({"a": s.Discrete(2)}), s.Tuple([s.Discrete(2)]), s.Text(3)]

    def graph() -> Any:
        import torch
        from torch_geometric.data import Batch, Data, HeteroData
        from torch_geometric.nn import GATConv, GCNConv, SAGEConv
        from torch_geometric.transforms import NormalizeFeatures

        data = Data(x=torch.rand(3, 2), edge_index=torch.tensor([[0, 1], [1, 2]]))
        mixed = HeteroData()
        mixed["a"].x = torch.rand(2, 2)
        return [data, Batch.from_data_list([data, data]), mixed, GCNConv(2, 2), GATConv(2, 2), SAGEConv(2, 2), NormalizeFeatures()]

    def process() -> Any:
        import gpytorch

        return [gpytorch.kernels.ScaleKernel(gpytorch.kernels.RBFKernel()), gpytorch.means.ConstantMean(), gpytorch.likelihoods.GaussianLikelihood(), gpytorch.kernels.MaternKernel() * gpytorch.kernels.PeriodicKernel()]

    def tabnet() -> Any:
        from pytorch_tabnet.tab_model import TabNetClassifier

        model = TabNetClassifier(n_d=4, n_a=4, verbose=0)
        model.fit(x, y, max_epochs=1, batch_size=32, virtual_batch_size=16)
        return model

    def transformer(name: str) -> Callable[[], Any]:
        def make() -> Any:
            import transformers

            config = getattr(transformers, f"{name}Config")()
            for key, value in {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8, "vocab_size": 20, "num_key_value_heads": 2, "head_dim": 4,
                               "pad_token_id": 0, "n_embd": 8, "n_layer": 1, "n_head": 2, "dim": 8, "n_layers": 1, "n_heads": 2, "d_model": 8, "d_ff": 8, "d_kv": 4, "num_layers": 1, "num_heads": 2}.items():  # fmt: skip
                if hasattr(config, key):
                    setattr(config, key, value)
            return [config, getattr(transformers, f"{name}Model")(config)]

        return make

    def arguments() -> Any:
        import transformers

        return transformers.TrainingArguments(output_dir="out", report_to=[])

    def lightning() -> Any:
        from pytorch_lightning.callbacks import EarlyStopping, LearningRateMonitor, ModelCheckpoint
        from pytorch_lightning.utilities.parsing import AttributeDict

        return [AttributeDict(a=1), EarlyStopping("loss"), ModelCheckpoint(), LearningRateMonitor()]

    def jaxed() -> Any:
        import jax
        import jax.numpy as jnp

        return {"w": jnp.arange(6.0).reshape(2, 3), "n": jnp.int32(3), "key": jax.random.PRNGKey(0), "half": jnp.ones(2, jnp.bfloat16)}

    def flaxed() -> Any:
        import flax
        import jax.numpy as jnp
        import optax

        weights = {"params": {"Dense_0": {"kernel": jnp.ones((2, 2))}}}
        return [flax.core.freeze(weights), optax.adam(0.1).init(weights), optax.sgd(0.1, momentum=0.9).init(weights)]

    def linen() -> Any:
        import flax.linen as nn

        return [nn.Dense(3), nn.LayerNorm(), nn.Dropout(0.1)]

    sink.each({
        "torchmetrics": metrics, "gym-spaces": spaces, "geometric": graph, "gpytorch": process, "tabnet": tabnet, "transformers-arguments": arguments, "lightning": lightning,
        "jax": jaxed, "flax": flaxed, "linen": linen, **{f"timm-{kind}": image(kind) for kind in ("resnet10t", "mobilenetv3_small_050", "vit_tiny_patch16_224", "efficientnet_b0", "convnext_atto")},
        **{f"sb3-{kind}": agent(kind) for kind in ("PPO", "A2C", "DQN", "SAC", "TD3")},
        **{f"transformers-{name}": transformer(name) for name in ("Bert", "Roberta", "GPT2", "T5", "Llama", "Mistral", "DistilBert", "Electra", "Albert", "OPT", "GPTNeo", "Qwen2", "Gemma", "Phi", "XLMRoberta", "Deberta", "Bloom", "ViT", "MPNet", "Camembert")},
    })  # fmt: skip


@family
def sciences(sink: Sink) -> None:
    """Graphs, symbols, quantities and labelled arrays."""
    import numpy as np

    def graphs() -> Any:
        import networkx as nx

        return [nx.path_graph(5), nx.DiGraph([(1, 2), (2, 3)]), nx.MultiGraph([(1, 2)]), nx.MultiDiGraph([(1, 2)]), nx.karate_club_graph(), nx.path_graph(3).subgraph([0, 1]).copy()]

    def symbols() -> Any:
        import sympy as sp

        x, y = sp.symbols("x y", positive=True)
        return [x + y, sp.sin(x) ** 2 / y, sp.Rational(1, 3), sp.Float("1.5"), sp.Eq(x, y), sp.oo, sp.I * x, sp.Integral(sp.exp(x), x), sp.Piecewise((x, x > 1), (y, True))]

    def matrix() -> Any:
        import sympy as sp

        x = sp.Symbol("x")
        return [sp.Matrix([[x, 1], [0, sp.pi]]), sp.Poly(x**2 + 1, x)]

    def quantities() -> Any:
        import pint

        units = pint.get_application_registry()
        return [3.5 * units.meter, units.Quantity(np.arange(3), "km/h"), units.second]

    def labelled() -> Any:
        import pandas as pd
        import xarray as xr

        data = xr.DataArray(np.arange(6.0).reshape(2, 3), dims=("x", "y"), coords={"x": [1, 2], "y": list("abc")}, name="t", attrs={"unit": "K"})
        return [data, xr.Dataset({"t": data, "when": ("z", pd.date_range("2024-01-01", periods=3))}), data.variable]

    def stars() -> Any:
        import astropy.units as u
        from astropy.coordinates import SkyCoord
        from astropy.modeling import models
        from astropy.stats import SigmaClip
        from astropy.table import QTable, Table
        from astropy.time import Time

        table = Table({"a": [1, 2], "b": ["x", "y"]})
        return {"table": table, "column": table["a"], "quantity": 3 * u.m / u.s, "array": np.arange(3) * u.kpc, "units": [u.m, u.Unit("erg"), u.mag], "time": Time("2024-01-01"), "sky": SkyCoord(1 * u.deg, 2 * u.deg),
                "model": models.Gaussian1D(1, 2, 3), "compound": models.Gaussian1D() + models.Const1D(), "clip": SigmaClip(), "qtable": QTable({"q": [1, 2] * u.m})}  # fmt: skip

    sink.each({"networkx": graphs, "sympy": symbols, "sympy-matrix": matrix, "pint": quantities, "xarray": labelled, **{f"astropy-{key}": (lambda key=key: stars()[key]) for key in
               ("table", "column", "quantity", "array", "units", "time", "sky", "model", "compound", "clip", "qtable")}})  # fmt: skip


@family
def kept_functions(sink: Sink) -> None:
    """What models keep of Python itself: getters, loggers, interpolations."""
    import functools
    import logging
    import operator

    import numpy as np
    from scipy import interpolate

    x = np.arange(8.0)
    sink.each({
        "getters": lambda: {"method": operator.methodcaller("lower"), "attribute": operator.attrgetter("name"), "item": operator.itemgetter(1), "reduce": functools.reduce},
        "logger": lambda: {"logger": logging.getLogger("model"), "x": x},
        "interp1d": lambda: [interpolate.interp1d(x, x**2, kind=kind) for kind in ("linear", "nearest", "cubic", "previous")],
        "rbf": lambda: [interpolate.Rbf(x, x**2), interpolate.RBFInterpolator(x[:, None], x), interpolate.UnivariateSpline(x, x**2), interpolate.CubicSpline(x, x), interpolate.PchipInterpolator(x, x)],
    })  # fmt: skip


def main(arguments: list[str]) -> int:
    """Makes the families that were asked for, or all; prints what came out."""
    if not arguments:
        print(__doc__)
        return 2
    if os.environ.get("PYTHONHASHSEED") != "0":  # the order of sets is written into files
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    root = Path(arguments[0])
    total = 0
    for name in arguments[1:] or list(FAMILIES):
        sink = Sink(root, name)
        seed(name)
        try:
            FAMILIES[name](sink)
        except ImportError as error:
            print(f"{name:22} skipped: {error}")
        except Exception:
            print(f"{name:22} stopped: {traceback.format_exc(limit=-2)}")
        print(f"{name:22} {sink.written:5} files, {len(sink.failed)} failed")
        for line in sink.failed:
            print(f"    {line}")
        total += sink.written
    print(f"{total} files in {root}, Python {sys.version.split()[0]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
