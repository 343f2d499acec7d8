#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive layers.zip beside this script: melt pools of a metal printer, seen along its beam.

A folder per state: a calm pool, a pool with sparks, and one that smokes, which is rare. Below "build" the images of one
build, below "test" those of another. Needs Pillow and numpy; every image has a random number stream of its own, so the
archive is the same whenever it is drawn.
"""
import io
import math
import pathlib
import zipfile

import numpy
from PIL import Image

SIZE, LEVELS = 32, 20
BUILD = {"calm": 180, "sparks": 90, "smoke": 30}
TEST = 40
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def draw(state, random):
    down, right = numpy.mgrid[0:SIZE, 0:SIZE].astype(float)
    x, y = random.uniform(15, 17, 2)
    way = random.uniform(0, 2 * math.pi)
    along = (right - x) * math.cos(way) + (down - y) * math.sin(way)
    across = (down - y) * math.cos(way) - (right - x) * math.sin(way)
    size = random.uniform(2.2, 3.4)
    tail = numpy.where(along < 0, size * random.uniform(1.8, 3), size)
    light = 255 * numpy.exp(-(along / tail) ** 2 - (across / size) ** 2)
    if state == "sparks" or random.random() < .15:  # now and then a calm pool sparks once
        for _ in range(random.integers(4, 9) if state == "sparks" else 1):
            angle, far = random.uniform(0, 2 * math.pi), random.uniform(6, 14)
            u, v = x + far * math.cos(angle), y + far * math.sin(angle)
            near = ((right - u) ** 2 + (down - v) ** 2) / random.uniform(.6, 1.6)
            light += random.uniform(110, 220) * numpy.exp(-near)
    if state == "smoke":
        for _ in range(random.integers(4, 7)):
            far, aside = -random.uniform(3, 13), random.normal(0, 3)
            spread = random.uniform(9, 30)
            light += random.uniform(25, 55) * numpy.exp(-((along - far) ** 2 + (across - aside) ** 2) / spread)
    lines = 12 + 8 * numpy.sin((right * math.cos(way) + down * math.sin(way)) * .9 + random.uniform(0, 6))
    pixels = (light + lines) * random.uniform(.7, 1.1) + random.normal(0, 6, (SIZE, SIZE))
    step = 255 / (LEVELS - 1)
    return Image.fromarray((numpy.round(pixels / step) * step).clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("layers.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for part, name in enumerate(["build", "test"]):
        for number, state in enumerate(BUILD):
            for i in range(BUILD[state] if name == "build" else TEST):
                random = numpy.random.default_rng([part, number, i])
                path = f"{name}/{state}/layer-{i + 1:03}.png"
                archive.writestr(zipfile.ZipInfo(path, FIXED_TIME), png(draw(state, random)))
