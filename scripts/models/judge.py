"""Judges one class or function by its source: could it do harm when a pickle makes, fills or calls it?

A reader, not a proof: it errs on the side of refusing. It reads the methods that loading a pickle
calls (`__new__`, `__setstate__`, property setters, `__setitem__`, `__hash__`, `__del__` …), the
constructor, and the functions that those call, `DEPTH` levels down inside the same libraries.

Calling an argument is no harm in itself: a pickle can only bring callables that it names, every name
has to be listed, and what is listed is harmless to call. Whatever breaks that out (import by text,
an attribute by text that is then called, code, files, processes, the network) is harm.
"""

from __future__ import annotations

import ast
import enum
import functools
import inspect
import re
import sys
import sysconfig
import textwrap
import types
from dataclasses import dataclass, field
from typing import Any, Iterator

DEPTH = 3

# What CPython's unpickler calls on an instance or a class, and what a maker does with an instance that it
# is handed: `list(x)`, `dict(x)`, `float(x)`, `numpy.ndarray(x)`, `str(x)`.
LOADED = (
    "__new__ __setstate__ __setattr__ __getattr__ __getattribute__ __del__ __delattr__ __setitem__ __hash__ __eq__ append extend add "
    "__iter__ __len__ keys items __getitem__ __next__ __contains__ __bool__ __int__ __index__ __float__ __complex__ __bytes__ __fspath__ "
    "__lt__ __gt__ __array__ __array_ufunc__ __array_function__ __str__ __repr__ __format__"
).split()
# What a call of the class, or of an instance that stands where a function is expected, runs too.
CALLED = "__init__ __post_init__ __call__".split()

HARMFUL_NAMES = {
    "open", "eval", "exec", "compile", "__import__", "execfile", "input", "breakpoint", "import_module", "globals",
    "import_string", "exec_module", "get_attr", "attrgetter", "methodcaller", "FunctionType", "CodeType", "load_module", "run_module",
    "sympify", "parse_expr", "lambdify", "_sympify_text", "construct_domain", "poly_from_expr", "parallel_poly_from_expr", "rmtree", "urlopen",
}  # fmt: skip
HARMFUL_ATTRIBUTES = {
    "load", "loads", "loadtxt", "genfromtxt", "fromfile", "memmap", "tofile", "savetxt", "save", "read_csv", "read_pickle", "read_text",
    "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rmtree", "system", "popen", "Popen", "run", "import_module",
    "urlopen", "urlretrieve", "connect", "exec_module", "spawn", "call_subprocess", "check_output", "open", "fdopen", "from_pretrained", "from_file", "read_file", "download", "download_url", "restore", "load_model",
    "load_state", "load_file", "load_from_checkpoint", "load_definitions", "snapshot_download", "hf_hub_download", "sympify", "parse_expr", "lambdify",
    "read_json", "read_parquet", "read_sql", "read_table", "read_excel", "read_hdf", "read_html", "read_xml", "to_csv", "to_pickle", "to_json", "to_parquet",
    "savez", "savefig", "imread", "imwrite", "torch_load", "send", "sendall", "recv", "start", "submit", "create_engine", "start_process", "makedirs", "extractall", "check_call", "remove_file", "runstring",
    "dmatrix", "dmatrices", "get_matrices", "from_formula", "model_matrix", "query", "dlopen", "CDLL", "PyDLL", "LoadLibrary", "string_at", "memmove", "Thread", "Process", "Parallel", "load_library", "register_atexit", "start_server", "getoutput",
}  # fmt: skip
HARMFUL_MODULES = {
    "os", "posix", "subprocess", "shutil", "socket", "importlib", "pickle", "_pickle", "tempfile", "urllib", "requests",
    "runpy", "marshal", "builtins", "io", "pathlib", "glob", "pkgutil", "sys", "imp", "zipfile", "tarfile", "http", "ssl", "multiprocessing",
    "signal", "atexit", "webbrowser", "pty", "code", "codeop", "types", "gc", "dill", "cloudpickle", "joblib",
    "threading", "_thread", "concurrent", "asyncio", "ctypes", "cffi", "codecs", "gzip", "bz2", "lzma", "shelve", "dbm", "sqlite3", "ftplib", "smtplib",
    "xmlrpc", "pdb", "timeit", "trace", "profile", "cProfile", "doctest", "pydoc", "site", "mmap", "fileinput", "linecache", "platform", "sysconfig", "resource",
    "patsy", "formulaic", "numexpr", "fsspec", "smart_open", "huggingface_hub", "httpx", "aiohttp", "boto3", "sqlalchemy", "cmdstanpy", "yaml", "h5py", "gdown", "wget",
}  # fmt: skip
# Of those modules, what is harmless: looks, and changes nothing.
HARMLESS = {
    "os.cpu_count", "os.getpid", "os.fspath", "os.environ.get", "os.getenv", "sys.getsizeof", "sys.exc_info", "sys.intern", "types.SimpleNamespace",
    "types.MappingProxyType", "types.MethodType", "types.GenericAlias", "io.StringIO", "io.BytesIO", "_io.StringIO", "_io.BytesIO", "pathlib.Path", "pathlib.PurePath", "sys.is_finalizing", "builtins.len",
    "importlib.util.find_spec", "importlib.metadata.version", "importlib.metadata.packages_distributions", "joblib.cpu_count",
    "joblib.effective_n_jobs", "sys.modules.get", "sys.getrefcount", "sys.modules.keys", "sys._getframe", "builtins.getattr", "builtins.isinstance", "builtins.setattr", "builtins.type",
    "threading.Lock", "threading.RLock", "threading.local", "threading.Event", "threading.get_ident", "threading.current_thread", "_thread.get_ident",
    "platform.system", "platform.machine", "types.FunctionType.__get__", "sys.getrecursionlimit", "formulaic.utils.null_handling.find_nulls",
}  # fmt: skip


