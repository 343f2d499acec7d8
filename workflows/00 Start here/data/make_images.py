#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive images.zip beside this script: circles, squares, triangles and stars on grounds of many kinds.

A folder per class below "labeled", and a few images below "new" that no folder tells the class of. Needs Pillow and
numpy; every image has a random number stream of its own, so the archive is the same whenever it is drawn.
"""
import io
import math
import pathlib
import zipfile

import numpy
from PIL import Image, ImageDraw

SIZE, FINE, COLORS = 32, 4, 24
UPRIGHT = {"circle": 0, "square": math.pi / 4, "star": -math.pi / 2, "triangle": -math.pi / 2}
CLASSES = list(UPRIGHT)
LABELED, NEW = 60, 4
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def outline(shape, x, y, reach, turn):
    if shape == "star":
        corners, reaches = 10, [1.1, .48]
    else:
        corners, reaches = {"circle": 60, "square": 4, "triangle": 3}[shape], [1]
    points = []
    for i in range(corners):
        angle = turn + 2 * math.pi * i / corners
        r = reach * reaches[i % len(reaches)]
        points.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    return points


def ground(random):
    """A slope from one color to another, with stripes or spots or neither."""
    edge = SIZE * FINE
    down, right = numpy.mgrid[0:edge, 0:edge] / edge
    angle = random.uniform(0, 2 * math.pi)
    slope = (math.cos(angle) * right + math.sin(angle) * down + 1.5) / 3
    pattern = random.integers(3)
    if pattern == 0:
        across = right * math.sin(angle) + down * math.cos(angle)
        slope += .12 * numpy.sign(numpy.sin(across * random.uniform(15, 40)))
    elif pattern == 1:
        slope += .25 * (numpy.sin(right * random.uniform(10, 25)) * numpy.sin(down * random.uniform(10, 25)) > .4)
    first, second = random.uniform(20, 120, (2, 3))
    return first + slope[..., None] * (second - first)


def draw(shape, random):
    edge = SIZE * FINE
    back = ground(random)
    image = Image.fromarray(back.clip(0, 255).astype(numpy.uint8))
    color = random.uniform(60, 255, 3)
    color *= 200 / color.mean() if random.random() < .8 else 1  # some hardly stand out
    reach = edge * random.uniform(.28, .46)
    x, y = random.uniform(.42, .58, 2) * edge
    turn = UPRIGHT[shape] + random.normal(0, .25)
    ImageDraw.Draw(image).polygon(outline(shape, x, y, reach, turn), fill=tuple(int(min(c, 255)) for c in color))
    pixels = numpy.asarray(image.resize((SIZE, SIZE), Image.LANCZOS)).astype(float)
    pixels += random.normal(0, random.uniform(2, 14), (SIZE, SIZE, 1))
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.quantize(COLORS).save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("images.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    def add(name, image):
        archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), png(image))

    for number, shape in enumerate(CLASSES):
        for i in range(LABELED):
            add(f"labeled/{shape}/{shape}-{i + 1:02}.png", draw(shape, numpy.random.default_rng([number, i])))
    for i in range(NEW * len(CLASSES)):
        shape = CLASSES[i % len(CLASSES)]
        add(f"new/IMG_{i + 1:04}.png", draw(shape, numpy.random.default_rng([len(CLASSES), i])))
