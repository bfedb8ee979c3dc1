"""Follows pickles without running them: which names a file needs, and how it uses each.

Nothing is ever loaded. `pickletools.genops` reads the opcodes, and a stack and a memo as in CPython
say what every opcode takes, so that the names of STACK_GLOBAL are known also when they come from the
memo. joblib lays raw arrays between opcodes: their size is worked out and they are stepped over.
"""

from __future__ import annotations

import ast
import bz2
import gzip
import io
import lzma
import pickletools
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator


@dataclass(eq=False)
class Name:
    """A global that the pickle asks for."""

    module: str
    name: str


@dataclass(eq=False)
class Made:
    """What a call or a NEWOBJ makes, and the state that BUILD puts in."""

    by: Any
    arguments: Any
    how: str
    state: Any = None


class Mark:
    """The one value that stands for MARK on the stack."""


MARK = Mark()
UNKNOWN = Made(None, None, "unknown")


@dataclass
class Uses:
    """Every name with the ways it is used, and what callables were called with."""

    ways: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    calls: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, value: Any, way: str) -> None:
        if isinstance(value, Name):
            self.ways.setdefault((value.module, value.name), set()).add(way)

    def call(self, value: Any, arguments: Any) -> None:
        if isinstance(value, Name):
            seen = self.calls.setdefault((value.module, value.name), set())
            if len(seen) < 6:
                seen.add(show(arguments))


def show(value: Any, depth: int = 0) -> str:
    """A value of the stack in a few words."""
    if isinstance(value, Name):
        return f"<{value.module}.{value.name}>"
    if isinstance(value, Made):
        return f"{show(value.by, depth + 1)}(…)" if value.by is not None else "?"
    if isinstance(value, (tuple, list)) and depth < 3:
        open_, close = "()" if isinstance(value, tuple) else "[]"
        return open_ + ", ".join(show(one, depth + 1) for one in list(value)[:6]) + close
    text = repr(value)
    return text if len(text) < 50 else text[:47] + "…"


# Makers whose first argument is the class of what they make.
MAKES_FIRST = {
    ("copyreg", "_reconstructor"),
    ("copy_reg", "_reconstructor"),
    ("copyreg", "__newobj__"),
    ("copyreg", "__newobj_ex__"),
}


