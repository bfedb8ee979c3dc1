import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isKnownName } from "./names.ts";
import { actsIn, calling, global, isFound, opcodes, text } from "./testing/pickles.ts";

// Names that scanners did not have in their lists, by the advisory that says so.
const gadgets: readonly (readonly [id: string, module: string, name: string])[] = [
  ["CVE-2025-1716", "pip", "main"],
  ["CVE-2025-46417", "ssl", "get_server_certificate"],
  ["CVE-2025-10157", "asyncio.unix_events", "_UnixSubprocessTransport._start"],
  ["CVE-2025-71339", "numpy.f2py.crackfortran", "_eval_length"],
  ["CVE-2025-71345", "torch.utils.bottleneck.__main__", "run_autograd_prof"],
  ["CVE-2025-71347", "numpy.f2py.crackfortran", "param_eval"],
  ["CVE-2025-71353", "torch._dynamo.guards", "GuardBuilder.get"],
  ["CVE-2025-71355", "numpy.testing._private.utils", "runstring"],
  [
    "CVE-2025-71356",
    "torch.fx.experimental.symbolic_shapes",
    "ShapeEnv.evaluate_guards_expression",
  ],
  ["CVE-2025-71362", "numpy.f2py.crackfortran", "getlincoef"],
  ["CVE-2025-71365", "numpy.f2py.crackfortran", "myeval"],
  ["CVE-2025-71366", "torch.utils.bottleneck.__main__", "run_cprofile"],
  ["CVE-2025-71370", "torch.utils._config_module", "ConfigModule.load_config"],
  ["CVE-2025-71372", "numpy.f2py.diagnose", "run_command"],
  ["CVE-2025-71378", "cProfile", "runctx"],
  ["CVE-2026-3490", "pkgutil", "resolve_name"],
  ["CVE-2026-53873", "profile", "run"],
  ["CVE-2026-56304", "logging", "FileHandler"],
  ["CVE-2026-56315 uuid", "uuid", "_get_command_stdout"],
  ["CVE-2026-56315 imaplib", "imaplib", "IMAP4_stream"],
  ["CVE-2026-56315 pager", "_pyrepl.pager", "pipe_pager"],
  ["CVE-2026-56315 _osx_support", "_osx_support", "_find_build_tool"],
  ["CVE-2026-56315 _aix_support", "_aix_support", "_read_cmd_output"],
  ["CVE-2025-67748", "pty", "spawn"],
  ["CVE-2026-22606", "runpy", "run_path"],
  ["CVE-2026-22607", "cProfile", "run"],
  ["CVE-2026-22608 ctypes", "ctypes", "CDLL"],
  ["CVE-2026-22608 pydoc", "pydoc", "locate"],
  ["CVE-2026-22609 importlib", "importlib", "import_module"],
  ["CVE-2026-22609 code", "code", "interact"],
  ["CVE-2026-22609 multiprocessing", "multiprocessing.util", "spawnv_passfds"],
  ["CVE-2026-22612", "builtins", "getattr"],
  ["CVE-2026-14534 _posixsubprocess", "_posixsubprocess", "fork_exec"],
  ["CVE-2026-14534 site", "site", "addsitedir"],
  ["CVE-2026-14534 atexit", "atexit", "register"],
  ["GHSA-6ggj-6f2q-f7mx", "_io", "open"],
  ["modelscan #330", "numpy", "size.__builtins__"],
  ["modelscan #338 methodcaller", "operator", "methodcaller"],
  ["modelscan #338 codecs", "codecs", "open"],
  ["modelscan #338 doctest", "doctest", "debug_script"],
  ["modelscan #338 timeit", "timeit", "timeit"],
  ["modelscan #338 distutils", "distutils.spawn", "spawn"],
  ["modelscan #338 dictConfig", "logging.config", "dictConfig"],
  ["modelscan #338 http", "http.client", "HTTPConnection"],
  ["modelscan #338 xmlrpc", "xmlrpc.client", "ServerProxy"],
  ["saferpickle #18 collect_env", "torch.utils.collect_env", "run"],
  ["saferpickle #18 mlflow", "mlflow.projects.backend.local", "_run_entry_point"],
  ["saferpickle #18 pandas", "pandas", "read_csv"],
  ["torch.hub", "torch.hub", "load"],
  ["pathlib", "pathlib", "Path.write_text"],
  ["nt", "nt", "system"],
  ["posix", "posix", "system"],
  ["Python 2", "__builtin__", "execfile"],
  ["commands of Python 2", "commands", "getoutput"],
  ["functools.reduce", "functools", "reduce"],
  ["webbrowser", "webbrowser", "open"],
];

