#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the labels of the first level, and the images and labels of the second, from those of all ten classes."""
import gzip
import struct

PAIR = (0, 6)  # T-shirt/top and Shirt


def write(name, content):
    with open(name, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(content)


for part in ("train", "test"):
    labels = gzip.open(part + "-labels.idx.gz").read()
    images = gzip.open(part + "-images.idx.gz").read()
    head, labels = labels[:8], labels[8:]
    write(part + "-groups.idx.gz", head + bytes(0 if k in PAIR else k - (k > 6) for k in labels))
    pick = [i for i, k in enumerate(labels) if k in PAIR]
    count = struct.pack(">I", len(pick))
    write(part + "-pair-labels.idx.gz", head[:4] + count + bytes(PAIR.index(labels[i]) for i in pick))
    write(part + "-pair-images.idx.gz", images[:4] + count + images[8:16]
          + b"".join(images[16 + 784 * i:16 + 784 * (i + 1)] for i in pick))
