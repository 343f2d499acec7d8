#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive patches.zip beside this script: small patches of stained tissue, as a microscope might show them.

A folder per kind: crowded cells, fat, fibers and glands. Needs Pillow and numpy; every image has a random number stream
of its own, so the archive is the same whenever it is drawn.
"""
import io
import math
import pathlib
import zipfile

import numpy
from PIL import Image, ImageDraw

SIZE, FINE, COLORS = 32, 4, 20
KINDS = ["crowded", "fat", "fibers", "glands"]
COUNT = 85
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def draw(kind, random):
    edge = SIZE * FINE
    stain = random.normal(0, 9, 3)
    pink = tuple(int(c) for c in numpy.array([225, 165, 195]) + stain)
    purple = numpy.array([105, 60, 140]) + stain / 2
    image = Image.new("RGB", (edge, edge), pink)
    canvas = ImageDraw.Draw(image)

    def cell(x, y, size):
        color = tuple(int(c) for c in purple + random.normal(0, 12, 3))
        canvas.ellipse((x - size, y - size * .8, x + size, y + size * .8), fill=color)

    if kind == "fat":
        for _ in range(random.integers(3, 7)):
            x, y = random.uniform(0, edge, 2)
            size = edge * random.uniform(.12, .26)
            canvas.ellipse((x - size, y - size, x + size, y + size), fill=(245, 238, 243), outline=pink, width=FINE)
    if kind == "fibers":
        turn, dense = random.uniform(0, math.pi), random.uniform(9, 16)
        for row in numpy.arange(-edge, 2 * edge, dense):
            steps = numpy.linspace(-edge, 2 * edge, 40)
            waves = row + 5 * numpy.sin(steps / random.uniform(12, 25))
            line = [(s * math.cos(turn) - v * math.sin(turn), s * math.sin(turn) + v * math.cos(turn))
                    for s, v in zip(steps, waves)]
            canvas.line(line, fill=tuple(c - 35 for c in pink), width=FINE)
    if kind == "glands":
        for _ in range(random.integers(1, 3)):
            x, y = random.uniform(.25, .75, 2) * edge
            size = edge * random.uniform(.17, .28)
            canvas.ellipse((x - size, y - size, x + size, y + size), fill=(240, 225, 235))
            for angle in numpy.linspace(0, 2 * math.pi, random.integers(11, 17)):
                cell(x + size * math.cos(angle), y + size * math.sin(angle), edge * .045)
    for _ in range(random.integers(45, 80) if kind == "crowded" else random.integers(4, 22)):
        cell(*random.uniform(0, edge, 2), edge * random.uniform(.03, .05))
    pixels = numpy.asarray(image.resize((SIZE, SIZE), Image.LANCZOS)) + random.normal(0, 7, (SIZE, SIZE, 1))
    pixels = pixels * random.uniform(.92, 1.06)
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.quantize(COLORS).save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("patches.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for number, kind in enumerate(KINDS):
        for i in range(COUNT):
            random = numpy.random.default_rng([number, i])
            archive.writestr(zipfile.ZipInfo(f"{kind}/patch-{i + 1:03}.png", FIXED_TIME), png(draw(kind, random)))
