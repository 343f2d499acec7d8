#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive plankton.zip beside this script: six kinds of plankton, common ones and rare ones.

Below "train" a folder per kind, with ever fewer images; below "test" as many of each kind, of other hauls: their light
is another. Needs Pillow and numpy; every image has a random number stream of its own, so the archive is the same
whenever it is drawn.
"""
import io
import math
import pathlib
import zipfile

import numpy
from PIL import Image, ImageDraw

SIZE, FINE, LEVELS = 32, 4, 20
TRAIN = {"diatom": 120, "copepod": 60, "larva": 30, "jellyfish": 15, "chain": 8, "radiolarian": 4}
TEST = 25
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def ring(rx, ry, corners=40):
    return [(rx * math.cos(a), ry * math.sin(a)) for a in numpy.linspace(0, 2 * math.pi, corners)]


def shapes(kind, random):
    """Polygons and lines of a kind, between -1 and 1, the long side from left to right."""
    if kind == "diatom":
        return [ring(.95, .2)], [[(-.8, 0), (.8, 0)]]
    if kind == "copepod":
        limbs = [[(.5, 0), (.2, -.9)], [(.5, 0), (.2, .9)], [(-.5, 0), (-1, -.15)], [(-.5, 0), (-1, .15)]]
        return [ring(.55, .3)], limbs
    if kind == "larva":
        bend = random.uniform(.2, .5)
        top = [(x, bend * x * x - .2) for x in numpy.linspace(-.9, .9, 20)]
        return [top + [(x, y + .34 - .2 * abs(x)) for x, y in reversed(top)]], []
    if kind == "jellyfish":
        bell = [(.6 * math.sin(a), .65 * math.cos(a)) for a in numpy.linspace(0, math.pi, 20)]
        return [bell], [[(0, y), (-.5 + random.normal(0, .08), y * 1.1), (-1, y + random.normal(0, .1))]
                        for y in (-.45, -.15, .15, .45)]
    if kind == "chain":
        return [[(x + u, v) for u, v in ring(.2, .24, 16)] for x in (-.75, -.38, 0, .38, .75)], []
    spines = [[(.3 * math.cos(a), .3 * math.sin(a)), (math.cos(a), math.sin(a))]
              for a in numpy.linspace(0, 2 * math.pi, 10)[:-1]]
    return [ring(.36, .36)], spines


def draw(kind, haul, random):
    edge = SIZE * FINE
    ground = random.uniform(*haul)
    image = Image.new("L", (edge, edge), int(ground))
    canvas = ImageDraw.Draw(image)
    reach = edge * random.uniform(.28, .44)
    x, y = random.uniform(.44, .56, 2) * edge
    turn = random.uniform(0, 2 * math.pi)
    dark = ground * random.uniform(.25, .6)

    def place(points):
        return [(x + reach * (u * math.cos(turn) - v * math.sin(turn)),
                 y + reach * (u * math.sin(turn) + v * math.cos(turn))) for u, v in points]

    polygons, lines = shapes(kind, random)
    for points in polygons:
        canvas.polygon(place(points), fill=int(dark))
    for points in lines:
        canvas.line(place(points), fill=int(dark * .8), width=FINE + 1)
    for _ in range(random.integers(0, 5)):  # dirt in the water
        u, v = random.uniform(0, edge, 2)
        canvas.ellipse((u - 4, v - 4, u + 4, v + 4), fill=int(ground * .7))
    pixels = numpy.asarray(image.resize((SIZE, SIZE), Image.LANCZOS)) + random.normal(0, 5, (SIZE, SIZE))
    step = 255 / (LEVELS - 1)
    return Image.fromarray((numpy.round(pixels / step) * step).clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("plankton.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for part, (name, haul) in enumerate({"train": (170, 230), "test": (150, 245)}.items()):
        for number, kind in enumerate(TRAIN):
            for i in range(TRAIN[kind] if name == "train" else TEST):
                random = numpy.random.default_rng([part, number, i])
                path = f"{name}/{kind}/{kind}-{i + 1:03}.png"
                archive.writestr(zipfile.ZipInfo(path, FIXED_TIME), png(draw(kind, haul, random)))
