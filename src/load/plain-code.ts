// Whether code that a file holds only computes. Bytecode of Python reaches everything by a name: globals,
// attributes and imports are in `co_names` (`Include/cpython/code.h`), what surrounds it in `co_freevars`.
// Code of which no name leads to files, processes, the network, imports or other code is told apart
// from code that may reach them. Nothing of it runs while the file is loaded.
import {
  textOf,
  type CallResult,
  type PickleValue,
  type Sequence,
} from "../formats/pickle/value.ts";
import { dangerousNames } from "./dangerous.generated.ts";
import { standardModules } from "./python-modules.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Modules of the standard library that compute. */
const computing = new Set(
  words(`
    __future__ abc array bisect calendar cmath collections colorsys copy datetime decimal difflib enum
    fractions functools heapq itertools json keyword locale math numbers operator random re
    statistics string stringprep struct textwrap time token typing unicodedata uuid warnings weakref zlib
    zoneinfo dataclasses contextlib code test select trace queue resource numbers
  `),
);

/** Names with two underscores that objects are used by without any way out of them. */
const plainDunders = new Set(
  words(`
    __name__ __qualname__ __module__ __doc__ __class__ __init__ __len__ __iter__ __next__ __contains__
    __getitem__ __setitem__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __add__ __sub__ __mul__ __truediv__
    __floordiv__ __mod__ __pow__ __neg__ __abs__ __hash__ __str__ __repr__ __format__ __bool__ __float__ __int__
    __enter__ __exit__ __setattr__ __delattr__ __version__ __call__ __post_init__ __annotations__
    __dataclass_builtins_object__ __dataclass_fields__ __dataclass_params__
  `),
);

/** What runs code, takes things by a text, or reaches out, of whatever it is an attribute. */
const reaching = new Set(
  words(`
    eval exec execfile compile open input getattr setattr delattr globals locals vars breakpoint exit quit
    help memoryview system popen spawn fork forkpty kill remove unlink rmtree rmdir rename
    replace_file chmod chown mkdir makedirs symlink putenv environ getenv startfile Popen run call check_call
    check_output getoutput getstatusoutput urlopen urlretrieve request get_json post put patch head_request
    Session connect sendto send sendall recv bind listen accept CDLL cdll windll WinDLL PyDLL dlopen LoadLibrary
    import_module start_new_thread start_joinable_thread interrupt_main find_spec exec_module load_module module_from_spec reload resolve_name methodcaller attrgetter
    b64decode b32decode b16decode b85decode a85decode unhexlify fromhex decompress
    FunctionType CodeType ModuleType MethodType f_globals f_locals f_builtins f_back gi_frame cr_frame tb_frame
    co_code func_globals mro fromfile tofile memmap loadtxt savetxt genfromtxt savez query numexpr
    write write_text write_bytes read_text read_bytes touch dump load loads from_pretrained save download
    save_pretrained push_to_hub snapshot_download hf_hub_download load_state_dict_from_url load_url hub cpp_extension
    ctypeslib f2py testing distutils ctypes requests httpx urllib3 aiohttp boto3 paramiko psutil pexpect sh
    InteractiveInterpreter InteractiveConsole interact runsource runcode runctx runfunc runeval runcall script_helper
    get_type_hints ForwardRef evaluate_forward_ref eval_type create_fn convert_ get_command_stdout make_code
    get_objects get_referrers get_referents get_field format_field convert_field
    gi_code cr_code ag_code f_code ag_frame tb_next tb_lasti getframe settrace setprofile set_trace
    write_results_file Printer__filenames Printer__setup sympify parse_expr lambdify py_function GFile
    unsafe_load unsafe_load_all full_load full_load_all run_cell get_ipython system_raw Pdb FFI asteval
    init_process_group init_rpc rpc_sync rpc_async TCPStore FileStore HfApi HfFileSystem create_commit from_url from_uri
    imwrite imsave write_parquet write_csv sink_parquet create_engine duckdb walk_packages
    os sys io nt posix builtins pickle cloudpickle dill joblib marshal subprocess_check Thread Process Pool
  `),
);
const reachingShapes =
  /^(?:read_(?:csv|pickle|json|parquet|sql|table|excel|hdf|html|xml|feather|orc|stata|sas|fwf|clipboard|gbq|spss|file)|to_(?:csv|pickle|json|parquet|sql|excel|hdf|html|xml|feather|orc|stata|clipboard|gbq|latex|markdown|file)\w*|save\w*|load\w*|dump(?!s$)\w*|spawn\w+|exec[lv]p?e?|popen\d|download\w*|upload\w*|fetch\w*|urlopen\w*|\w*subprocess\w*|\w*import\w*)$/;