def follow(stream: io.BytesIO, uses: Uses) -> Any:
    """Follows one pickle from where the stream stands, to its STOP; gives its value."""
    stack: list[Any] = []
    memo: dict[int, Any] = {}

    def to_mark() -> list[Any]:
        taken: list[Any] = []
        while stack:
            value = stack.pop()
            if value is MARK:
                break
            taken.append(value)
        taken.reverse()
        return taken

    def called(callable_: Any, arguments: Any, way: str) -> None:
        uses.add(callable_, way)
        uses.call(callable_, arguments)
        for one in arguments if isinstance(arguments, (tuple, list)) else ():
            uses.add(one, "argument")
        key = (callable_.module, callable_.name) if isinstance(callable_, Name) else None
        if key in MAKES_FIRST and isinstance(arguments, tuple) and arguments:
            uses.add(arguments[0], "newobj")
        stack.append(Made(callable_, arguments, way))

    for opcode, argument, position in pickletools.genops(stream):
        name = opcode.name
        if name in ("PROTO", "FRAME"):
            continue
        if name == "STOP":
            return stack[-1] if stack else UNKNOWN
        if name == "MARK":
            stack.append(MARK)
        elif name == "POP":
            stack.pop()
        elif name == "POP_MARK":
            to_mark()
        elif name == "DUP":
            stack.append(stack[-1])
        elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
            memo[argument] = stack[-1]
        elif name == "MEMOIZE":
            memo[len(memo)] = stack[-1]
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            stack.append(memo[argument])
        elif name == "GLOBAL":
            module, _, attribute = argument.partition(" ")
            stack.append(Name(module, attribute))
            uses.add(stack[-1], "named")
        elif name == "STACK_GLOBAL":
            attribute, module = stack.pop(), stack.pop()
            stack.append(Name(str(module), str(attribute)))
            uses.add(stack[-1], "named")
        elif name == "REDUCE":
            arguments, callable_ = stack.pop(), stack.pop()
            called(callable_, arguments, "reduce")
        elif name == "NEWOBJ":
            arguments, class_ = stack.pop(), stack.pop()
            called(class_, arguments, "newobj")
        elif name == "NEWOBJ_EX":
            stack.pop()
            arguments, class_ = stack.pop(), stack.pop()
            called(class_, arguments, "newobj")
        elif name == "INST":
            module, _, attribute = argument.partition(" ")
            called(Name(module, attribute), tuple(to_mark()), "reduce")
        elif name == "OBJ":
            taken = to_mark()
            called(taken[0], tuple(taken[1:]), "reduce")
        elif name == "BUILD":
            state = stack.pop()
            if isinstance(stack[-1], Made):
                stack[-1].state = state
                step_over_array(stack[-1], stream, uses)
        elif name in ("PERSID", "BINPERSID"):
            if name == "BINPERSID":
                kept = stack.pop()
                for one in kept if isinstance(kept, tuple) else ():
                    uses.add(one, "argument")
            stack.append(UNKNOWN)
        elif name == "EMPTY_TUPLE":
            stack.append(())
        elif name in ("TUPLE1", "TUPLE2", "TUPLE3"):
            count = int(name[-1])
            stack[-count:] = [tuple(stack[-count:])]
        elif name == "TUPLE":
            stack.append(tuple(to_mark()))
        elif name in ("EMPTY_LIST", "EMPTY_SET"):
            stack.append([])
        elif name in ("LIST", "FROZENSET"):
            stack.append(to_mark())
        elif name == "EMPTY_DICT":
            stack.append({})
        elif name == "DICT":
            stack.append(as_dict(to_mark()))
        elif name in ("APPEND",):
            value = stack.pop()
            if isinstance(stack[-1], list):
                stack[-1].append(value)
        elif name in ("APPENDS", "ADDITEMS"):
            taken = to_mark()
            if isinstance(stack[-1], list):
                stack[-1].extend(taken)
        elif name in ("SETITEM", "SETITEMS"):
            taken = to_mark() if name == "SETITEMS" else [stack.pop(), stack.pop()][::-1]
            if isinstance(stack[-1], dict):
                stack[-1].update(as_dict(taken))
        elif name in ("EXT1", "EXT2", "EXT4"):
            uses.problems.append(f"{name} {argument}")
            stack.append(UNKNOWN)
        elif name == "NEXT_BUFFER":
            stack.append(b"")
        elif name == "READONLY_BUFFER":
            pass
        elif opcode.stack_before == [] and len(opcode.stack_after) == 1:
            constants = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
            stack.append(constants.get(name, argument))
        else:
            raise ValueError(f"opcode {name} at {position} is not followed")
    raise ValueError("no STOP")


def as_dict(items: list[Any]) -> dict[Any, Any]:
    """Keys and values in turn as a dict; a key that is not plain is known by its identity."""
    made = {}
    for key, value in zip(items[::2], items[1::2]):
        try:
            made[key] = value
        except TypeError:
            made[id(key)] = value
    return made


# ── joblib's arrays ──────────────────────────────────────────────────────────────────────────────


def step_over_array(made: Made, stream: io.BytesIO, uses: Uses) -> None:
    """Steps over the bytes that joblib writes right after a NumpyArrayWrapper was built.

    As in joblib/numpy_pickle.py, `NumpyArrayWrapper.read_array`: a pickle of its own for dtype object,
    otherwise optional padding (one byte says how much) and the raw items.
    """
    owner = made.arguments[0] if made.how == "reduce" and made.arguments else made.by
    if not isinstance(owner, Name) or owner.name != "NumpyArrayWrapper" or not isinstance(made.state, dict):
        return
    size, is_object = item_size(made.state["dtype"])
    if is_object:
        follow(stream, uses)
        return
    if made.state.get("numpy_array_alignment_bytes") is not None:
        padding = stream.read(1)
        stream.read(padding[0])
    count = 1
    for length in made.state["shape"]:
        count *= length if isinstance(length, int) else number(length)
    stream.seek(count * size, io.SEEK_CUR)


