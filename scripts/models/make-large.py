"""Makes sparse model files of any size, one of each container: they hold nothing but zeros where weights are.

    python make-large.py FOLDER [GIGABYTES]

Each begins and ends as the real thing, so that a reader who looks only where it must is done at once. The
holes take no room on the disk. HDF5 needs h5py and is left out without it.
"""

from __future__ import annotations

import io
import json
import pickle
import struct
import sys
import tarfile
from pathlib import Path
from typing import BinaryIO

STORAGE = (
    b"\x80\x02ccollections\nOrderedDict\n)R(X\x01\x00\x00\x00wctorch._utils\n_rebuild_tensor_v2\n"
    b"((X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpuJ\x00\x00\x00\x7ftQ"
    b"K\x00(J\x00\x00\x00\x7ft(K\x01t\x89ccollections\nOrderedDict\n)RtRu."
)


class Zip:
    """A ZIP archive of stored members of any size (ZIP64, APPNOTE 4.3)."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.central = io.BytesIO()
        self.count = 0

    def put(self, name: str, data: bytes, hole: int = 0) -> None:
        import zlib

        size = len(data) + hole
        crc = zlib.crc32(data) if hole == 0 else 0
        at = self.out.tell()
        extra = struct.pack("<HHQQ", 1, 16, size, size)
        head = struct.pack("<HHHHHIII", 45, 0, 0, 0, 0x21, crc, 0xFFFFFFFF, 0xFFFFFFFF)
        self.out.write(b"PK\x03\x04" + head + struct.pack("<HH", len(name), len(extra)) + name.encode() + extra)
        self.out.write(data)
        self.out.seek(hole, 1)
        extra = struct.pack("<HHQQQ", 1, 24, size, size, at)
        tail = struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, 0, 0xFFFFFFFF)
        self.central.write(b"PK\x01\x02" + struct.pack("<H", 45) + head + tail + name.encode() + extra)
        self.count += 1

    def end(self) -> None:
        start, data = self.out.tell(), self.central.getvalue()
        self.out.write(data)
        end64 = self.out.tell()
        count = self.count
        self.out.write(b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, len(data), start))
        self.out.write(b"PK\x06\x07" + struct.pack("<IQI", 0, end64, 1))
        self.out.write(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(data), 0xFFFFFFFF, 0))


def make(folder: Path, size: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)

    def torch(out: BinaryIO) -> None:
        archive = Zip(out)
        archive.put("model/data.pkl", STORAGE)
        archive.put("model/byteorder", b"little")
        archive.put("model/data/0", b"", size)
        archive.put("model/version", b"3\n")
        archive.end()

    def keras(out: BinaryIO) -> None:
        archive = Zip(out)
        archive.put("metadata.json", json.dumps({"keras_version": "3.9.0"}).encode())
        config = {"module": "keras", "class_name": "Sequential", "config": {"name": "m", "layers": []}}
        archive.put("config.json", json.dumps(config).encode())
        archive.put("model.weights.h5", b"\x89HDF\r\n\x1a\n", size)
        archive.end()

    def npz(out: BinaryIO) -> None:
        archive = Zip(out)
        archive.put("w.npy", npy_header(), size)
        archive.end()

    def npy_header() -> bytes:
        text = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d,), }" % (size // 4)
        text = text.ljust(117) + "\n"
        return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode()

    def npy(out: BinaryIO) -> None:
        out.write(npy_header())
        out.truncate(out.tell() + size)

    def safetensors(out: BinaryIO) -> None:
        header = json.dumps({"w": {"dtype": "F32", "shape": [size // 4], "data_offsets": [0, size]}}).encode()
        out.write(struct.pack("<Q", len(header)) + header)
        out.truncate(out.tell() + size)

    def gguf(out: BinaryIO) -> None:
        def text(value: str) -> bytes:
            return struct.pack("<Q", len(value)) + value.encode()

        out.write(b"GGUF" + struct.pack("<IQQ", 3, 1, 1))
        out.write(text("general.architecture") + struct.pack("<I", 8) + text("llama"))
        out.write(text("w") + struct.pack("<IQIQ", 1, size // 4, 0, 0))
        out.write(bytes(-out.tell() % 32))
        out.truncate(out.tell() + size)

    def plain(out: BinaryIO) -> None:
        out.write(b"\x80\x04\x8e" + struct.pack("<Q", size))
        out.seek(size, 1)
        out.write(b".")

    def tar(out: BinaryIO) -> None:
        for name, data, hole in [("model_config.yaml", b"name: m\n", 0), ("model_weights.ckpt", b"", size)]:
            member = tarfile.TarInfo(name)
            member.size = len(data) + hole
            out.write(member.tobuf(tarfile.GNU_FORMAT))
            out.write(data)
            out.seek(hole + -member.size % 512, 1)
        out.write(bytes(1024))

    def legacy(out: BinaryIO) -> None:
        for value in (0x1950A86A20F9469CFC6C, 1001, {"protocol_version": 1001, "little_endian": True}):
            pickle.dump(value, out, 2)
        out.write(STORAGE)
        pickle.dump(["0"], out, 2)
        out.write(struct.pack("<Q", size // 4))
        out.truncate(out.tell() + size)

    def onnx(out: BinaryIO) -> None:
        def number(value: int) -> bytes:
            parts = bytearray()
            while value > 0x7F:
                parts.append(value & 0x7F | 0x80)
                value >>= 7
            return bytes([*parts, value])

        raw = b"\x4a" + number(size)
        tensor = b"\x08" + number(size // 4) + b"\x10\x01" + b"\x42\x01w" + raw
        out.write(b"\x08\x08\x12\x04make\x3a" + number(len(tensor) + size + 1 + len(number(len(tensor) + size))))
        out.write(b"\x2a" + number(len(tensor) + size) + tensor)
        out.truncate(out.tell() + size)

    for name, write in {
        "torch.pt": torch,
        "legacy.pt": legacy,
        "model.keras": keras,
        "arrays.npz": npz,
        "array.npy": npy,
        "model.safetensors": safetensors,
        "model.gguf": gguf,
        "bytes.pkl": plain,
        "model.nemo": tar,
        "model.onnx": onnx,
    }.items():
        with open(folder / name, "wb") as out:
            write(out)

    try:
        import h5py
    except ImportError:
        print("h5py is not installed: no HDF5")
        return
    with h5py.File(folder / "model.h5", "w") as file:
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"layers": []}})
        file.create_dataset("w", (size // 4,), "f4")
    # What was never written was never given room.
    with open(folder / "model.h5", "r+b") as out:
        out.truncate(max(size, out.seek(0, 2)))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(float(sys.argv[2]) if len(sys.argv) > 2 else 20) * 10**9)
