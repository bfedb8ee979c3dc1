import { textOf, type GlobalName, type PickleValue } from "./value.ts";

/**
 * Python 3 reads what Python 2 wrote: below protocol 3 these modules and names are mapped before
 * they are imported (`_compat_pickle`, `fix_imports=True`).
 */
const modules: Readonly<Record<string, string>> = {
  __builtin__: "builtins",
  copy_reg: "copyreg",
  Queue: "queue",
  SocketServer: "socketserver",
  ConfigParser: "configparser",
  repr: "reprlib",
  tkFileDialog: "tkinter.filedialog",
  tkSimpleDialog: "tkinter.simpledialog",
  tkColorChooser: "tkinter.colorchooser",
  tkCommonDialog: "tkinter.commondialog",
  Dialog: "tkinter.dialog",
  Tkdnd: "tkinter.dnd",
  tkFont: "tkinter.font",
  tkMessageBox: "tkinter.messagebox",
  ScrolledText: "tkinter.scrolledtext",
  Tkconstants: "tkinter.constants",
  Tix: "tkinter.tix",
  ttk: "tkinter.ttk",
  Tkinter: "tkinter",
  markupbase: "_markupbase",
  _winreg: "winreg",
  thread: "_thread",
  dummy_thread: "_dummy_thread",
  dbhash: "dbm.bsd",
  dumbdbm: "dbm.dumb",
  dbm: "dbm.ndbm",
  gdbm: "dbm.gnu",
  xmlrpclib: "xmlrpc.client",
  SimpleXMLRPCServer: "xmlrpc.server",
  DocXMLRPCServer: "xmlrpc.server",
  httplib: "http.client",
  htmlentitydefs: "html.entities",
  HTMLParser: "html.parser",
  Cookie: "http.cookies",
  cookielib: "http.cookiejar",
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  SimpleHTTPServer: "http.server",
  test_support: "test.support",
  commands: "subprocess",
  urlparse: "urllib.parse",
  robotparser: "urllib.robotparser",
  urllib2: "urllib.request",
  anydbm: "dbm",
  _abcoll: "collections.abc",
  cPickle: "pickle",
  _elementtree: "xml.etree.ElementTree",
  FileDialog: "tkinter.filedialog",
  SimpleDialog: "tkinter.simpledialog",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
  whichdb: "dbm",
  StringIO: "io",
  cStringIO: "io",
};

const names: Readonly<Record<string, readonly [module: string, name: string]>> = {
  "__builtin__.xrange": ["builtins", "range"],
  "__builtin__.reduce": ["functools", "reduce"],
  "__builtin__.intern": ["sys", "intern"],
  "__builtin__.unichr": ["builtins", "chr"],
  "__builtin__.unicode": ["builtins", "str"],
  "__builtin__.long": ["builtins", "int"],
  "__builtin__.basestring": ["builtins", "str"],
  "__builtin__.raw_input": ["builtins", "input"],
  "exceptions.StandardError": ["builtins", "Exception"],
  "itertools.izip": ["builtins", "zip"],
  "itertools.imap": ["builtins", "map"],
  "itertools.ifilter": ["builtins", "filter"],
  "itertools.ifilterfalse": ["itertools", "filterfalse"],
  "itertools.izip_longest": ["itertools", "zip_longest"],
  "UserDict.IterableUserDict": ["collections", "UserDict"],
  "UserDict.UserDict": ["collections", "UserDict"],
  "UserList.UserList": ["collections", "UserList"],
  "UserString.UserString": ["collections", "UserString"],
  "whichdb.whichdb": ["dbm", "whichdb"],
  "_socket.fromfd": ["socket", "fromfd"],
  "_multiprocessing.Connection": ["multiprocessing.connection", "Connection"],
  "multiprocessing.process.Process": ["multiprocessing.context", "Process"],
  "multiprocessing.forking.Popen": ["multiprocessing.popen_fork", "Popen"],
  "urllib.ContentTooShortError": ["urllib.error", "ContentTooShortError"],
  "urllib.getproxies": ["urllib.request", "getproxies"],
  "urllib.pathname2url": ["urllib.request", "pathname2url"],
  "urllib.quote_plus": ["urllib.parse", "quote_plus"],
  "urllib.quote": ["urllib.parse", "quote"],
  "urllib.unquote_plus": ["urllib.parse", "unquote_plus"],
  "urllib.unquote": ["urllib.parse", "unquote"],
  "urllib.url2pathname": ["urllib.request", "url2pathname"],
  "urllib.urlcleanup": ["urllib.request", "urlcleanup"],
  "urllib.urlencode": ["urllib.parse", "urlencode"],
  "urllib.urlopen": ["urllib.request", "urlopen"],
  "urllib.urlretrieve": ["urllib.request", "urlretrieve"],
  "urllib2.HTTPError": ["urllib.error", "HTTPError"],
  "urllib2.URLError": ["urllib.error", "URLError"],
};

