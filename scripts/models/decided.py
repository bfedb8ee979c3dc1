"""What a person decided about single names, after reading their source.

GIVEN   names that no rule of families.py brings, with their roles; every "maker" stands here and
        nowhere else, since a maker is called with arguments that the file's author chose
RULES   names that are safe only where a condition holds; a scanner that does not know a rule must treat
        its names as not listed
LEFT_OUT  names that real files use and that stay unlisted, with the reason
"""

from __future__ import annotations

import re
from typing import Any


def _at(module: str, roles: str, names: str) -> dict[str, str]:
    return {f"{module} {name}": roles for name in names.split()}


EXCEPTIONS = (
    "Exception ValueError KeyError TypeError RuntimeError IndexError AttributeError NotImplementedError ZeroDivisionError ArithmeticError "
    "OverflowError FloatingPointError LookupError StopIteration AssertionError UnicodeDecodeError UnicodeEncodeError Warning UserWarning "
    "DeprecationWarning FutureWarning RuntimeWarning"
)

GIVEN: dict[str, str] = {
    # Python's own data. Their constructors build a value from values; str(), list() … of an instance of a
    # listed class call its own methods only.
    **_at("builtins", "class maker", "bool bytearray bytes complex dict float frozenset int list object range set slice str tuple"),
    **_at("__builtin__", "class maker", "bool bytearray bytes complex dict float frozenset int list long object set slice str tuple unicode xrange"),
    **_at("builtins", "value", "Ellipsis NotImplemented abs hash len max min round sorted sum"),
    **_at("__builtin__", "value", "Ellipsis NotImplemented abs hash len max min round sorted sum"),
    **_at("builtins", "maker", EXCEPTIONS),
    **_at("exceptions", "maker", EXCEPTIONS),
    **_at("collections", "class maker", "Counter OrderedDict deque ChainMap UserDict UserList UserString"),
    **_at("UserDict", "class", "UserDict IterableUserDict"),
    **_at("UserList", "class", "UserList"),
    **_at("UserString", "class", "UserString"),
    **_at("array", "class maker", "array"),
    **_at("array", "maker", "_array_reconstructor"),  # array type, code, machine format, bytes
    **_at("datetime", "class maker", "date datetime time timedelta timezone"),
    **_at("decimal", "class maker", "Decimal Context"),
    **_at("decimal", "value", "Clamped DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow"),
    **_at("fractions", "class maker", "Fraction"),
    **_at("uuid", "class maker", "UUID SafeUUID"),
    **_at("ipaddress", "class maker", "IPv4Address IPv4Network IPv4Interface IPv6Address IPv6Network IPv6Interface"),
    # A path is a text until something opens it; nothing listed here does.
    **_at("pathlib", "class maker", "Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath"),
    **_at("pathlib._local", "class maker", "Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath"),
    **_at("time", "maker", "struct_time"),
    **_at("types", "class maker", "SimpleNamespace"),
    **_at("abc", "value", "ABC ABCMeta"),
    # Enumerations and tuples with names: numbers and texts.
    **_at("http", "class maker", "HTTPStatus HTTPMethod"),
    **_at("signal", "class maker", "Signals Handlers Sigmasks"),
    **_at("urllib.parse", "class maker", "ParseResult ParseResultBytes SplitResult SplitResultBytes DefragResult DefragResultBytes"),
    **_at("os", "maker", "stat_result terminal_size statvfs_result times_result uname_result"),
    **_at("pickle", "value", "PickleBuffer"),
    **_at("string", "class", "Template"),
    **_at("logging", "class", "LogRecord"),
    **_at("calendar", "class", "Calendar"),
    **_at("email.message", "class", "EmailMessage Message"),
    **_at("email.policy", "class", "EmailPolicy"),
    **_at("types", "maker", "GenericAlias"),
    **_at("itertools", "maker", "count repeat"),
    **_at("builtins", "maker", "reversed enumerate zip"),
    **_at("__builtin__", "maker", "reversed enumerate zip"),
    **_at("_operator", "maker", "getitem"),  # `List[int]`; what it gives is not called
    **_at("socket", "class maker", "AddressFamily SocketKind"),
    **_at("builtins", "value", "repr"),
    **_at("__builtin__", "value", "repr"),
    **_at("flax.core.frozen_dict", "class maker", "FrozenDict"),
    # newObj(cls) is cls.__new__(cls), as in scikit-learn
    **_at("hdbscan.dist_metrics", "maker", "newObj"),
    # The class is the registry's own; units are looked up in it, by pint's parser.
    **_at("pint", "maker", "_unpickle_quantity _unpickle_unit _unpickle_measurement"),
    **_at("river.time_series.holt_winters", "class maker", "AdditiveLevel AdditiveTrend AdditiveSeason MultiplicativeSeason"),
    **_at("river._river_rust.vectordict", "value", "euclidean_distance_dict euclidean_distance_tuple"),
    **_at("statsmodels.tsa.exponential_smoothing._ets_smooth", "value", "_ets_smooth_add_add _ets_smooth_add_mul _ets_smooth_mul_add _ets_smooth_mul_mul"),
    **_at("nltk.probability", "class maker", "FreqDist ConditionalFreqDist"),
    **_at("spacy.strings", "class maker", "StringStore"),
    **_at("river._river_rust.vectordict", "class maker", "VectorDict"),
    **_at("arch.univariate.recursions", "maker", "__pyx_unpickle_GARCHUpdater"),
    **_at("_operator", "value", "abs add and_ concat eq floordiv ge gt le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift sub truediv xor"),
    **_at("torch.nn.utils.rnn", "class maker", "PackedSequence"),
    # Numba: what a compiled function is, and the types of what it is given. Its bytes are followed by themselves.
    **_at("numba.core.registry", "value", "CPUDispatcher"),
    **_at("numba.core.dispatcher", "value", "Dispatcher LiftedLoop LiftedWith"),
    **_at("numba.np.ufunc.ufuncbuilder", "value", "UFuncDispatcher"),
    **_at("numba.np.ufunc.dufunc", "value", "DUFunc"),
    **_at("numba.core.serialize", "value", "_CustomPickled"),
    **_at("numba.core.typing.templates", "class", "Signature"),
    **_at("numba.core.types.common", "class", "Buffer Opaque SimpleIterableType SimpleIteratorType"),
    **_at("numba.core.types.containers", "class", "Bytes ByteArray DictType List ListType MemoryView NamedTuple NamedUniTuple Pair PyArray Set SetType StarArgTuple StarArgUniTuple Tuple UniTuple"),
    **_at("numba.core.types.iterators", "class", "ArrayIterator EnumerateType RangeIteratorType RangeType ZipType"),
    **_at("numba.core.types.misc", "class", "EllipsisType NoneType Omitted Optional Phantom PyObject RawPointer SliceLiteral SliceType StringLiteral UndefVar Undefined UnicodeType VarArg"),
    **_at("numba.core.types.npytypes", "class", "Array ArrayFlags CharSeq DType NestedArray Record UnicodeCharSeq"),
    **_at("numba.core.types.scalars", "class", "Boolean BooleanLiteral Complex Float Integer IntegerLiteral"),
    # Formulaic: the parts of a formula that was parsed. Its texts are evaluated when the model is asked, and are looked at where
    # they are put into an object (`takesFormulas` of the scanner).
    **_at("formulaic.formula", "class", "Formula SimpleFormula StructuredFormula"),
    **_at("formulaic.formula", "class maker", "OrderingMethod"),
    **_at("formulaic.materializers.base", "class", "EncodedTermStructure"),
    **_at("formulaic.materializers.types.enums", "class maker", "NAAction ClusterBy"),
    **_at("formulaic.materializers.types.evaluated_factor", "class", "EvaluatedFactor"),
    **_at("formulaic.materializers.types.factor_values", "class", "FactorValuesMetadata"),
    **_at("formulaic.materializers.types.scoped_factor", "class", "ScopedFactor"),
    **_at("formulaic.materializers.types.scoped_term", "class", "ScopedTerm"),
    **_at("formulaic.model_matrix", "class", "ModelMatrices"),
    **_at("formulaic.model_matrix", "class maker", "ModelMatrix"),  # keeps a table and its specification
    **_at("formulaic.model_spec", "class", "ModelSpec ModelSpecs"),
    **_at("formulaic.parser.types.factor", "class", "Factor"),
    **_at("formulaic.parser.types.factor", "class maker", "Factor.EvalMethod Factor.Kind"),
    **_at("formulaic.parser.types.ordered_set", "class", "OrderedSet"),
    **_at("formulaic.parser.types.term", "class", "Term"),
    **_at("formulaic.parser.types.token", "class", "Token"),
    **_at("formulaic.parser.types.token", "class maker", "Token.Kind"),
    **_at("formulaic.transforms.basis_spline", "class maker", "SplineExtrapolation"),
    **_at("formulaic.transforms.contrasts", "class", "ContrastsState TreatmentContrasts SASContrasts SumContrasts HelmertContrasts DiffContrasts PolyContrasts CustomContrasts"),
    **_at("formulaic.utils.sentinels", "class maker", "Sentinel"),
    **_at("formulaic.utils.structured", "class", "Structured"),
    **_at("formulaic.utils.variables", "class", "Variable"),
    **_at("formulaic.utils.variables", "class maker", "Variable.Role"),
    # spaCy: strings, vectors and documents, from bytes of MessagePack; what unpickles bytes in turn stands under a rule.
    **_at("spacy.vectors", "maker", "unpickle_vectors"),
    **_at("spacy.morphology", "maker", "unpickle_morphology"),
    **_at("spacy.tokenizer", "class maker", "Tokenizer"),
    **_at("spacy.util", "value", "_get_attr_unless_lookup raise_error"),
    **_at("spacy.util", "class", "SimpleFrozenDict SimpleFrozenList"),
    **_at("spacy.matcher.levenshtein", "value", "levenshtein_compare"),
    **_at("spacy.matcher.matcher", "maker", "unpickle_matcher"),
    **_at("spacy.matcher.phrasematcher", "maker", "unpickle_matcher"),
    **_at("spacy.tokens._serialize", "maker", "unpickle_bin"),
    **_at("spacy.pipeline._parser_internals.arc_eager", "class maker", "ArcEager"),
    **_at("spacy.pipeline._parser_internals.ner", "class maker", "BiluoPushDown"),
    **{f"spacy.lang.{language}.syntax_iterators noun_chunks": "value" for language in "ca da de el en es fa fi fr hr id it ja kk la nb nl pt sv tr vi hy".split()},
    **_at("spacy.lang.lex_attrs", "value", "get_lang is_alpha is_ascii is_bracket is_currency is_digit is_left_punct is_lower is_punct is_quote is_right_punct is_space is_stop is_title is_upper like_email like_num like_url lower prefix suffix word_shape"),
    # torch.fx: what traces a graph again, named in what it writes.
    **_at("torch.fx._symbolic_trace", "value", "Tracer"),
    **_at("torch.fx.proxy", "value", "TracerBase"),
    **_at("torchvision.models._utils", "class", "IntermediateLayerGetter"),
    **_at("typing", "value", "Any Union List Dict Tuple Set FrozenSet Optional Callable OrderedDict DefaultDict Type Sequence Mapping Iterable Iterator Literal ClassVar Generator"),
    **_at("numpy.core._multiarray_umath", "maker", "_reconstruct scalar"),
    **_at("numpy._core._multiarray_umath", "maker", "_reconstruct scalar"),
    **_at("sklearn.utils.validation", "value", "check_array check_X_y"),
    # scikit-learn 1.2: named where later versions have the 64 and 32 variants. Not PyFuncDistance.
    **_at("sklearn.metrics._dist_metrics", "class", "DistanceMetric EuclideanDistance SEuclideanDistance ManhattanDistance ChebyshevDistance MinkowskiDistance MahalanobisDistance HammingDistance CanberraDistance BrayCurtisDistance JaccardDistance MatchingDistance DiceDistance RogersTanimotoDistance RussellRaoDistance SokalMichenerDistance SokalSneathDistance HaversineDistance"),
    **_at("pandas._libs.tslibs.period", "maker", "__pyx_unpickle_PeriodMixin"),
    **_at("statsmodels.tsa.arima_model", "class", "ARIMAResultsWrapper ARIMAResults ARMAResults"),
    **_at("pandas.core.groupby.grouper", "class", "Grouper"),
    **_at("argparse", "class", "Namespace"),
    **_at("random", "class maker", "Random"),
    **_at("re", "maker", "_compile"),  # a pattern costs time at worst, and only when it is used
    **_at("re", "class maker", "RegexFlag"),
    **_at("inspect", "class maker", "Parameter Signature _ParameterKind"),
    **_at("inspect", "value", "_empty"),
    **_at("statistics", "class", "NormalDist"),
    **_at("statistics", "value", "mean median mode stdev variance fmean pstdev pvariance"),
    **_at("zoneinfo", "value", "ZoneInfo"),  # ZoneInfo(key) refuses paths; reads time zone data only
    **_at("operator", "maker", "itemgetter"),  # takes items, never attributes
    **_at("operator", "value", "add sub mul truediv floordiv neg pos lt le gt ge eq ne"),
    **_at("_io", "class maker", "BytesIO StringIO"),  # in memory
    **_at("io", "class maker", "BytesIO StringIO"),
    # numpy. ndarray and its kin refuse raw bytes for dtype object (numpy/core/src/multiarray/methods.c).
    **_at("numpy", "class maker", "dtype ndarray matrix recarray record bool_ bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 longdouble float128 complex64 complex128 clongdouble complex256 str_ bytes_ datetime64 timedelta64 void intc uintc longlong ulonglong int_ uint intp uintp half single double csingle cdouble long ulong unicode_ string_ float_ complex_ object_"),
    **_at("numpy", "value", "generic number integer signedinteger unsignedinteger inexact floating complexfloating flexible character mean sum std var median min max amin amax prod argmax argmin cumsum round clip where nan_to_num ravel squeeze abs percentile quantile nanmean nansum nanmedian nanmax nanmin nanstd asarray array zeros ones identity eye dot concatenate log2 bool8"),
    **_at("numpy", "class", "poly1d"),
    **_at("numpy.lib.polynomial", "class", "poly1d"),
    **_at("numpy.lib._polynomial_impl", "class", "poly1d"),
    **_at("numpy.core.multiarray", "maker", "_reconstruct scalar"),
    **_at("numpy._core.multiarray", "maker", "_reconstruct scalar"),
    **_at("numpy.core.numeric", "maker", "_frombuffer"),
    **_at("numpy._core.numeric", "maker", "_frombuffer"),
    **_at("numpy._core._internal", "maker", "_convert_to_stringdtype_kwargs"),
    **_at("numpy.ma.core", "maker", "_mareconstruct"),
    **_at("numpy.ma.core", "class", "MaskedArray MaskedConstant mvoid"),
    **_at("numpy.ma", "class", "MaskedArray"),
    **_at("numpy.rec", "class", "recarray record"),
    **_at("numpy.core.records", "class", "recarray record"),
    **_at("numpy._core.records", "class", "recarray record"),
    **_at("numpy.char", "class", "chararray"),
    **_at("numpy", "class", "chararray"),
    **_at("numpy.core.defchararray", "class", "chararray"),
    **_at("numpy.matrixlib.defmatrix", "class", "matrix"),
    # Calls the generator class that it is given, or one of five by name.
    **_at("numpy.random._pickle", "maker", "__bit_generator_ctor __generator_ctor __randomstate_ctor"),
    **_at("numpy.random", "maker", "__RandomState_ctor"),
    **_at("numpy.random.bit_generator", "maker", "__pyx_unpickle_SeedSequence"),
    **_at("numpy.random._bit_generator", "maker", "__pyx_unpickle_SeedSequence"),
    **_at("numpy.random.bit_generator", "class", "SeedSequence"),
    **_at("numpy.random._bit_generator", "class", "SeedSequence"),
    **_at("numpy.random._mt19937", "class", "MT19937"),
    **_at("numpy.random._pcg64", "class", "PCG64 PCG64DXSM"),
    **_at("numpy.random._philox", "class", "Philox"),
    **_at("numpy.random._sfc64", "class", "SFC64"),
    # scipy
    **_at("scipy._lib.array_api_compat.numpy._aliases", "value", "asarray"),
    **_at("scipy._external.array_api_compat.numpy._aliases", "value", "asarray"),
    **_at("scipy.special._logsumexp", "value", "softmax logsumexp log_softmax"),
    **_at("scipy.interpolate._interpolate", "value", "interp1d._call_linear_np interp1d._call_linear interp1d._call_nearest interp1d._call_previous_next interp1d._call_spline"),
    **_at("scipy.interpolate.interpolate", "value", "interp1d._call_linear_np interp1d._call_linear interp1d._call_nearest interp1d._call_previous_next interp1d._call_spline"),
    **_at("scipy.spatial._ckdtree", "class", "cKDTree cKDTreeNode"),
    **_at("scipy.spatial.ckdtree", "class", "cKDTree cKDTreeNode"),
    **_at("scipy.spatial.transform._rotation", "class", "Rotation"),
    **_at("scipy.spatial.transform.rotation", "class", "Rotation"),
    # pandas
    **_at("pandas", "class", "Categorical CategoricalIndex DatetimeIndex Index IntervalIndex MultiIndex PeriodIndex RangeIndex TimedeltaIndex DataFrame Series Flags"),
    **_at("pandas", "class maker", "DateOffset Interval Period PeriodDtype StringDtype Timestamp Timedelta"),
    **_at("pandas", "value", "NA NaT"),
    **_at("pandas.arrays", "class", "BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray NumpyExtensionArray PeriodArray SparseArray StringArray TimedeltaArray ArrowExtensionArray ArrowStringArray"),
    **_at("pandas._libs.missing", "value", "NA"),
    **_at("pandas._libs.missing", "class", "NAType"),
    **_at("pandas._libs.arrays", "maker", "__pyx_unpickle_NDArrayBacked"),
    **_at("pandas._libs.internals", "maker", "_unpickle_block"),
    **_at("pandas._libs.internals", "class", "BlockPlacement BlockManager"),
    **_at("pandas._libs.interval", "class maker", "Interval"),
    **_at("pandas._libs.interval", "maker", "__pyx_unpickle_IntervalMixin"),
    **_at("pandas._libs.sparse", "class maker", "IntIndex BlockIndex"),
    **_at("pandas._libs.tslibs.nattype", "maker", "_nat_unpickle __nat_unpickle"),
    **_at("pandas._libs.tslibs.nattype", "value", "NaT NaTType"),
    **_at("pandas._libs.tslibs.period", "class maker", "Period"),
    **_at("pandas._libs.tslibs.timedeltas", "class maker", "Timedelta"),
    **_at("pandas._libs.tslibs.timedeltas", "maker", "_timedelta_unpickle"),
    **_at("pandas._libs.tslibs.timestamps", "class maker", "Timestamp"),
    **_at("pandas._libs.tslibs.timestamps", "maker", "_unpickle_timestamp"),
    **_at(
        "pandas._libs.tslibs.offsets",
        "class maker",
        "BaseOffset BQuarterBegin BQuarterEnd BYearBegin BYearEnd BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd CustomBusinessDay "
        "CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd DateOffset Day Easter FY5253 FY5253Quarter Hour LastWeekOfMonth "
        "Micro Milli Minute MonthBegin MonthEnd Nano QuarterBegin QuarterEnd Second SemiMonthBegin SemiMonthEnd Tick Week WeekOfMonth YearBegin YearEnd "
        "RelativeDeltaOffset",
    ),
    **_at("pandas.core.dtypes.dtypes", "class maker", "PeriodDtype"),
    **_at("pandas.core.arrays.string_", "class maker", "StringDtype"),
    # cls.__new__(cls, **state): the class has to be listed itself.
    **_at("pandas.core.indexes.base", "maker", "_new_Index"),
    **_at("pandas.core.indexes.datetimes", "maker", "_new_DatetimeIndex"),
    **_at("pandas.core.indexes.timedeltas", "maker", "_new_TimedeltaIndex"),
    **_at("pandas.core.indexes.interval", "maker", "_new_IntervalIndex"),
    **_at("pandas.core.indexes.period", "maker", "_new_PeriodIndex"),
    **_at("pandas.core.internals.managers", "class maker", "BlockManager SingleBlockManager"),
    **_at("pandas.core.internals.blocks", "maker", "new_block"),
    **_at("pytz", "maker", "_UTC _p"),  # a zone by name; pytz.open_resource refuses '..' and separators
    **_at("dateutil.tz.tz", "class maker", "tzutc tzoffset"),
    **_at("dateutil.relativedelta", "class", "relativedelta"),
    # scikit-learn: compiled losses, distances and trees
    **_at(
        "sklearn._loss._loss",
        "class maker",
        "CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss CyHalfSquaredError "
        "CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyPinballLoss",
    ),
    **_at(
        "sklearn._loss._loss",
        "maker",
        "__pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyHalfBinomialLoss __pyx_unpickle_CyHalfGammaLoss "
        "__pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLossIdentity",
    ),
    **_at(
        "sklearn.linear_model._sgd_fast",
        "class maker",
        "Hinge SquaredHinge Log SquaredLoss Huber EpsilonInsensitive SquaredEpsilonInsensitive ModifiedHuber Classification Regression LossFunction",
    ),
    **_at("sklearn.linear_model.sgd_fast", "class maker", "Hinge SquaredHinge Log SquaredLoss Huber EpsilonInsensitive SquaredEpsilonInsensitive ModifiedHuber"),
    # newObj(cls) is cls.__new__(cls)
    **_at("sklearn.metrics._dist_metrics", "maker", "newObj"),
    **_at("sklearn.neighbors._dist_metrics", "maker", "newObj"),
    **_at("sklearn.neighbors.dist_metrics", "maker", "newObj"),
    **_at("sklearn.neighbors._ball_tree", "maker", "newObj"),
    **_at("sklearn.neighbors._kd_tree", "maker", "newObj"),
    **_at("sklearn.neighbors.ball_tree", "maker", "newObj"),
    **_at("sklearn.neighbors.kd_tree", "maker", "newObj"),
    **_at("sklearn.neighbors.ball_tree", "class", "BallTree"),
    **_at("sklearn.neighbors.kd_tree", "class", "KDTree"),
    **_at("sklearn.tree._tree", "class maker", "Tree"),
    **_at("sklearn.tree._criterion", "class maker", "Gini Entropy MSE MAE FriedmanMSE Poisson"),
    **_at("sklearn.cluster._kmeans", "value", "_kmeans_single_lloyd _kmeans_single_elkan"),
    **_at("sklearn.feature_selection._mutual_info", "value", "mutual_info_classif mutual_info_regression"),
    # statsmodels: compiled state space models, which are called with arrays
    **_at("statsmodels.tsa.statespace._initialization", "class maker", "sInitialization dInitialization cInitialization zInitialization"),
    **_at("statsmodels.tsa.statespace._representation", "class maker", "sStatespace dStatespace cStatespace zStatespace"),
    **_at("statsmodels.tsa.statespace._kalman_filter", "class maker", "sKalmanFilter dKalmanFilter cKalmanFilter zKalmanFilter"),
    **_at("statsmodels.tsa.statespace._kalman_smoother", "class maker", "sKalmanSmoother dKalmanSmoother cKalmanSmoother zKalmanSmoother"),
    **_at("statsmodels.tsa.statespace._simulation_smoother", "class maker", "sSimulationSmoother dSimulationSmoother cSimulationSmoother zSimulationSmoother"),
    # joblib; before 0.23 scikit-learn brought it along
    **_at("sklearn.externals.joblib.numpy_pickle", "class", "NumpyArrayWrapper"),
    **_at("joblib.numpy_pickle", "class", "NumpyArrayWrapper"),  # read at once by joblib; NDArrayWrapper opens files and is not listed
    # torch
    **_at("torch", "class maker", "Size device"),
    **_at("torch", "class", "Tensor"),
    **_at(
        "torch._utils",
        "maker",
        "_rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_parameter _rebuild_parameter_with_state _rebuild_qtensor "
        "_rebuild_sparse_tensor _rebuild_sparse_csr_tensor _rebuild_nested_tensor _rebuild_meta_tensor_no_storage _rebuild_xla_tensor "
        "_rebuild_device_tensor_from_numpy _rebuild_device_tensor_from_cpu_tensor",
    ),
    **_at("torch.serialization", "maker", "_get_layout"),  # looks one of torch's layouts up by name
    **_at("torch", "value", "float32 float float64 double float16 half bfloat16 uint8 int8 int16 short int32 int int64 long bool complex32 chalf complex64 cfloat complex128 cdouble quint8 qint8 qint32 quint4x2 quint2x4 float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz float8_e8m0fnu uint16 uint32 uint64 per_tensor_affine per_channel_affine per_channel_affine_float_qparams per_tensor_symmetric per_channel_symmetric strided sparse_coo sparse_csr sparse_csc sparse_bsr sparse_bsc contiguous_format channels_last channels_last_3d preserve_format relu tanh sigmoid"),
    **_at("torch", "value", "FloatStorage DoubleStorage HalfStorage BFloat16Storage ByteStorage CharStorage ShortStorage IntStorage LongStorage BoolStorage ComplexFloatStorage ComplexDoubleStorage QUInt8Storage QInt8Storage QInt32Storage QUInt4x2Storage QUInt2x4Storage"),
    **_at("torch.cuda", "value", "FloatStorage DoubleStorage HalfStorage BFloat16Storage ByteStorage CharStorage ShortStorage IntStorage LongStorage BoolStorage ComplexFloatStorage ComplexDoubleStorage FloatTensor"),
    **_at("torch.storage", "value", "UntypedStorage _UntypedStorage TypedStorage _TypedStorage"),
    **_at("torch", "value", "UntypedStorage"),
    **_at("torch._C._nn", "value", "gelu silu mish hardsigmoid hardswish leaky_relu elu"),
    # tokenizers: state is JSON text
    **_at("tokenizers", "class", "AddedToken Tokenizer"),
    **_at("tokenizers.models", "class", "Model"),
    # pyarrow: types, and arrays from buffers
    **_at(
        "pyarrow.lib",
        "maker",
        "_reconstruct_table _reconstruct_record_batch _restore_array chunked_array dictionary field list_ large_list struct map_ py_buffer schema timestamp "
        "time32 time64 duration decimal128 binary type_for_alias",
    ),
    # Trees of Python's own parser: a node is its fields, and nothing runs it but `compile`, which is not listed.
    **_at(
        "ast",
        "class maker",
        "AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign Await BinOp BitAnd BitOr BitXor BoolOp "
        "Break Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Eq ExceptHandler Expr Expression FloorDiv For "
        "FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Interactive Invert Is IsNot "
        "JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence "
        "MatchSingleton MatchStar MatchValue Mod Module Mult Name NamedExpr Nonlocal Not NotEq NotIn Or ParamSpec Pass Pow RShift Raise "
        "Return Set SetComp Slice Starred Store Sub Subscript Try TryStar Tuple TypeAlias TypeIgnore TypeVar TypeVarTuple UAdd USub UnaryOp "
        "While With Yield YieldFrom alias arg arguments comprehension keyword match_case withitem",
    ),
    **_at(
        "_ast",
        "class maker",
        "AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign Await BinOp BitAnd BitOr BitXor BoolOp "
        "Break Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Eq ExceptHandler Expr Expression FloorDiv For "
        "FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Interactive Invert Is IsNot "
        "JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence "
        "MatchSingleton MatchStar MatchValue Mod Module Mult Name NamedExpr Nonlocal Not NotEq NotIn Or ParamSpec Pass Pow RShift Raise "
        "Return Set SetComp Slice Starred Store Sub Subscript Try TryStar Tuple TypeAlias TypeIgnore TypeVar TypeVarTuple UAdd USub UnaryOp "
        "While With Yield YieldFrom alias arg arguments comprehension keyword match_case withitem AugLoad AugStore Bytes Ellipsis ExtSlice "
        "Index NameConstant Num Param Print Repr Str Suite TryExcept TryFinally Exec",
    ),
    # SymPy's matrices of numbers: rows as they stand, a shape and a domain; no text is read.
    **_at("sympy.polys.matrices.domainmatrix", "maker", "DomainMatrix"),
    # Graphs of PyTorch Geometric: `__setstate__` fills a dictionary.
    **_at("torch_geometric.data.hetero_data", "class", "HeteroData"),
    **_at("torch_geometric.data.temporal", "class", "TemporalData"),
    # The class of what _make_td makes; see the rule class-state.
    **_at("tensordict._td", "class", "TensorDict"),
    # Geometries of well-known binary: GEOS reads bytes.
    **_at("shapely.io", "maker", "from_wkb"),
    **_at("shapely", "maker", "from_wkb"),
    **_at("shapely.lib", "maker", "from_wkb"),
    **_at("shapely.geometry.polygon", "maker", "_unpickle_linearring"),
    # Molecules and fingerprints of RDKit: bytes of its own format, and texts of another.
    **_at("rdkit.Chem.rdchem", "class maker", "Mol"),
    **_at(
        "rdkit.DataStructs.cDataStructs",
        "class maker",
        "ExplicitBitVect SparseBitVect UIntSparseIntVect ULongSparseIntVect IntSparseIntVect LongSparseIntVect",
    ),
    # What MLflow says of a model's inputs.
    **_at("mlflow.models.signature", "class", "ModelSignature _TypeHints"),
}


