#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes pillow.txt: what Pillow makes of two generated pictures and of parts of two photographs that are in the public
domain and come with scikit-image (astronaut, by NASA; camera, CC0 by Lav Varshney), every fourth pixel. Run in this
folder: python3 pillow_golden.py (the file was written by Pillow 9.4.0 and scikit-image 0.19.3 of Debian's python3-pil
and python3-skimage; others may differ, JPEG by a value or two).

Each line: operation, magnitude, picture (rgb, grey, astronaut or camera), values in hexadecimal digits, channel after
channel. The operation "picture" gives a photograph itself.
"""
import colorsys
import io
import math

from PIL import Image, ImageEnhance, ImageFilter, ImageOps
from skimage import data

WIDTH, HEIGHT = 20, 16
CENTRE = (WIDTH / 2, HEIGHT / 2)


def value(channel, x, y):
    """PillowTest has the same formula."""
    return (x * x * (channel + 2) + 13 * y + 60 * channel + x * y % 7 * 9) % 256 * 3 // 4 + 20


def picture(mode):
    image = Image.new(mode, (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            values = tuple(value(c, x, y) for c in range(len(image.getbands())))
            image.putpixel((x, y), values if mode == "RGB" else values[0])
    return image


def photograph(pixels, top, left):
    return Image.fromarray(pixels[top:top + 4 * HEIGHT:4, left:left + 4 * WIDTH:4].copy())


def affine(image, a, b, d, e):
    """The pixel at (x, y) from the centre comes from (a x + b y, d x + e y)."""
    x, y = CENTRE
    return image.transform(image.size, Image.AFFINE, (a, b, x - a * x - b * y, d, e, y - d * x - e * y),
                           Image.BILINEAR)


def jpeg(image, quality):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, subsampling=0)
    return Image.open(file).convert(image.mode)


def hue(image, degrees):
    turned = image.copy()
    for y in range(HEIGHT):
        for x in range(WIDTH):
            h, s, v = colorsys.rgb_to_hsv(*(c / 255 for c in image.getpixel((x, y))))
            turned.putpixel((x, y), tuple(math.floor(255 * c + .5) for c in colorsys.hsv_to_rgb(
                (h + degrees / 360) % 1, s, v)))
    return turned


BOTH = [
    ("horizontal-flip", [0], lambda i, m: ImageOps.mirror(i)),
    ("vertical-flip", [0], lambda i, m: ImageOps.flip(i)),
    ("rotate", [30, -75, 90, 180], lambda i, m: i.rotate(m, Image.BILINEAR)),
    ("translate-x", [0.25], lambda i, m: i.transform(i.size, Image.AFFINE, (1, 0, -m * WIDTH, 0, 1, 0))),
    ("translate-y", [-0.25], lambda i, m: i.transform(i.size, Image.AFFINE, (1, 0, 0, 0, 1, -m * HEIGHT))),
    ("shear-x", [0.3], lambda i, m: affine(i, 1, m, 0, 1)),
    ("shear-y", [-0.2], lambda i, m: affine(i, 1, 0, m, 1)),
    ("scale", [0.7, 1.5], lambda i, m: affine(i, 1 / m, 0, 0, 1 / m)),
    ("brightness", [0, 0.4, 1.6], lambda i, m: ImageEnhance.Brightness(i).enhance(m)),
    ("contrast", [0, 0.4, 1.6], lambda i, m: ImageEnhance.Contrast(i).enhance(m)),
    ("sharpness", [0, 0.4, 1.9], lambda i, m: ImageEnhance.Sharpness(i).enhance(m)),
    ("posterise", [1, 4, 7], lambda i, m: ImageOps.posterize(i, m)),
    ("solarise", [0.25, 0.5], lambda i, m: ImageOps.solarize(i, int(256 * m))),
    ("invert", [0], lambda i, m: ImageOps.invert(i)),
    ("equalise", [0], lambda i, m: ImageOps.equalize(i)),
    ("autocontrast", [0], lambda i, m: ImageOps.autocontrast(i)),
    ("gamma", [0.5, 2.2], lambda i, m: i.point([math.floor(255 * (v / 255) ** m + .5) for v in range(256)]
                                               * len(i.getbands()))),
    ("gaussian-blur", [1.5], lambda i, m: i.filter(ImageFilter.GaussianBlur(m))),
    ("jpeg", [20, 75], jpeg),
]
COLOUR = [
    ("saturation", [0, 0.4, 1.6], lambda i, m: ImageEnhance.Color(i).enhance(m)),
    ("hue", [40, -100], hue),
]

PICTURES = [
    ("rgb", picture("RGB"), BOTH + COLOUR),
    ("grey", picture("L"), BOTH),
    ("astronaut", photograph(data.astronaut(), 300, 60), [("picture", [0], lambda i, m: i)] + BOTH + COLOUR),
    ("camera", photograph(data.camera(), 90, 150), [("picture", [0], lambda i, m: i)] + BOTH),
]

with open("pillow.txt", "w", encoding="ascii") as out:
    for title, image, operations in PICTURES:
        for name, magnitudes, function in operations:
            for magnitude in magnitudes:
                result = function(image.copy(), magnitude)
                assert result.mode == image.mode and result.size == (WIDTH, HEIGHT), name
                values = b"".join(band.tobytes() for band in result.split())
                print(name, magnitude, title, values.hex(), file=out)
