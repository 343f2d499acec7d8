#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the archive footage.zip beside this script: three kinds of fish, as four cameras under water might film them.

A folder per camera and in it a folder per fish. The water of every camera has a color, a murk and a seabed of its own,
and mostly one kind of fish swims there: a network that learns the water looks good until a new camera comes. Needs
Pillow and numpy; every image has a random number stream of its own, so the archive is the same whenever it is drawn.
"""
import io
import math
import pathlib
import zipfile

import numpy
from PIL import Image, ImageDraw

SIZE, FINE, COLORS = 32, 4, 28
FISH = ["disc", "eel", "shark"]
# share of red, green and blue that the water lets through, murk from 0 to 1, images of each kind of fish
CAMERAS = {
    "harbor": ([.45, .95, .6], .45, [34, 6, 6]),
    "lagoon": ([.6, .9, 1.1], .15, [6, 34, 6]),
    "reef": ([.35, .7, 1.2], .25, [6, 6, 34]),
    "wreck": ([.25, .9, .95], .35, [16, 16, 16]),
}
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def body(fish, random):
    """The outline of a fish that swims to the right, between -1 and 1."""
    if fish == "disc":
        points = [(.62 * math.cos(a), .55 * math.sin(a)) for a in numpy.linspace(.35, 2 * math.pi - .35, 40)]
        points = [(-x, y) for x, y in points]
        return points + [(-.95, .4), (-.95, -.4)]
    if fish == "eel":
        wave = random.uniform(0, 2 * math.pi)
        top = [(x, .32 * math.sin(4 * x + wave) - .14 * (1 - abs(x)) - .04) for x in numpy.linspace(-1, 1, 40)]
        return top + [(x, y + .28 * (1 - abs(x)) + .08) for x, y in reversed(top)]
    top = [(x, -.24 * math.sqrt(max(0, 1 - x * x))) for x in numpy.linspace(-.75, 1, 30)]
    top = top[:12] + [(0, -.62), (.12, -.24)] + top[18:]
    return [(-1, -.5)] + top + [(x, -y * .8) for x, y in reversed(top) if y > -.3] + [(-.95, .35)]


def draw(fish, camera, random):
    light, murk, _ = CAMERAS[camera]
    edge = SIZE * FINE
    down, right = numpy.mgrid[0:edge, 0:edge] / edge
    bed = .75 + .06 * numpy.sin(right * random.uniform(5, 20) + random.uniform(0, 6))
    water = (150 - 70 * down)[..., None] * numpy.ones(3)
    water = numpy.where((down > bed)[..., None], [190, 170, 130], water)
    image = Image.fromarray(water.astype(numpy.uint8))
    reach = edge * random.uniform(.3, .42)
    x, y = edge * random.uniform(.42, .58), edge * random.uniform(.38, .6)
    turn, way = random.normal(0, .25), random.choice([-1, 1])
    points = [(x + way * reach * (u * math.cos(turn) - v * math.sin(turn)),
               y + reach * (u * math.sin(turn) + v * math.cos(turn))) for u, v in body(fish, random)]
    color = random.uniform(150, 250, 3) if random.random() < .5 else random.uniform(20, 70, 3)
    ImageDraw.Draw(image).polygon(points, fill=tuple(int(c) for c in color))
    pixels = numpy.asarray(image.resize((SIZE, SIZE), Image.LANCZOS)).astype(float)
    pixels = (1 - murk) * pixels + murk * 130 + random.normal(0, 5, (SIZE, SIZE, 1))
    pixels *= light * random.uniform(.9, 1.1, 3) * random.uniform(.75, 1.1)
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def png(image):
    out = io.BytesIO()
    image.quantize(COLORS).save(out, "PNG", optimize=True)
    return out.getvalue()


with zipfile.ZipFile(pathlib.Path(__file__).with_name("footage.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for place, camera in enumerate(CAMERAS):
        for number, fish in enumerate(FISH):
            for i in range(CAMERAS[camera][2][number]):
                random = numpy.random.default_rng([place, number, i])
                name = f"{camera}/{fish}/frame-{i + 1:03}.png"
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), png(draw(fish, camera, random)))
