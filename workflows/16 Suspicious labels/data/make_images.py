#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes images.zip: the images of five classes out of the test images of workflow 01, in folders named after their
labels, of which 5 % are wrong; what an image truly is stands in its file name, so that the workflow can count what it
has found. Run in this folder; needs Pillow."""
import gzip
import io
import random
import struct
import zipfile

from PIL import Image

SOURCE = "../../01 Train on less/data/"
CLASSES = {1: "trouser", 3: "dress", 5: "sandal", 8: "bag", 9: "boot"}
FLIPPED = 0.05

with gzip.open(SOURCE + "test-images.idx.gz") as file:
    _, count, height, width = struct.unpack(">IIII", file.read(16))
    images = [file.read(height * width) for _ in range(count)]
with gzip.open(SOURCE + "test-labels.idx.gz") as file:
    file.read(8)
    labels = list(file.read(count))

kept = [i for i in range(count) if labels[i] in CLASSES]
chance = random.Random(5)
flipped = set(chance.sample(kept, round(FLIPPED * len(kept))))
with zipfile.ZipFile("images.zip", "w", zipfile.ZIP_STORED) as archive:
    for i in kept:
        true = CLASSES[labels[i]]
        label = chance.choice([name for name in CLASSES.values() if name != true]) if i in flipped else true
        png = io.BytesIO()
        Image.frombytes("L", (width, height), images[i]).save(png, "PNG", optimize=True)
        entry = zipfile.ZipInfo("%s/%s-%04d.png" % (label, true, i), (2026, 11, 30, 0, 0, 0))
        archive.writestr(entry, png.getvalue())
print(len(kept), "images,", len(flipped), "wrong labels")
