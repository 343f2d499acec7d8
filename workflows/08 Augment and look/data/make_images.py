#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the pictures in "images". Run in this folder with Pillow: python3 make_images.py"""
import math
import pathlib
import random

from PIL import Image, ImageDraw

COUNTS = {"oval": 16, "lobed": 8, "needle": 4}
SIZE, FINE = 48, 4


def outline(kind, angle):
    """How far a leaf reaches in a direction, as a share of its length."""
    if kind == "oval":
        return 0.5 / math.hypot(math.cos(angle), 2 * math.sin(angle))
    if kind == "lobed":
        return 0.34 + 0.13 * math.cos(5 * angle)
    return 0.5 / math.hypot(math.cos(angle), 6 * math.sin(angle))


def leaf(kind, number):
    draw_of = random.Random(f"{kind} {number}")
    edge = SIZE * FINE
    ground = draw_of.randint(120, 215)
    image = Image.new("RGB", (edge, edge), (ground, ground - 12, ground - 30))
    draw = ImageDraw.Draw(image)
    x, y = (edge * draw_of.uniform(.44, .56) for _ in range(2))
    length = edge * draw_of.uniform(.7, .95)
    turn = draw_of.uniform(-.5, .5)
    green = (draw_of.randint(40, 110), draw_of.randint(110, 190), draw_of.randint(30, 80))
    points = []
    for step in range(180):
        angle = math.pi * step / 90
        reach = length * outline(kind, angle)
        points.append((x + reach * math.cos(angle + turn), y + reach * math.sin(angle + turn)))
    draw.polygon(points, fill=green)
    dark = tuple(c * 2 // 3 for c in green)
    draw.line([points[0], points[90]], fill=dark, width=FINE)
    return image.resize((SIZE, SIZE), Image.LANCZOS)


for name, count in COUNTS.items():
    folder = pathlib.Path("images", name)
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(count):
        leaf(name, i).save(folder / f"{i + 1:02}.png", optimize=True)