# What stands on one of these can run code, start something or write, however clean its own methods look.
HARMFUL_BASES = {
    "GraphModule", "BaseProcess", "Thread", "Popen", "socket", "ScriptModule", "RecursiveScriptModule", "Memory", "MemorizedFunc", "Handler",
    "IOBase", "FileIO", "BufferedReader", "TextIOWrapper", "CDLL", "Executor", "WeightsEnum", "Tracer", "Trainer", "PytestTester",
    "Pool", "SyncManager", "Connection", "Session", "Server", "Timer", "SQLDatabase",
}  # fmt: skip

# Read by a person: the text or module that these use comes from the library itself, not from the caller's data.
READ = {
    "numpy._core.fromnumeric._wrapit", "numpy.core.fromnumeric._wrapit", "sklearn.utils._sparse._align_api_if_sparse",
    "scipy._lib.array_api_extra._delegation.atleast_nd", "scipy._external.array_api_extra._delegation.atleast_nd",
    "pandas.core.arrays.categorical._cat_compare_op.<locals>.func", "polars.series.series.Series._comp",
    "numpy.core.overrides.array_function_dispatch", "scipy._lib.six.itervalues", "scipy._lib.six.iterkeys", "scipy._lib.six.iteritems",
    "pandas.core.generic.NDFrame._check_setitem_copy", "pandas.core.arrays.datetimes.DatetimeArray.tz_localize",
    "pandas.core.indexes.datetimelike.DatetimelikeDelegateMixin._delegate_method", "joblib.parallel.Parallel.__init__", "transformers.utils.import_utils._is_package_available",
    "transformers.utils.import_utils.is_torch_mlu_available", "statsmodels.tsa.deterministic.DeterministicProcess.__init__",
    "sktime.forecasting.base._fh._delegator", "skbase.base._meta._MetaObjectMixin._get_params", "sktime.base._meta._HeterogenousMetaEstimator._get_params",
    "pint.compat.check_upcast_type", "transformers.configuration_utils.PreTrainedConfig.__post_init__", "xarray.core.indexes._apply_indexes", "xarray.core.indexing.PandasIndexingAdapter._index_get",
    "xarray.core.duck_array_ops._dask_or_eager_func.<locals>.f", "astropy.table.column._make_compare.<locals>._compare",
    "astropy.utils.masked.core._comparison_method.<locals>._compare", "astropy.coordinates.representation.base.BaseRepresentationOrDifferential._apply",
    "astropy.coordinates.baseframe.BaseCoordinateFrame._apply", "astropy.coordinates.sky_coordinate.SkyCoord._apply", "astropy.time.core.TimeBase._apply",
    "astropy.utils.masked.core.Masked._apply", "xarray.core.utils.attempt_import", "xarray.core.indexes._apply_indexes_fast", "astropy.uncertainty.core.Distribution.__array_ufunc__", "astropy.utils.masked.core.MaskedNDArray.__array_ufunc__", "astropy.coordinates.polarization.StokesCoord._apply",
}  # fmt: skip


