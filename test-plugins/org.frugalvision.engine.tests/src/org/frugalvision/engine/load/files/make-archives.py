# SPDX-License-Identifier: Apache-2.0
"""Writes two.tar.bz2 and two.tar.xz beside this script: two black grey images of 3 x 2 pixels, one class each."""
import io, pathlib, struct, tarfile, zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)) \
    + chunk(b"IDAT", zlib.compress(bytes(2 * (1 + 3)))) + chunk(b"IEND", b"")
for kind in ("bz2", "xz"):
    with tarfile.open(pathlib.Path(__file__).with_name("two.tar." + kind), "w:" + kind) as tar:
        for name in ("dog/1.png", "cat/2.png"):
            entry = tarfile.TarInfo(name)
            entry.size = len(png)
            tar.addfile(entry, io.BytesIO(png))
