#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive digits.zip beside this script: ten signs that resemble Bengali digits, in the hands of 20 writers.

A folder per writer and in it one per digit. The strokes are our own, not those of people: every writer has a slant, a
size, a pen and a tremor. Needs Pillow and numpy; every image has a random number stream of its own, so the archive is
the same whenever it is drawn.
"""
import io
import pathlib
import zipfile

import numpy
from PIL import Image, ImageDraw

SIZE, FINE, LEVELS = 28, 8, 12
WRITERS, TIMES = 20, 2
FIXED_TIME = (2026, 1, 1, 0, 0, 0)
# corners of the strokes of each digit, right and down from 0 to 1; curves go smoothly through them
STROKES = {
    "0": [[(.5, .1), (.2, .3), (.2, .7), (.5, .9), (.8, .7), (.8, .3), (.5, .1)]],
    "1": [[(.55, .45), (.4, .3), (.25, .5), (.4, .65), (.6, .5), (.55, .2), (.75, .35), (.75, .7), (.5, .95)]],
    "2": [[(.25, .3), (.4, .12), (.6, .25), (.5, .5), (.25, .7), (.25, .75), (.85, .9)]],
    "3": [[(.2, .5), (.4, .35), (.5, .5), (.35, .6), (.2, .45), (.3, .15), (.65, .15), (.85, .5), (.6, .85),
           (.3, .85)]],
    "4": [[(.5, .48), (.25, .28), (.5, .08), (.75, .28), (.5, .48), (.2, .7), (.5, .92), (.8, .7), (.5, .48)]],
    "5": [[(.5, .15), (.25, .4), (.25, .75), (.5, .9), (.75, .75), (.7, .4), (.5, .15)], [(.7, .45), (.9, .1)]],
    "6": [[(.2, .1), (.2, .6), (.4, .9), (.75, .8), (.8, .5), (.6, .4), (.5, .6), (.65, .65)]],
    "7": [[(.7, .35), (.5, .1), (.2, .2), (.25, .5), (.55, .5), (.7, .3), (.75, .6), (.75, .95)]],
    "8": [[(.2, .15), (.2, .55), (.4, .6), (.7, .45), (.8, .2)], [(.5, .55), (.55, .75), (.85, .92)]],
    "9": [[(.8, .15), (.45, .1), (.3, .3), (.5, .45), (.75, .55), (.7, .85), (.4, .9), (.25, .7), (.4, .6)]],
}


def smooth(corners):
    """Catmull-Rom curves through the corners."""
    p = numpy.array([corners[0], *corners, corners[-1]], float)
    t = numpy.linspace(0, 1, 12)[:, None]
    parts = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        square, cube = 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
        parts.append(b + (c - a) * t / 2 + square * t ** 2 / 2 + cube * t ** 3 / 2)
    return numpy.concatenate(parts)


def draw(digit, writer, random):
    hand = numpy.random.default_rng([99, writer])
    slant, tall, pen = hand.normal(0, .22), hand.uniform(.55, .85), hand.uniform(1.3, 3.2)
    tremor, ink, paper = hand.uniform(.01, .05), hand.uniform(0, 90), hand.uniform(190, 250)
    edge = SIZE * FINE
    image = Image.new("L", (edge, edge), int(paper))
    canvas = ImageDraw.Draw(image)
    middle = random.uniform(.42, .58, 2)
    turn = random.normal(0, .08)
    for corners in STROKES[digit]:
        moved = numpy.array(corners) - .5 + random.normal(0, tremor, (len(corners), 2))
        moved[:, 0] = moved[:, 0] * .85 - (slant + turn) * moved[:, 1]
        line = (smooth(moved) * tall * random.uniform(.9, 1.1) + middle) * edge
        width = pen * FINE * random.uniform(.85, 1.15)
        for (x, y) in line:
            canvas.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=int(ink))
        canvas.line([tuple(q) for q in line], fill=int(ink), width=int(width))
    pixels = numpy.asarray(image.resize((SIZE, SIZE), Image.LANCZOS)).astype(float)
    step = 255 / (LEVELS - 1)
    return Image.fromarray((numpy.round(pixels / step) * step).clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("digits.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for writer in range(WRITERS):
        for digit in STROKES:
            for i in range(TIMES):
                random = numpy.random.default_rng([writer, int(digit), i])
                name = f"writer-{writer + 1:02}/{digit}/{i + 1}.png"
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), png(draw(digit, writer, random)))