/** What is imported for a name that Python 2 wrote. */
export function mappedName(module: string, name: string): readonly [module: string, name: string] {
  const key = `${module}.${name}`;
  if (Object.hasOwn(names, key)) return names[key]!;
  if (module === "exceptions") return ["builtins", name];
  return [Object.hasOwn(modules, module) ? modules[module]! : module, name];
}

function isOfDill(value: PickleValue, name: string): boolean {
  return value.kind === "global" && value.module === "dill._dill" && value.name === name;
}

/** Types that cloudpickle and dill give by a name of their own, and where they are. */
const givenTypes: ReadonlyMap<string, readonly [module: string, name: string]> = new Map([
  ["SimpleNamespace", ["types", "SimpleNamespace"]],
  ["PartialType", ["functools", "partial"]],
  ["partial", ["functools", "partial"]],
]);
const givers = /^(?:cloudpickle\.cloudpickle(?:_fast)?|dill\._dill)\.(?:_builtin_type|_load_type)$/;

function nameOfType(callee: GlobalName, first: PickleValue | undefined): WrittenName | undefined {
  if (!givers.test(`${callee.module}.${callee.name}`)) return undefined;
  const [module, name] = givenTypes.get(textOf(first) ?? "") ?? [];
  return module === undefined ? undefined : written(callee, module, name!);
}

/** A tuple with names, which dill takes by its name where it is there, and makes again where not. */
function namedTuple(callee: GlobalName, args: readonly PickleValue[]): WrittenName | undefined {
  const [name, fields, module, ...more] = args;
  const from = textOf(module);
  const what = textOf(name);
  if (from === undefined || what === undefined || !/^\w+$/.test(what)) return undefined;
  const isPlain = [fields, ...more].every(
    (each) =>
      each === undefined ||
      each.kind === "none" ||
      (each.kind === "tuple" && each.items.every((item) => /^\w+$/.test(textOf(item) ?? ""))),
  );
  return isPlain ? written(callee, from, what) : undefined;
}

/** A class within a class, as protocols before 4 write it: `getattr(Outer, "Inner")`. */
function nestedClass(callee: GlobalName, args: readonly PickleValue[]): WrittenName | undefined {
  const [of, attribute] = args;
  if (callee.module !== "builtins" || callee.name !== "getattr" || args.length !== 2)
    return undefined;
  const name = textOf(attribute);
  if (of?.kind !== "global" || name === undefined || !/^_?[A-Z]\w*$/.test(name)) return undefined;
  return written(callee, of.module, `${of.name}.${name}`);
}

/** A name that a call gives and does nothing else. */
interface WrittenName {
  readonly module: PickleValue;
  readonly name: PickleValue;
  readonly by: GlobalName;
}

function written(by: GlobalName, module: string, name: string): WrittenName {
  return {
    by,
    module: { kind: "text", text: module, length: module.length },
    name: { kind: "text", text: name, length: name.length },
  };
}

/**
 * How older versions of dill write the name of what is compiled, which is an import like any other:
 * `_get_attr(_import_module("numpy.core.multiarray"), "_reconstruct")`; and other calls that only name.
 */
export function calledName(callee: PickleValue, args: PickleValue): WrittenName | undefined {
  if (callee.kind !== "global" || args.kind !== "tuple" || args.items.length < args.length)
    return undefined;
  if (args.length === 1) return nameOfType(callee, args.items[0]);
  if (isOfDill(callee, "_create_namedtuple")) return namedTuple(callee, args.items);
  const nested = nestedClass(callee, args.items);
  if (nested !== undefined) return nested;
  if (!isOfDill(callee, "_get_attr") || args.length !== 2) return undefined;
  const [of, name] = args.items;
  if (of?.kind !== "call" || of.args.kind !== "tuple" || of.args.length !== 1) return undefined;
  const [module] = of.args.items;
  if (!isOfDill(of.callee, "_import_module")) return undefined;
  return textOf(module) === undefined || textOf(name) === undefined
    ? undefined
    : { module: module!, name: name!, by: callee };
}