# ── names that are safe only on a condition ──────────────────────────────────────────────────────

_WORDS = "[A-Za-z0-9_, ]*"
SCIPY_TEMPLATE = (
    rf"^\ndef _parse_args\(self, {_WORDS}loc=0(, scale=1)?\):\n    return \({_WORDS}\), loc, (scale|1)\n"
    rf"\ndef _parse_args_rvs\(self, {_WORDS}loc=0(, scale=1)?, size=None\):\n    return self\._argcheck_rvs\({_WORDS}loc, (scale|1), size=size\)\n"
    rf"\ndef _parse_args_stats\(self, {_WORDS}loc=0(, scale=1)?, moments='mv'\):\n    return \({_WORDS}\), loc, (scale|1), moments\n$"
)

RULES: list[dict[str, Any]] = [
    {
        "rule": "made",
        "means": "made by NEWOBJ without arguments or by copyreg._reconstructor and filled by BUILD; never called, and never an argument or a value elsewhere",
        "why": "loading is clean, the constructor is not: it reads files, starts processes or imports",
        # Others are added by collect-names.py. OmegaConf fills a dictionary, its constructor reads texts;
        # SymPy's constructors read texts as well.
        "names": {
            "omegaconf.dictconfig": {"class": "DictConfig"},
            "omegaconf.listconfig": {"class": "ListConfig"},
            "omegaconf.base": {"class": "ContainerMetadata Metadata UnionNode"},
            "omegaconf.nodes": {"class": "AnyNode BooleanNode BytesNode EnumNode FloatNode IntegerNode InterpolationResultNode PathNode StringNode"},
            "sympy.matrices.dense": {"class": "MutableDenseMatrix"},
            "sympy.polys.domains.integerring": {"class": "IntegerRing"},
            "sympy.polys.domains.rationalfield": {"class": "RationalField"},
            "sympy.polys.domains.pythonintegerring": {"class": "PythonIntegerRing"},
            "sympy.polys.domains.pythonrationalfield": {"class": "PythonRationalField"},
            "sympy.polys.domains.gmpyintegerring": {"class": "GMPYIntegerRing"},
            "sympy.polys.domains.gmpyrationalfield": {"class": "GMPYRationalField"},
            "sympy.polys.domains.realfield": {"class": "RealField"},
            "sympy.polys.domains.complexfield": {"class": "ComplexField"},
            "sympy.polys.domains.gaussiandomains": {"class": "GaussianIntegerRing GaussianRationalField"},
        },
    },
    {
        "rule": "class-first",
        "means": "the first argument is a name listed as class, or one of rule made or state; the second a name listed as class",
        "why": "makes an instance of its first argument",
        "names": {
            "copyreg": {"maker": "_reconstructor __newobj__"},
            "copy_reg": {"maker": "_reconstructor"},
        },
    },
    {
        "rule": "callable-first",
        "means": "the first argument, and the first item of a BUILD state where there is one, is a name listed as class, maker or value without any rule, or None, or is not there",
        "why": "calls its first argument, now or later",
        "names": {
            "collections": {"maker": "defaultdict"},
            "functools": {"maker": "partial"},
            "torch._tensor": {"maker": "_rebuild_from_type_v2"},
            "dill._dill": {"maker": "_create_array"},
            "astropy.units.core": {"maker": "_recreate_irreducible_unit"},
        },
    },
    {
        "rule": "latin1",
        "means": "two arguments: a text and 'latin1'",
        "why": "looks a codec up by name; Python 2 protocols write bytes this way",
        "names": {"_codecs": {"maker": "encode"}},
    },
    {
        "rule": "none",
        "means": "exactly one argument, None: how NoneType is written",
        "why": "type(x) hands out the class of x, and with three arguments makes a class",
        "names": {"builtins": {"maker": "type"}, "__builtin__": {"maker": "type"}},
    },
    {
        "rule": "nested",
        "means": "the argument is bytes written in the file, which are followed as a torch file or a pickle of their own",
        "why": "is torch.load without weights_only",
        "names": {"numba.core.serialize": {"maker": "_unpickle__CustomPickled"}, "torch.storage": {"maker": "_load_from_bytes"}},
    },
    {
        "rule": "listed-pair",
        "means": "two texts, module and name, and that name is listed as value in module",
        "why": "imports by text: numpy before 1.20 pickles ufuncs this way",
        "names": {"numpy.core": {"maker": "_ufunc_reconstruct"}, "numpy._core": {"maker": "_ufunc_reconstruct"}},
    },
    {
        "rule": "attribute",
        "means": "two arguments: the name zoneinfo.ZoneInfo and '_unpickle'; or an instance of a class in scipy.stats._discrete_distns and '_entropy'",
        "why": "getattr reaches everything; these two are how Python pickles those methods",
        "names": {"builtins": {"maker": "getattr"}, "__builtin__": {"maker": "getattr"}},
    },
    {
        "rule": "state",
        "key": "_parse_arg_template",
        "pattern": SCIPY_TEMPLATE,
        "means": "every BUILD state is a dict whose keys are texts written in the file, and the key, where it is there, holds a text that matches; or the pair of "
        "scipy before 1.6: such a dict without the key, and None or what numpy.random._pickle.__randomstate_ctor or numpy.random.__RandomState_ctor makes "
        "(any other sequence of pairs would be read as a dict); never called",
        "why": "rv_generic.__setstate__ runs the text under this key with exec (scipy/stats/_distn_infrastructure.py)",
        "names": {},
    },
    {
        "rule": "state",
        "key": "formula",
        # Columns, numbers, and functions of formulas and of NumPy that compute; nothing that a call gives is called.
        "pattern": r'''^(?:[\s~+*:/|,()=-](?<!\)\s*\()|\d+(?:\.\d+)?(?![\w.])|(?:C|I|Q|bs|cr|cc|te|center|standardize|scale|poly|lag|log|log2|log10|log1p|exp|expm1|sqrt|abs|sin|cos|tanh|Treatment|Sum|Poly|Helmert|Diff|hashed|np\.(?:log|log2|log10|log1p|exp|expm1|sqrt|abs|sin|cos|tan|tanh|sign|square|power|maximum|minimum|clip|where|isnan))(?=\()|[A-Za-z_]\w*(?!\s*[\w.(])|"[\w .-]*"|'[\w .-]*')*$''',
        "means": "every BUILD state is a dict whose keys are texts written in the file, and the key, where it is there, holds a text that matches; never called",
        "why": "ModelData.__setstate__ evaluates the formula again, and a formula may hold any Python expression (statsmodels/base/data.py)",
        "names": {},
    },
    {
        "rule": "logger",
        "means": "without arguments or with one text; no BUILD follows",
        "why": "gives the one logger of that name; what is put into it is there for the whole process",
        "names": {"logging": {"maker": "getLogger"}},
    },
    {
        "rule": "expression",
        "means": "made by NEWOBJ or NEWOBJ_EX of numbers and of what other names under this rule made, in tuples too; a symbol of one identifier, "
        "a Float also of a sign, hexadecimal digits and two numbers; keywords are numbers and truths; no BUILD follows but with None; never an argument",
        "why": "SymPy evaluates every text that it is given (sympy/core/sympify.py)",
        "names": {
            "sympy.core.add": {"class": "Add"},
            "sympy.core.mul": {"class": "Mul"},
            "sympy.core.power": {"class": "Pow"},
            "sympy.core.mod": {"class": "Mod"},
            "sympy.core.symbol": {"class": "Dummy Symbol Wild"},
            "sympy.core.containers": {"class": "Tuple"},
            "sympy.core.numbers": {
                "class": "Catalan ComplexInfinity EulerGamma Exp1 Float GoldenRatio Half ImaginaryUnit Infinity Integer NaN NegativeInfinity NegativeOne One Pi Rational Zero"
            },
            "sympy.core.relational": {"class": "Equality GreaterThan LessThan StrictGreaterThan StrictLessThan Unequality"},
            "sympy.core.function": {"class": "Derivative"},
            "sympy.logic.boolalg": {"class": "And BooleanFalse BooleanTrue Not Or"},
            "sympy.functions.elementary.exponential": {"class": "exp log"},
            "sympy.functions.elementary.trigonometric": {"class": "acos acot asin atan atan2 cos cot csc sec sin tan"},
            "sympy.functions.elementary.hyperbolic": {"class": "acosh asinh atanh cosh coth sinh tanh"},
            "sympy.functions.elementary.complexes": {"class": "Abs arg conjugate im re sign"},
            "sympy.functions.elementary.integers": {"class": "ceiling floor frac"},
            "sympy.functions.elementary.miscellaneous": {"class": "Max Min"},
            "sympy.functions.elementary.piecewise": {"class": "ExprCondPair Piecewise"},
            "sympy.functions.special.error_functions": {"class": "erf erfc"},
            "sympy.functions.special.gamma_functions": {"class": "gamma loggamma"},
            "sympy.integrals.integrals": {"class": "Integral"},
            "sympy.concrete.summations": {"class": "Sum"},
            "sympy.concrete.products": {"class": "Product"},
        },
    },
    {
        "rule": "array-parts",
        "means": "four arguments: NumPy's _reconstruct, a tuple that begins with numpy.ndarray, and what the array and its type are given",
        "why": "calls the first with the second and gives what comes of it a state (jax/_src/array.py)",
        "names": {"jax._src.array": {"maker": "_reconstruct_array"}, "jax._src.device_array": {"maker": "reconstruct_device_array"}},
    },
    {
        "rule": "nested-parts",
        "means": "bytes are written in the file, and are followed as pickles of their own; other arguments are objects",
        "why": "unpickles bytes that it is given (spacy/vocab.pyx, spacy/tokens/doc.pyx)",
        "names": {"spacy.vocab": {"maker": "unpickle_vocab"}, "spacy.tokens.doc": {"maker": "unpickle_doc"}},
    },
    {
        "rule": "traced",
        "means": "two texts: the code of one graph and what it imports, both as torch.fx writes them; the body holds no graph of its own",
        "why": "runs both with exec, and then traces what they define (torch/fx/graph_module.py)",
        "names": {"torch.fx.graph_module": {"maker": "reduce_graph_module"}},
    },
    {
        "rule": "rebuilt",
        "means": "one argument, which _unpickle__CustomPickled has made of bytes that give a dispatcher of Numba; or, in such bytes, _CustomPickled._rebuild",
        "why": "calls `_rebuild` of what it is given (numba/core/serialize.py)",
        "names": {"numba.core.serialize": {"maker": "custom_rebuild"}},
    },
    {
        "rule": "numba-type",
        "means": "copyreg._reconstructor or __newobj__, a class of numba.core.types, and a state",
        "why": "calls the first with the second (numba/core/types/abstract.py)",
        "names": {"numba.core.types.abstract": {"maker": "_type_reconstructor"}},
    },
    {
        "rule": "named",
        "means": "only put into an object; never called, and never an argument",
        "why": "what it gives, or what it is given, is called: attrgetter and methodcaller reach what a module has, reduce calls its first argument, a loader starts processes",
        "names": {
            "operator": {"value": "attrgetter methodcaller"},
            "functools": {"value": "reduce"},
            "_functools": {"value": "reduce"},
            "__builtin__": {"value": "reduce"},
            "torch.utils.data.dataloader": {"value": "DataLoader"},
        },
    },
    {
        "rule": "iterates",
        "means": "one argument; or two, of which the first is a name listed as class, maker or value without any rule",
        "why": "with two arguments it calls the first each time somebody asks for the next item",
        "names": {"builtins": {"maker": "iter"}, "__builtin__": {"maker": "iter"}},
    },
    {
        "rule": "torchscript",
        "means": "only inside an archive of TorchScript (it has code/ members), which Python's pickle never reads; * stands for any name",
        "why": "__torch__ holds the archive's own classes, whose code is looked at on its own; restore_type_tag and its kin give back what they get, so that a BUILD after them would reach a class",
        "names": {
            "__torch__.*": {"class": "*"},
            "torch.jit._pickle": {"maker": "build_intlist build_tensorlist build_doublelist build_boollist build_tensor_from_id restore_type_tag"},
        },
    },
    {
        "rule": "kept",
        "means": "only put into an object, or handed to NumPy's _reconstruct; never called, and never another argument",
        "why": "its constructor opens and writes files; what keeps its name or makes an array of it does not call that",
        "names": {"numpy": {"value": "memmap"}, "numpy.core.memmap": {"value": "memmap"}, "numpy._core.memmap": {"value": "memmap"}},
    },
    {
        "rule": "class-state",
        "means": "two arguments: a name listed as class in the same library, and a dictionary whose keys are texts, none of them of two underscores",
        "why": "makes an object of its first argument and sets each key of the second by setattr (tensordict/_reductions.py)",
        "names": {"tensordict._reductions": {"maker": "_make_td"}},
    },
    {
        "rule": "base",
        "means": "a base of a class whose code is in the file, which cloudpickle makes with the name of its module alone; never called, and never another argument",
        "why": "`__init_subclass__` evaluates the type hints of a method that is there when the class is made (mlflow/pyfunc/model.py)",
        "names": {"mlflow.pyfunc.model": {"value": "PythonModel"}},
    },
]