def number(value: Any) -> int:
    """An int that was pickled as a numpy scalar: its bytes stand in the call."""
    raw = value.arguments[1]
    raw = raw.arguments[0].encode("latin1") if isinstance(raw, Made) else raw
    return int.from_bytes(raw, "little")


def item_size(dtype: Any) -> tuple[int, bool]:
    """Bytes of one item of a pickled numpy.dtype, and whether it holds objects."""
    import numpy as np

    code = dtype.arguments[0] if isinstance(dtype, Made) and isinstance(dtype.arguments, tuple) else None
    if not isinstance(code, str):
        raise ValueError(f"dtype {show(dtype)} is not understood")
    state = dtype.state if isinstance(dtype.state, tuple) else ()
    fields = state[4] if len(state) > 4 and isinstance(state[4], dict) else {}
    inner = [item_size(one[0])[1] for one in fields.values()]
    return np.dtype(code).itemsize, code.startswith("O") or any(inner)


# ── containers ───────────────────────────────────────────────────────────────────────────────────

LEGACY_MAGIC = 0x1950A86A20F9469CFC6C


def unpacked(data: bytes) -> bytes:
    """The content of one compressed stream, or the bytes as they are."""
    if data[:2] == b"\x1f\x8b":
        return unpacked(gzip.decompress(data))
    if data[:3] == b"BZh":
        return unpacked(bz2.decompress(data))
    if data[:6] == b"\xfd7zXZ\x00" or data[:3] == b"\x5d\x00\x00":
        return unpacked(lzma.decompress(data))
    if data[:1] == b"\x78" and len(data) > 1 and (data[0] * 256 + data[1]) % 31 == 0:
        return unpacked(zlib.decompress(data))
    if data[:4] == b"\x04\x22\x4d\x18":
        import lz4.frame

        return unpacked(lz4.frame.decompress(data))
    return data


def walk_bytes(data: bytes, uses: Uses, label: str) -> None:
    """Follows every pickle in a file, whatever it is wrapped in."""
    data = unpacked(data)
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                content = archive.read(member)
                if content[:2] in (b"PK", b"\x93N") or member.endswith((".pkl", ".pickle")) or looks_pickled(content):
                    walk_bytes(content, uses, f"{label}!{member}")
        return
    if data[:6] == b"\x93NUMPY":
        walk_npy(data, uses)
        return
    stream = io.BytesIO(data)
    count = 0
    while stream.tell() < len(data):
        try:
            value = follow(stream, uses)
        except Exception as error:
            if count and legacy:  # storages stand behind the pickles
                return
            uses.problems.append(f"{label}: {type(error).__name__}: {str(error)[:120]}")
            return
        if count == 0:
            legacy = value == LEGACY_MAGIC
        count += 1
        if count == 5 and legacy:
            return


def looks_pickled(data: bytes) -> bool:
    return len(data) > 3 and data[0] == 0x80 and data[1] <= 5 and data.rstrip(b"\x00")[-1:] == b"."


def walk_npy(data: bytes, uses: Uses) -> None:
    """The header is a Python literal; only dtype object brings a pickle with it."""
    wide = data[6] > 1
    (length,) = struct.unpack_from("<I" if wide else "<H", data, 8)
    start = (12 if wide else 10) + length
    header = ast.literal_eval(data[start - length : start].decode("latin1"))
    if "O" in str(header["descr"]):
        follow(io.BytesIO(data[start:]), uses)


def walk_folder(folder: Path, uses: Uses) -> int:
    """Follows every file under a folder; gives how many there are."""
    count = 0
    for path in sorted(each_file(folder)):
        walk_bytes(path.read_bytes(), uses, str(path.relative_to(folder)))
        count += 1
    return count


def each_file(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