@dataclass
class Verdict:
    """The role a name may have, or the reasons why it has none."""

    role: str = ""
    reasons: list[str] = field(default_factory=list)


def by_name(module: str, name: str) -> Any:
    """What `module.name` is in this interpreter; None where there is no such thing."""
    python2 = {"__builtin__": "builtins", "copy_reg": "copyreg", "exceptions": "builtins"}
    try:
        value: Any = __import__(python2.get(module, module), fromlist=["_"])
        for part in name.split("."):
            value = getattr(value, part)
    except Exception:
        return None
    return value


def of(value: Any) -> Verdict:
    """Judges a class, function, ufunc or constant; "made" is a class that must not be called."""
    if isinstance(value, type):
        loading, calling = of_class(value, LOADED), of_class(value, CALLED)
        if loading:
            return Verdict("", loading)
        if calling:
            return Verdict("made", calling)
        return Verdict("enum" if issubclass(value, enum.Enum) else "class")
    target = inspect.unwrap(value) if callable(value) else value
    if isinstance(target, types.FunctionType):
        reasons = list(of_function(target, None, 0, set()))
        return Verdict("" if reasons else "value", reasons)
    if type(value).__name__ in ("ufunc", "dtype", "qscheme", "layout", "memory_format"):
        return Verdict("value")
    return Verdict("", [f"compiled: {type(value).__name__}"])


@functools.lru_cache(maxsize=None)
def _tree(code: types.CodeType) -> ast.AST | None:
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(code)))
    except (OSError, TypeError, SyntaxError, IndentationError):
        return None


def of_class(cls: type, methods: list[str]) -> list[str]:
    """Reasons against a class; a compiled part is a reason too."""
    reasons: list[str] = []
    seen: set[Any] = set()
    for base in cls.__mro__:
        if base is object or base.__module__ in ("builtins", "abc", "typing", "collections.abc", "enum", "collections"):
            continue
        if base.__name__ in HARMFUL_BASES:
            reasons.append(f"is a {base.__name__}")
        for name, member in vars(base).items():
            for function in _functions(name, member, methods):
                if name == "__del__":
                    reasons.append(f"{base.__name__}.__del__")
                reasons += of_function(function, cls, 0, seen)
    return list(dict.fromkeys(reasons))


def _functions(name: str, member: Any, methods: list[str]) -> Iterator[Any]:
    """The functions of a member of a class that loading calls."""
    if isinstance(member, property):
        if member.fset is not None and methods is LOADED:  # BUILD with a slot state calls setattr
            yield member.fset
        return
    if isinstance(member, (staticmethod, classmethod)):
        member = member.__func__
    if name in methods:
        member = inspect.unwrap(member) if callable(member) else member
        if isinstance(member, types.FunctionType):
            yield member


def of_function(function: types.FunctionType, owner: type | None, depth: int, seen: set[Any]) -> Iterator[str]:
    """Reasons against one function and what it calls."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, types.CodeType):
        yield f"{getattr(function, '__qualname__', function)}: compiled"
        return
    if code in seen:
        return
    seen.add(code)
    where = f"{function.__module__}.{function.__qualname__}"
    if where in READ:
        return
    tree = _tree(code)
    if tree is None:
        if code.co_filename.startswith("<"):  # made by dataclass or attrs: assigns its arguments
            if not set(code.co_names) & (HARMFUL_NAMES | HARMFUL_ATTRIBUTES):
                return
        yield f"{where}: no source"
        return
    local_modules = _local_imports(tree)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    bound = _bound(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _call(node, function, owner, local_modules, where, depth, seen)
            for given in [*node.args, *(keyword.value for keyword in node.keywords)]:
                yield from _handed(given, function, owner, local_modules, bound, where, depth, seen)
        elif isinstance(node, ast.Attribute) and id(node) not in called:
            yield from _read(node, owner, depth, seen)


def _bound(code: types.CodeType) -> frozenset[str]:
    """Names that are a function's own: its arguments and variables hide what is global."""
    return frozenset(code.co_varnames + code.co_cellvars)


