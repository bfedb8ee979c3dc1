// Whether code that a file holds only computes. Bytecode of Python reaches everything by a name: globals,
// attributes and imports are in `co_names` (`Include/cpython/code.h`), what surrounds it in `co_freevars`.
// Code of which no name leads to files, processes, the network, imports or other code is told apart
// from code that may reach them. Nothing of it runs while the file is loaded.
import { textOf, type PickleValue } from "../formats/pickle/value.ts";
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
 */
export function isPlainCode(args: readonly PickleValue[]): boolean {
  if (args.length < 12 || args.length > 24) return false;
  let hasNames = false;
  for (const value of args) {
    switch (value.kind) {
      case "number":
      case "text":
      case "bytes":
      case "none":
        break;
      case "tuple": {
        if (value.items.length < value.length) return false;
        const texts = value.items.map((item) => textOf(item));
        if (texts.every((each) => each !== undefined && /^\w+$/.test(each))) {
          hasNames = true;
          if (texts.some((each) => isReaching(each!))) return false;
        } else if (!value.items.every((item) => isPlainConstant(item))) return false;
        break;
      }
      case "call":
        // Bytes as protocols below 3 write them.
        if (value.callee.kind !== "global" || value.callee.name !== "encode") return false;
        break;
      default:
        return false;
    }
  }
  return hasNames;
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