describe("names that are called", () => {
  test.each(gadgets)("%s: %s.%s", (_, module, name) => {
    expect(isFound(calling(module, name, "x"))).toBe(true);
  });
});

const system = `${global("os", "system")}${text("id")}\x85R`;
const hidden = opcodes(`\x80\x04${system}.`);

// Ways to say it that scanners did not follow.
const ways: readonly (readonly [id: string, bytes: Buffer])[] = [
  [
    "GHSA-mxhj-88fx-4pcv: a result of OBJ that is thrown away",
    opcodes("(cos\nsystem\nS'id'\no0N."),
  ],
  [
    "GHSA-5j3x-jp52-966f: a name with dots",
    opcodes(`\x80\x04${global("torch", "os.system")}${text("id")}\x85R.`),
  ],
  [
    "GHSA-5j3x-jp52-966f: through a class",
    opcodes(`\x80\x04${global("collections", "OrderedDict.__init__.__globals__")}.`),
  ],
  [
    "GHSA-mhc9-48gj-9gp3: REDUCE and BUILD",
    opcodes(
      `\x80\x04${global("collections", "OrderedDict")})R}${text("__class__")}${global("os", "system")}sb.`,
    ),
  ],
  [
    "modelscan #330: BUILD on a function",
    opcodes(`\x80\x02cnumpy\nsize\n}U\x0c__builtins__cos\nsystem\nsb.`),
  ],
  [
    "CVE-2025-67747: marshal into a function",
    opcodes(
      `\x80\x04${global("types", "FunctionType")}${global("marshal", "loads")}C\x01x\x85R}\x86R.`,
    ),
  ],
  ["a code in the extension registry", opcodes("\x80\x02\x82\x01)R.")],
  ["INST", opcodes("(S'id'\nios\nsystem\n.")],
  [
    "the memo",
    opcodes(`\x80\x04${text("os")}\x940${text("system")}\x940h\x00h\x01\x93${text("id")}\x85R.`),
  ],
  [
    "a name that is put together by a call",
    opcodes(
      `\x80\x04${global("codecs", "decode")}${text("flfgrz")}${text("rot13")}\x86R\x940${text("os")}h\x00\x93${text("id")}\x85R.`,
    ),
  ],
  [
    "handed to functools.partial",
    opcodes(`\x80\x04${global("functools", "partial")}${global("os", "system")}\x85R.`),
  ],
  [
    "handed to map",
    opcodes(`\x80\x04${global("builtins", "map")}${global("os", "system")}](${text("id")}e\x86R.`),
  ],
  [
    "the factory of a defaultdict",
    opcodes(`\x80\x04${global("collections", "defaultdict")}${global("os", "system")}\x85R.`),
  ],
  ["behind a first pickle", Buffer.concat([opcodes("\x80\x04N."), hidden])],
  [
    "modelscan: behind harmless names, then broken",
    opcodes(`\x80\x04${global("collections", "OrderedDict")})R0${system}\xff`),
  ],
  [
    "in bytes of another",
    Buffer.concat([
      opcodes(`\x80\x04C${String.fromCharCode(hidden.length)}`),
      hidden,
      opcodes("."),
    ]),
  ],
  ["in base64", opcodes(`\x80\x04${text(hidden.toString("base64"))}.`)],
  ["in hex", opcodes(`\x80\x04${text(hidden.toString("hex"))}.`)],
  ["CVE-2024-34997: packed with zlib, as joblib does", deflateSync(hidden)],
  ["packed with gzip", gzipSync(hidden)],
  [
    "before a bomb of zeros",
    gzipSync(
      Buffer.concat([
        opcodes(`\x80\x04${system}0\x8e`),
        Buffer.from([0, 0, 0, 8, 0, 0, 0, 0]),
        Buffer.alloc(80_000_000),
      ]),
    ),
  ],
  [
    "a frame that ends in the middle of an opcode",
    opcodes(`\x80\x04\x95\x05\0\0\0\0\0\0\0${system}.`),
  ],
  ["a frame that is too long", opcodes(`\x80\x04\x95\xff\0\0\0\0\0\0\0${system}.`)],
  ["PROTO twice", opcodes(`\x80\x04\x80\x02${system}.`)],
  [
    "NEWOBJ_EX",
    opcodes(`\x80\x04${global("subprocess", "Popen")})}${text("args")}${text("id")}s\x92.`),
  ],
  [
    "items that are put into what os.environ is",
    opcodes(`\x80\x04${global("os", "environ")}${text("LD_PRELOAD")}${text("x.so")}s.`),
  ],
  [
    "CVE-2019-6446: an array of objects",
    Buffer.concat([
      opcodes("\x93NUMPY\x01\0\x46\0"),
      Buffer.from("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".padEnd(69) + "\n"),
      hidden,
    ]),
  ],
  [
    "joblib: a file beside it",
    opcodes(`\x80\x02cjoblib.numpy_pickle\nNDArrayWrapper\n)\x81}U\x08filenameU\x05x.npysb.`),
  ],
];