/** Modules that are dangerous as a whole, by the last part of their name, and the names of others. */
const named = new Set(
  Object.entries(dangerousNames).flatMap(([module, names]) =>
    names === "*" ? [module.slice(module.lastIndexOf(".") + 1)] : names.split(" "),
  ),
);
/** Of these, words that much harmless code uses for things of its own. */
const common = new Set(
  words(`
    apply copy filter find map reload trace test code parser queue select resource signal future sched symbol
    this cmd imp dis site gc glob backends compiler library export profiler types models utils saving data
    settings source path fx onnx package datasets dataset io_ sandbox formula benchmark template main chunk isinstance hash auto memory dumps _make _thread thread
  `),
);

/** True for a name that leads to files, processes, the network, imports or other code. */
export function isReaching(name: string): boolean {
  if (/^__\w+__$/.test(name)) return !plainDunders.has(name);
  const bare = name.replace(/^_+/, "");
  if (reaching.has(bare) || reachingShapes.test(bare)) return true;
  if (standardModules.has(bare) && !computing.has(bare) && !common.has(bare)) return true;
  return named.has(name) && !common.has(name);
}

/**
 * True for the arguments of a code object (`CodeType(…)`) of which every name is written in the file
 * and none leads to more than a computation. Code within it is a value of its own, and judged by itself.
 * The first tuple is `co_consts`; every other one holds names, `co_names` the first of them.
 */
export function isPlainCode(args: readonly PickleValue[]): boolean {
  if (args.length < 12 || args.length > 24) return false;
  const tuples: Sequence[] = [];
  for (const value of args) {
    switch (value.kind) {
      case "number":
      case "text":
      case "bytes":
      case "none":
        break;
      case "tuple":
        if (value.items.length < value.length) return false;
        tuples.push(value);
        break;
      case "call":
        // Bytes as protocols below 3 write them.
        if (!isEncode(value)) return false;
        break;
      default:
        return false;
    }
  }
  const [constants, names, ...others] = tuples;
  if (constants === undefined || names === undefined) return false;
  if (![names, ...others].every(arePlainNames)) return false;
  // An error of an attribute keeps the object that `str.format` has reached by a text (`AttributeError.obj`).
  const used = names.items.map((item) => textOf(item));
  if (used.includes("obj") && used.some((name) => /^format(?:_map)?$/.test(name ?? "")))
    return false;
  return constants.items.every((item) => isPlainConstant(item)) && !isTakingApart(constants);
}

function isEncode({ callee }: CallResult): boolean {
  return callee.kind === "global" && callee.module === "_codecs" && callee.name === "encode";
}

/** Modules are named with their dots: `import os.path`. */
function arePlainNames({ items }: Sequence): boolean {
  return items.every((item) =>
    textOf(item)
      ?.split(".")
      .every((part) => !isReaching(part)),
  );
}

/** What leads out of any object, and names by which modules keep those that they use. */
const waysOut =
  /^(?:_(?:os|sys|io|builtins|subprocess|importlib|imp|posix|nt|ctypes|socket|shutil|pickle)|(?:f|gi|cr|ag|tb)_(?:frame|globals|locals|builtins|back|code|next))$/;

function isWayOut(word: string): boolean {
  return waysOut.test(word) || (/^__\w+__$/.test(word) && !plainDunders.has(word));
}

/** Modules that act, where something of theirs is asked for beside them. */
const actingModules =
  /^(?:os|sys|io|posix|nt|builtins|subprocess|importlib|ctypes|socket|shutil|pickle|runpy)$/;

/** A field of a format with attributes: `{0._os.system}`. */
const field = /\{[^{}]{0,200}?[.[][^{}]{0,200}\}/g;
const maxFields = 1_000;

/**
 * True where constants name attributes: a pattern takes them of an object (`case object(_os=it)`, PEP 634,
 * whose names are a tuple among the constants), a format by what stands in its braces.
 */
function isTakingApart(constants: Sequence): boolean {
  const words: string[] = [];
  const stack: (readonly [PickleValue, boolean])[] = constants.items.map((each) => [each, false]);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, isInner] = next;
    if (value.kind === "tuple") stack.push(...value.items.map((each) => [each, true] as const));
    if (value.kind !== "text") continue;
    if (isInner && /^\w{1,100}$/.test(value.text)) words.push(value.text);
    let left = maxFields;
    for (const [written] of value.text.matchAll(field)) {
      if (left-- <= 0) break;
      if ((written.match(/\w+/g) ?? []).some((part) => isWayOut(part))) return true;
    }
  }
  if (words.some((word) => isWayOut(word))) return true;
  const isOfModule = words.some((word) => actingModules.test(word));
  return isOfModule && words.some((word) => !actingModules.test(word) && isReaching(word));
}

/** What stands in `co_consts`: what a name is taken by, or an import begins with, is not among it. */
function isPlainConstant(value: PickleValue, depth = 0): boolean {
  switch (value.kind) {
    case "none":
    case "bool":
    case "number":
    case "text":
    case "bytes":
    // Code is judged where it is made.
    case "call":
      return true;
    case "tuple":
    case "frozenset":
      return depth < 4 && value.items.every((item) => isPlainConstant(item, depth + 1));
    default:
      return value.kind === "global" && value.module === "builtins" && value.name === "Ellipsis";
  }
}