# Reasons of judge.py that lead to a rule instead of a refusal.
REASON_TO_RULE = {"_attach_argparser_methods: exec()": "_parse_arg_template"}
MODULE_TO_RULE = {"statsmodels.base.data": "formula"}

# Never called: constructors of these look models up, or set the process up.
MADE = re.compile(
    r"transformers\.(models\.\w+\.modeling_\w+|modeling_utils|training_args|trainer\w*) (?!\w*Output)|accelerate\.state |"
    r"xgboost\.core Booster|lightgbm\.basic Booster|gensim\.models\."
)
# Judged unsafe by the reader for `__del__` alone, and read: they free what their own `__setstate__` has made.
FREES_ITS_OWN = {"xgboost.core Booster", "lightgbm.basic Booster"}
# Their constructors make folders; filled with a state they do nothing before a model is used.
FREES_ITS_OWN |= {"joblib.memory Memory", "sklearn.externals.joblib.memory Memory"}

LEFT_OUT: dict[str, str] = {
    "torchvision.models._api WeightsEnum": "its members download",
    "copy deepcopy": "takes an object apart and calls what that says",
    "bayes_opt.parameter wrap_kernel": "makes a class on top of whatever it is given, whose rule is then not seen",
    "lifelines.fitters UnivariateFitter.plot": "draws",
    "cloudpickle.cloudpickle _function_setstate": "changes a function",
}