describe("ways to say it", () => {
  test.each(ways)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
});

const lines = "cos\nsystem\n(S'id'\ntR.";

// A reader asks for no PROTO, no known beginning and no short arguments.
const beginnings: readonly (readonly [id: string, bytes: Buffer])[] = [
  ["with None", opcodes(`N0${lines}`)],
  ["with a small number", opcodes(`K\x010${lines}`)],
  ["with a number in hexadecimal", opcodes(`I0x1\n0${lines}`)],
  ["with PROTO and such a number", opcodes(`\x80\x04I0x1\n0${lines}`)],
  ["with a name, of protocol 4 but without PROTO", opcodes(`${system}.`)],
  ["with a line that is longer than a head", opcodes(`V${"A".repeat(9_000)}\n0${lines}`)],
  ["with a text that is longer than a head", opcodes(`X\x28\x23\0\0${"A".repeat(9_000)}0${lines}`)],
  ["as safetensors do", opcodes(`G\0\0\0\0\0\0\0{0${lines}${" ".repeat(80)}`)],
  ["as GGUF does", opcodes(`GGUF\x03\0\0\0\x000${lines}`)],
  ["as TensorFlow Lite does", opcodes(`GAAATFL3\x000${lines}`)],
  ["and throws its result away", opcodes(`N0cos\nsystem\n(S'id'\ntR0.`)],
  [
    "behind the magic number of PyTorch",
    opcodes(`\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.N0${lines}`),
  ],
];

describe("a pickle that begins", () => {
  test.each(beginnings)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
});

const newObject = global("sklearn.metrics._dist_metrics", "newObj");
const normal = global("scipy.stats._continuous_distns", "norm_gen");
const template = `}${text("_parse_arg_template")}${text("import os")}s`;

