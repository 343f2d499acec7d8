#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the pictures in "train" and "test", and lists those in "train": ten people named 24 each, five of them blindly.

Run in this folder with Pillow: python3 make_images.py
"""
import math
import pathlib
import random

from PIL import Image, ImageDraw

KINDS = ("circle", "square", "triangle", "cross")
SIZE, FINE = 20, 4
PEOPLE, EACH, BLIND = 10, 24, 5


def corners(kind, turn):
    """The outline of a shape, as directions and shares of its reach."""
    if kind == "circle":
        return [(math.pi * k / 20, 0.8) for k in range(40)]
    if kind == "cross":
        return [(turn + math.pi * k / 8, 1 if k % 4 in (1, 3) else (0.4 if k % 4 == 0 else 1.05)) for k in range(16)]
    count = 4 if kind == "square" else 3
    return [(turn + 2 * math.pi * k / count, 1) for k in range(count)]


def draw(kind, name):
    of = random.Random(name)
    edge = SIZE * FINE
    image = Image.new("L", (edge, edge), of.randint(20, 90))
    x, y = (edge * of.uniform(.42, .58) for _ in range(2))
    reach = edge * of.uniform(.3, .4)
    turn = of.uniform(-.4, .4)
    outline = [(x + reach * far * math.cos(a), y + reach * far * math.sin(a)) for a, far in corners(kind, turn)]
    ImageDraw.Draw(image).polygon(outline, fill=of.randint(130, 240))
    image = image.resize((SIZE, SIZE), Image.LANCZOS)
    image.putdata([max(0, min(255, round(v + of.gauss(0, 12)))) for v in image.getdata()])
    return image


pathlib.Path("train").mkdir(exist_ok=True)
rows = ["file,label,person,true label"]
for person in range(PEOPLE):
    for number in range(EACH):
        name = f"{person:02}-{number:02}"
        kind = KINDS[number % len(KINDS)]
        draw(kind, name).save(f"train/{name}.png", optimize=True)
        said = random.Random("label " + name).choice(KINDS) if person < BLIND else kind
        rows.append(f"{name}.png,{said},person {person},{kind}")
pathlib.Path("list.csv").write_text("\n".join(rows) + "\n")
for kind in KINDS:
    folder = pathlib.Path("test", kind)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(20):
        draw(kind, f"test {kind} {number}").save(folder / f"{number:02}.png", optimize=True)