def _handed(
    node: ast.expr, function: Any, owner: Any, local: dict[str, str], bound: frozenset[str], where: str, depth: int, seen: set[Any]
) -> Iterator[str]:
    """Reasons against a function that is handed to another, which may call it: `map(eval, texts)`."""
    dotted = _dotted(node)
    if dotted is None or (dotted.split(".")[0] in bound and dotted.split(".")[0] not in {*local, "self", "cls"}):
        return
    if dotted in HARMFUL_NAMES:
        yield f"{where}: {dotted} is handed on"
    elif depth < DEPTH:
        yield from _follow(dotted, local, function, owner, depth, seen, classes=False)


def _read(node: ast.Attribute, owner: Any, depth: int, seen: set[Any]) -> Iterator[str]:
    """Reasons against a property of the object itself that is read."""
    if owner is None or depth >= DEPTH or not isinstance(node.value, ast.Name) or node.value.id != "self":
        return
    found = inspect.getattr_static(owner, node.attr, None)
    getter = found.fget if isinstance(found, property) else found.func if isinstance(found, functools.cached_property) else None
    getter = inspect.unwrap(getter) if callable(getter) else None
    if isinstance(getter, types.FunctionType):
        yield from of_function(getter, owner, depth + 1, seen)


def _local_imports(tree: ast.AST) -> dict[str, str]:
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[(alias.asname or alias.name).split(".")[0]] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def _dotted(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = _dotted(node.value)
        return f"{head}.{node.attr}" if head else None
    return None


def _call(
    node: ast.Call, function: Any, owner: Any, local: dict[str, str], where: str, depth: int, seen: set[Any]
) -> Iterator[str]:
    """Reasons against one call."""
    dotted = _dotted(node.func)
    last = node.func.attr if isinstance(node.func, ast.Attribute) else None
    if dotted is None:
        if last in HARMFUL_ATTRIBUTES:
            yield f"{where}: ….{last}()"
        elif isinstance(node.func, ast.Call) and _dotted(node.func.func) == "getattr" and not isinstance(node.func.args[1], ast.Constant):
            yield f"{where}: calls what getattr gives for a text"
        return
    head = dotted.split(".")[0]
    full = local.get(head, None)
    space = function.__globals__
    if full is None and isinstance(space.get(head), types.ModuleType):
        full = space[head].__name__
    name = (full + dotted[len(head) :]) if full else dotted
    if full is None and head != "self" and callable(space.get(dotted)) and not isinstance(space[dotted], types.ModuleType):
        given = inspect.unwrap(space[dotted])
        home = getattr(given, "__module__", None)
        # `from pickle import loads`: told by where it is from, whatever it is called here.
        if isinstance(home, str) and home.split(".")[0].lstrip("_") in HARMFUL_MODULES - {"builtins"}:
            full, name = home, f"{home}.{getattr(given, '__name__', dotted)}"
    root = name.split(".")[0]
    if root == "_io":
        root = "io"
    if root == "builtins" and name.split(".")[-1] not in HARMFUL_NAMES:
        return
    if full is not None and root in HARMFUL_MODULES and root != (function.__module__ or "").split(".")[0] and name not in HARMLESS and not name.startswith(("os.path.", "sys.version.")):
        yield f"{where}: {name}()"
        return
    own = space.get(dotted)
    is_own = isinstance(own, types.FunctionType) and not _standard(own)  # a library's own `compile` is read as any other
    if (dotted in HARMFUL_NAMES and not is_own) or name.split(".")[-1] in ("import_module", "exec_module", "attrgetter", "methodcaller"):
        yield f"{where}: {dotted}()"
        return
    if dotted == "getattr" and len(node.args) > 1 and not isinstance(node.args[1], ast.Constant):
        of = _dotted(node.args[0])
        if (owner is None and depth == 0) or (of is not None and isinstance(_target(of, local, function, owner), types.ModuleType)):
            yield f"{where}: getattr by text"
            return
    if last == "eval" and (node.args or node.keywords):
        yield f"{where}: {dotted}()"
        return
    if last in HARMFUL_ATTRIBUTES:
        yield f"{where}: {dotted}()"
        return
    if depth < DEPTH:
        yield from _follow(dotted, local, function, owner, depth, seen)


def _target(dotted: str, local: dict[str, str], function: Any, owner: Any) -> Any:
    """What a dotted name stands for, where that can be told."""
    parts = dotted.split(".")
    target: Any = None
    if parts[0] in ("self", "cls") and owner is not None and len(parts) == 2:
        target = inspect.getattr_static(owner, parts[1], None)
    elif parts[0] in local:
        target = _resolve(local[parts[0]], parts[1:])
    elif parts[0] in function.__globals__:
        target = function.__globals__[parts[0]]
        for part in parts[1:]:
            target = _attribute(target, part)
    elif parts[0] in (function.__code__.co_freevars or ()):
        try:
            target = inspect.getclosurevars(function).nonlocals.get(parts[0])
        except (TypeError, ValueError):
            target = None
        for part in parts[1:]:
            target = _attribute(target, part)
    return target


def _follow(
    dotted: str, local: dict[str, str], function: Any, owner: Any, depth: int, seen: set[Any], classes: bool = True
) -> Iterator[str]:
    """Reads the function that a name stands for, where it can be told which one that is."""
    target = _target(dotted, local, function, owner)
    if isinstance(target, (staticmethod, classmethod)):
        target = target.__func__
    if isinstance(target, type):
        if not classes:
            return
        if target.__module__.split(".")[0] in sys.builtin_module_names or target.__module__ in ("builtins", "collections", "enum"):
            return
        if target.__name__ in HARMFUL_BASES:
            yield f"makes a {target.__name__}"
            return
        for name in ("__new__", "__init__", "__post_init__"):
            yield from _follow_function(inspect.getattr_static(target, name, None), target, depth, seen)
        return
    compiled = _compiled(target)
    if compiled is not None:
        yield f"calls compiled: {compiled}()"
        return
    yield from _follow_function(target, owner, depth, seen)


def _follow_function(target: Any, owner: Any, depth: int, seen: set[Any]) -> Iterator[str]:
    target = target.__func__ if isinstance(target, (staticmethod, classmethod)) else target
    target = inspect.unwrap(target) if callable(target) else target
    if isinstance(target, types.FunctionType) and not _standard(target):
        yield from of_function(target, owner, depth + 1, seen)


# Compiled code of these is arithmetic on what it is given; what of it reaches files is named above.
ARITHMETIC = re.compile(r"(numpy|scipy|pandas|sklearn|torch|statsmodels|jax|jaxlib|ml_dtypes|pyarrow|erfa|llvmlite|numba|wrapt|regex)(\.|$)")
def _compiled(target: Any) -> str | None:
    """Compiled code that nobody has looked at, where a name stands for such."""
    if inspect.isclass(target) or isinstance(target, types.FunctionType) or not callable(target):
        return None
    if not (inspect.isbuiltin(target) or type(target).__name__ in ("cython_function_or_method", "fused_cython_function", "nb_func", "instancemethod")):
        return None
    module = getattr(target, "__module__", None) or ""
    owner = getattr(target, "__self__", None)
    if owner is not None and not isinstance(owner, types.ModuleType):
        return None  # a method of what is built in
    if isinstance(owner, types.ModuleType):
        module = owner.__name__
    root = module.split(".")[0]
    if not module or root in sys.builtin_module_names or root in getattr(sys, "stdlib_module_names", ()):
        return None
    name = f"{module}.{getattr(target, '__name__', '?')}"
    return None if ARITHMETIC.match(module) or name == "astropy.utils.xml._iterparser.escape_xml" else name


def _standard(function: types.FunctionType) -> bool:
    """Whether a function is of the standard library: its modules are judged by name above."""
    root = (function.__module__ or "").split(".")[0]
    names = getattr(sys, "stdlib_module_names", None)
    if names:
        return root in names
    file = function.__code__.co_filename
    return file.startswith(sysconfig.get_paths()["stdlib"]) and "site-packages" not in file


def _resolve(path: str, rest: list[str]) -> Any:
    parts = path.split(".") + rest
    for cut in range(len(parts), 0, -1):
        value = sys.modules.get(".".join(parts[:cut]))
        if value is not None:
            for part in parts[cut:]:
                value = _attribute(value, part)
            return value
    return None


def _attribute(value: Any, name: str) -> Any:
    """An attribute, or None where the library's own `__getattr__` throws."""
    try:
        return getattr(value, name, None)
    except Exception:
        return None