// Listed names in ways that get something else done.
const misuses: readonly (readonly [id: string, bytes: Buffer])[] = [
  [
    "a class that runs its state, made by a maker",
    opcodes(`\x80\x04${newObject}${normal}\x85R${template}b.`),
  ],
  [
    "a class that runs its state, put under a harmless object",
    opcodes(
      `\x80\x04${global("argparse", "Namespace")})\x81N}${text("__class__")}${normal}s\x86b${template}b.`,
    ),
  ],
  [
    "a class that runs its state, in the state of a partial",
    opcodes(
      `\x80\x04${global("functools", "partial")}${global("builtins", "list")}\x85R(${newObject}${normal}\x85}Ntb)R${template}b.`,
    ),
  ],
  [
    "a class that runs its state, made by dill's array",
    opcodes(
      `\x80\x04${global("dill._dill", "_create_array")}(${newObject}${normal}\x85${template}tR.`,
    ),
  ],
  [
    "a function that is not listed, called by a maker",
    opcodes(
      `\x80\x04${global("numpy.random._pickle", "__generator_ctor")}${text("x")}${global("of.nobody", "run")}\x86R.`,
    ),
  ],
  [
    "a partial that is given another function",
    opcodes(
      `\x80\x04${global("functools", "partial")}${global("builtins", "list")}\x85R(${global("numpy", "where")}${text("x")}\x85}Ntb)R.`,
    ),
  ],
  [
    "a constructor that is called by copyreg",
    opcodes(
      `\x80\x04${global("copyreg", "_reconstructor")}${global("lightgbm.basic", "Booster")}${global("lightgbm.basic", "Booster")}${text("x")}\x87R.`,
    ),
  ],
  [
    "a class by a persistent id of PyTorch, its word in bytes",
    opcodes(
      `\x80\x04(C\x06module${global("torch.nn.modules.linear", "Linear")}NNtQ}${text("forward")}${global("builtins", "list")}sb.`,
    ),
  ],
  [
    "places in the memo that only Python reads",
    opcodes(
      `\x80\x02Vos\np1_0\n0Vcollections\np1_1\n0Vsystem\np5\n0Vdeque\np1_2\n0g1_0\ng5\n\x93(S'id'\ntR.`,
    ),
  ],
];

describe("a misuse of", () => {
  test.each(misuses)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
});

const loadFromBytes = global("torch.storage", "_load_from_bytes");

function bytesOfPickle(raw: Buffer): string {
  return `C${String.fromCharCode(raw.length)}${raw.toString("latin1")}`;
}

// `_load_from_bytes` is `torch.load` of what it is given.
const loaded: readonly (readonly [id: string, bytes: Buffer])[] = [
  [
    "that begin as no pickler begins them",
    opcodes(`\x80\x04${loadFromBytes}${bytesOfPickle(opcodes(`N0${lines}`))}\x85R.`),
  ],
  [
    "as text, as protocol 2 writes them",
    opcodes(
      `\x80\x04${loadFromBytes}${global("_codecs", "encode")}${text(`\x80\x02${lines}`)}${text("latin1")}\x86R\x85R.`,
    ),
  ],
  [
    "behind more bytes than are looked at",
    opcodes(
      `\x80\x04${"C\x0c(aaaaaaaaaaa0".repeat(1_001)}${loadFromBytes}${bytesOfPickle(hidden)}\x85R.`,
    ),
  ],
  [
    "in one another",
    [1, 2, 3, 4].reduce(
      (inner) =>
        opcodes(
          `\x80\x04${loadFromBytes}B${String.fromCharCode(inner.length & 255, inner.length >> 8)}\0\0${inner.toString("latin1")}\x85R.`,
        ),
      hidden,
    ),
  ],
];

describe("bytes that are loaded at once", () => {
  test.each(loaded)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
});

const wrapperClass = global("joblib.numpy_pickle", "NumpyArrayWrapper");
const plainWrapper = `${wrapperClass})\x81`;
const thrown = `0${system}`;
/** Opcodes that pass over what runs, for who takes two bytes of an array for opcodes. */
const passed = `${bytesOfPickle(opcodes(thrown))}N.`;

/** A wrapper of joblib with its state; the array stands behind it. */
function wrapped(wrapper: string, shape: string): string {
  const dtype = `${global("numpy", "dtype")}${text("u1")}\x89\x88\x87R`;
  return `${wrapper}}(${text("dtype")}${dtype}${text("shape")}${shape}${text("order")}${text("C")}${text("subclass")}${global("numpy", "ndarray")}ub`;
}

const framed = wrapped(plainWrapper, `K${String.fromCharCode(thrown.length)}\x85`);
const frameLength = framed.length + thrown.length;

// joblib and pickle differ in what they take for opcodes.
const arrays: readonly (readonly [id: string, bytes: Buffer])[] = [
  [
    "whose wrapper copyreg makes",
    opcodes(
      `\x80\x04${wrapped(`${global("copyreg", "__newobj__")}${wrapperClass}\x85R`, "K\x02\x85")}${passed}`,
    ),
  ],
  [
    "whose wrapper a maker makes",
    opcodes(`\x80\x04${wrapped(`${newObject}${wrapperClass}\x85R`, "K\x02\x85")}${passed}`),
  ],
  ["with True in its shape", opcodes(`\x80\x04${wrapped(plainWrapper, "\x88K\x02\x86")}${passed}`)],
  [
    "within a frame, which joblib has read before",
    opcodes(
      `\x80\x04\x95${String.fromCharCode(frameLength & 255, frameLength >> 8)}\0\0\0\0\0\0${framed}${thrown}${"0N.".padStart(thrown.length, "A")}.`,
    ),
  ],
  [
    "that is opcodes to pickle.load",
    opcodes(
      `\x80\x04${wrapped(plainWrapper, `K${String.fromCharCode(thrown.length)}\x85`)}${thrown}N.`,
    ),
  ],
];

describe("an array of joblib", () => {
  test.each(arrays)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
});

test("plain data is silent", () => {
  expect(actsIn(opcodes(`\x80\x04}${text("a")}](K\x01G\0\0\0\0\0\0\0\0es.`))).toEqual([]);
});

describe("methods of objects", () => {
  const made = `${global("sklearn.linear_model._base", "LinearRegression")})\x81`;
  const method = `${global("builtins", "getattr")}(${made}${text("score")}tR`;
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  test("are kept without harm", () => {
    expect(actsIn(pickle(method))).toEqual([]);
    expect(actsIn(pickle(`${global("functools", "partial")}(${method}tR`))).toEqual([]);
  });
  test("are not called, nor handed to who may", () => {
    expect(actsIn(pickle(`${method}(${text("x")}tR`))).toContain("runs");
    expect(actsIn(pickle(`${global("functools", "partial")}(${method}tR)R`))).toContain("runs");
    // A dictionary calls it only for a key that is not there.
    const kept = `${global("collections", "defaultdict")}(${method}tR`;
    expect(actsIn(pickle(kept))).toEqual(["names-unknown"]);
    expect(isFound(pickle(`${global("_operator", "getitem")}(${kept}${text("x")}tR`))).toBe(true);
    const list = `${global("collections", "OrderedDict")}((${method}lltR`;
    expect(isFound(pickle(list))).toBe(true);
  });
  test("nor are partials of them, however deep", () => {
    const partial = `${global("functools", "partial")}(${method}${text("/tmp/x")}tR`;
    const iterator = `${global("builtins", "iter")}(${partial}NtR`;
    expect(isFound(pickle(`${global("builtins", "list")}(${iterator}tR`))).toBe(true);
    const twice = `${global("functools", "partial")}(${global("builtins", "len")}${partial}tR`;
    expect(isFound(pickle(`${global("builtins", "iter")}(${twice}NtR`))).toBe(true);
    expect(isFound(pickle(`${global("builtins", "iter")}((${partial}ltR`))).toBe(true);
    expect(isFound(pickle(`${global("builtins", "iter")}((((${partial}ttltR`))).toBe(true);
  });
  test("nor do partials that hold each other take long", () => {
    // Each holds the one before a hundred times.
    const make = (inner: string): string => `${global("functools", "partial")}(${inner}tR`;
    let body = `${make(global("builtins", "len"))}q\0`;
    for (let level = 1; level < 40; level++) {
      const before = `h${String.fromCharCode(level - 1)}`;
      body += `0${make(global("builtins", "len") + before.repeat(100))}q${String.fromCharCode(level)}`;
    }
    const whole = `${body}0${global("builtins", "iter")}(h${String.fromCharCode(39)}tR`;
    expect(isFound(pickle(whole))).toBe(false);
  });
  test("are none of what is a class or a module", () => {
    const dunder = `${global("builtins", "getattr")}(${made}${text("__reduce__")}tR`;
    expect(actsIn(pickle(dunder))).toContain("runs");
    // That of a class is a name with a dot, as protocol 4 writes it.
    const ofClass = `${global("builtins", "getattr")}(${global("sklearn.linear_model._base", "LinearRegression")}${text("score")}tR`;
    expect(actsIn(pickle(ofClass))).toEqual(
      actsIn(pickle(global("sklearn.linear_model._base", "LinearRegression.score"))),
    );
    expect(actsIn(pickle(`${ofClass}(tR`))).toContain("runs");
  });
  test("of what is built in compute", () => {
    expect(
      actsIn(
        pickle(`${global("builtins", "getattr")}(${global("builtins", "str")}${text("lower")}tR`),
      ),
    ).toEqual([]);
    expect(
      actsIn(
        pickle(
          `${global("builtins", "getattr")}(${global("builtins", "str")}${text("__class__")}tR`,
        ),
      ),
    ).toContain("runs");
  });
});

describe("a logger", () => {
  const logger = `${global("logging", "getLogger")}${text("model")}\x85R`;
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  test("is kept without harm", () => {
    expect(actsIn(pickle(logger))).toEqual([]);
    expect(actsIn(pickle(`${global("logging", "getLogger")})R`))).toEqual([]);
  });
  test("is not changed", () => {
    expect(actsIn(pickle(`${logger}}${text("disabled")}\x88sb`))).toContain("runs");
    expect(actsIn(pickle(`${logger}N}${text("disabled")}\x88s\x86b`))).toContain("runs");
  });
  test("has a name that is written in the file, and none of its methods is taken", () => {
    const computed = `${global("logging", "getLogger")}${global("builtins", "str")}${text("x")}\x85R\x85R`;
    expect(isFound(pickle(computed))).toBe(true);
    const taken = `${global("builtins", "getattr")}(${logger}${text("addHandler")}tR`;
    expect(isFound(pickle(taken))).toBe(true);
    expect(
      isFound(pickle(`${global("functools", "partial")}${global("logging", "getLogger")}\x85R`)),
    ).toBe(true);
  });
});

describe("what takes functions is named", () => {
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  const takers = [
    ["functools", "reduce"],
    ["operator", "methodcaller"],
    ["operator", "attrgetter"],
  ] as const;
  test.each(takers)("%s.%s, and not called", (module, name) => {
    const held = `${global("argparse", "Namespace")})\x81}${text("f")}${global(module, name)}sb`;
    expect(actsIn(pickle(held))).toEqual([]);
    expect(isFound(pickle(`${global(module, name)}${text("system")}\x85R`))).toBe(true);
    const partial = `${global("functools", "partial")}(${global(module, name)}${text("x")}tR)R`;
    expect(actsIn(pickle(partial))).toContain("runs");
  });
  test("an iterator asks no object that is called", () => {
    const made = `${global("sklearn.linear_model._base", "LinearRegression")})\x81`;
    const asks = `${global("builtins", "iter")}${made}N\x86R`;
    expect(isFound(pickle(`${global("builtins", "list")}${asks}\x85R`))).toBe(true);
    expect(actsIn(pickle(`${global("builtins", "iter")}](K\x01e\x85R`))).toEqual([]);
  });
});

describe("expressions of SymPy", () => {
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  const add = global("sympy.core.add", "Add");
  const symbol = (name: string): string =>
    `${global("sympy.core.symbol", "Symbol")}${text(name)}\x85\x81`;
  const evil = "__import__('os').system('id')";
  test("are made of numbers and of each other", () => {
    const two = `${global("sympy.core.numbers", "Integer")}K\x02\x85\x81`;
    expect(actsIn(pickle(`${add}${symbol("x")}${two}\x86\x81`))).toEqual([]);
    const float = `${global("sympy.core.numbers", "Float")}(K\x00${text("3a")}K\x01K\x02t\x85}${text("precision")}K\x35s\x92`;
    expect(actsIn(pickle(float))).toEqual([]);
  });
  const sin = global("sympy.functions.elementary.trigonometric", "sin");
  test.each([
    ["a text", `${sin}${text(evil)}\x85\x81`],
    ["a text in a tuple", `${sin}${text(evil)}\x85\x85\x81`],
    ["a text in a list", `${sin}](${text(evil)}e\x85\x81`],
    ["bytes", `${sin}C\x01x\x85\x81`],
    ["a text that a call gives", `${sin}${global("builtins", "str")}${text(evil)}\x85R\x85\x81`],
    ["an object that is written as text", `${sin}${global("argparse", "Namespace")})\x81\x85\x81`],
    ["a call", `${sin}${symbol("x")}\x85R`],
    ["a symbol of more than a name", symbol(evil)],
    ["a keyword that is a text", `${sin}${symbol("x")}\x85}${text("evaluate")}${text(evil)}s\x92`],
    ["a state", `${add}${symbol("x")}\x85\x81}${text("_args")}${text(evil)}\x85sb`],
    [
      "a maker that calls it",
      `${global("numpy.random._pickle", "__generator_ctor")}${text(evil)}${sin}\x86R`,
    ],
    ["a partial", `${global("functools", "partial")}${sin}${text(evil)}\x86R`],
    ["a default", `${global("collections", "defaultdict")}${sin}\x85R`],
    [
      "digits that are none",
      `${global("sympy.core.numbers", "Float")}(K\x00${text(evil)}K\x01K\x02t\x85\x81`,
    ],
  ])("are not made by %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
  test("nor by a configuration or a schema", () => {
    expect(isKnownName("sympy.core.add", "Add")).toBe(false);
    expect(isKnownName("operator", "methodcaller")).toBe(false);
    expect(isKnownName("builtins", "getattr")).toBe(false);
  });
});

test("an array of JAX is made by NumPy only", () => {
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  const array = (maker: string, first: string, state = "("): string =>
    `${global("jax._src.array", "_reconstruct_array")}(${maker}${first}K\x00\x85C\x01b\x87${state}t}tR`;
  const numpy = global("numpy._core.multiarray", "_reconstruct");
  const type = global("numpy", "ndarray");
  expect(actsIn(pickle(array(numpy, type)))).toEqual([]);
  expect(actsIn(pickle(array(newObject, normal)))).toContain("runs");
  expect(actsIn(pickle(array(numpy, normal)))).toContain("runs");
  expect(actsIn(pickle(array(global("os", "system"), type)))).toContain("runs");
});

describe("partials and methods that are kept", () => {
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  const factory = (f: string, state = ""): string =>
    `${global("collections", "defaultdict")}${global("functools", "partial")}${f}\x85R${state}\x85R`;
  test("a factory of what is listed", () => {
    const list = global("builtins", "list");
    expect(actsIn(pickle(factory(list, `(${list})}Ntb`)))).toEqual([]);
  });
  test("a dictionary of dictionaries", () => {
    const inner = global("collections", "defaultdict");
    const of = (first: string): string => factory(inner, `(${inner}${first}\x85}Ntb`);
    expect(actsIn(pickle(of(global("builtins", "float"))))).toEqual([]);
    expect(isFound(pickle(of(global("os", "getcwd"))))).toBe(true);
    expect(isFound(pickle(of(global("functools", "reduce"))))).toBe(true);
    const called = `${global("functools", "partial")}${inner}${global("os", "getcwd")}\x86R)R`;
    expect(isFound(pickle(called))).toBe(true);
  });
  test.each([
    ["what has a rule", factory(global("functools", "reduce"))],
    ["a class that runs its state", factory(newObject, `(${newObject}${normal}\x85}Ntb`)],
    [
      "a class that runs its state, by a keyword",
      factory(newObject, `(${newObject})}${text("cls")}${normal}sNtb`),
    ],
    [
      "another partial",
      factory(
        global("builtins", "list"),
        `(${global("builtins", "list")}${global("functools", "partial")}${global("builtins", "len")}\x85R\x85}Ntb`,
      ),
    ],
  ])("no factory of %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
  const kept: readonly (readonly [what: string, body: string])[] = [
    ["what is not listed", factory(global("of.nobody", "run"))],
    [
      "a method",
      factory(
        global("builtins", "list"),
        `(${global("builtins", "list")}${global("builtins", "getattr")}(${global("sklearn.linear_model._base", "LinearRegression")})\x81${text("score")}tR\x85}Ntb`,
      ),
    ],
  ];
  test.each(kept)("a factory of %s is told, and found where it may be called", (_, body) => {
    expect(actsIn(pickle(body))).toEqual(["names-unknown"]);
    for (const taker of [global("_operator", "getitem"), global("builtins", "list")])
      expect(isFound(pickle(`${taker}(${body}${text("x")}tR`))).toBe(true);
  });
  const interpolation = global("scipy.interpolate._interpolate", "interp1d");
  const parts = (giver: string, type: string, f: string, of: string): string =>
    `${giver}${text(type)}\x85R${f}${of}\x86R`;
  const builtin = global("cloudpickle.cloudpickle", "_builtin_type");
  const linear = global("scipy.interpolate._interpolate", "interp1d._call_linear");
  test("class.method as protocol 2 writes it", () => {
    const dotted = `${global("builtins", "getattr")}(${interpolation}${text("_call_linear")}tR`;
    expect(actsIn(pickle(dotted))).toEqual([]);
    expect(actsIn(pickle(`${dotted}${text("x")}\x85R`))).toContain("runs");
    const other = `${global("builtins", "getattr")}(${interpolation}${text("__init__")}tR`;
    expect(actsIn(pickle(other))).toContain("runs");
    const three = `${global("builtins", "getattr")}(${interpolation}${text("_call_linear")}${global("builtins", "list")}tR`;
    expect(actsIn(pickle(three))).toContain("runs");
  });
  test("a method of a function and an object", () => {
    const made = `${interpolation})\x81`;
    const method = parts(builtin, "MethodType", linear, made);
    expect(actsIn(pickle(method))).toEqual([]);
    expect(actsIn(pickle(`${method}${text("x")}\x85R`))).toContain("runs");
    expect(isFound(pickle(`${global("builtins", "list")}${method}\x85R`))).toBe(true);
    expect(actsIn(pickle(`${method}}${text("x")}K\x01sb`))).toContain("runs");
    expect(isFound(pickle(parts(builtin, "MethodType", global("os", "system"), made)))).toBe(true);
    expect(isFound(pickle(parts(builtin, "MethodType", linear, text("id"))))).toBe(true);
    expect(isFound(pickle(parts(builtin, "FunctionType", linear, made)))).toBe(true);
  });
});

test("dill's older way to write a name is an import", () => {
  const name = (module: string, attribute: string): string =>
    `${global("dill._dill", "_get_attr")}(${global("dill._dill", "_import_module")}(${text(module)}tR${text(attribute)}tR`;
  const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
  expect(actsIn(pickle(`${name("os", "system")}(${text("id")}tR`))).toContain("runs");
  expect(actsIn(pickle(name("numpy.core.multiarray", "_reconstruct")))).toEqual([]);
  expect(actsIn(pickle(`${name("os.system", "__call__")}(${text("id")}tR`))).toContain("runs");
  expect(
    actsIn(
      pickle(
        `${global("dill._dill", "_get_attr")}(${global("json", "dumps")}${text("__globals__")}tR`,
      ),
    ),
  ).toContain("runs");
});
