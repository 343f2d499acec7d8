# SPDX-License-Identifier: Apache-2.0
"""Draws the images of this workflow: small "satellite" pictures with one kind of weather and any number of things on the
ground, as in the Amazon data of Planet, but drawn. Run: python3 make_images.py [COUNT] (needs Pillow); gives the same pixels."""
import os
import random
import sys

from PIL import Image, ImageDraw

SIDE, COUNT = 24, 420
GROUND = ['agriculture', 'bare_ground', 'blooming', 'cultivation', 'habitation', 'primary', 'road', 'slash_burn', 'water']


def labels(r):
    """Weather excludes weather; below clouds nothing is seen; fields bring roads, roads bring houses, rarely the rest."""
    weather = r.choices(['clear', 'partly_cloudy', 'haze', 'cloudy'], [60, 20, 12, 8])[0]
    if weather == 'cloudy':
        return [weather]
    found = {'primary'} if r.random() < 0.9 else set()
    if r.random() < 0.3:
        found.add('agriculture')
    if r.random() < (0.6 if 'agriculture' in found else 0.1):
        found.add('road')
    if r.random() < (0.4 if 'road' in found else 0.02):
        found.add('habitation')
    if r.random() < (0.3 if 'agriculture' in found else 0.03):
        found.add('cultivation')
    if r.random() < 0.2:
        found.add('water')
    for rare, share in (('bare_ground', 0.06), ('slash_burn', 0.04), ('blooming', 0.04)):
        if r.random() < share:
            found.add(rare)
    return [weather] + sorted(found)


def patch(d, r, size, color):
    x, y = r.randrange(SIDE - size), r.randrange(SIDE - size)
    d.rectangle((x, y, x + size, y + size - r.randrange(2)), fill=color)


def draw(found, r):
    ground = (38, 84, 40) if 'primary' in found else (118, 108, 74)
    image = Image.new('RGB', (SIDE, SIDE), ground)
    d = ImageDraw.Draw(image)
    if 'agriculture' in found:
        patch(d, r, r.randrange(7, 12), (112, 142, 72))
    if 'cultivation' in found:
        patch(d, r, 4, (150, 140, 60))
    if 'bare_ground' in found:
        patch(d, r, 5, (160, 126, 92))
    if 'slash_burn' in found:
        patch(d, r, 4, (62, 40, 36))
    if 'water' in found:
        x = r.randrange(SIDE)
        for y in range(SIDE):
            x += r.choice((-1, 0, 1))
            d.line((x - 1, y, x + 1, y), fill=(42, 66, 96))
    if 'road' in found:
        a, b = r.randrange(SIDE), r.randrange(SIDE)
        d.line((0, a, SIDE, b) if r.random() < 0.5 else (a, 0, b, SIDE), fill=(168, 150, 120))
    if 'habitation' in found:
        for _ in range(5):
            d.point((r.randrange(SIDE), r.randrange(SIDE)), fill=(214, 208, 204))
    if 'blooming' in found:
        for _ in range(3):
            d.point((r.randrange(SIDE), r.randrange(SIDE)), fill=(226, 190, 90))
    pixels = image.load()
    strength = 0.45 if 'haze' in found else 0.0
    blobs = [(r.randrange(SIDE), r.randrange(SIDE), r.randrange(3, 6)) for _ in range(3)] \
        if 'partly_cloudy' in found else []
    for y in range(SIDE):
        for x in range(SIDE):
            white = strength
            if 'cloudy' in found:
                white = 0.9
            for bx, by, size in blobs:
                if (x - bx) ** 2 + (y - by) ** 2 <= size * size:
                    white = 0.85
            noise = r.choice((-12, -4, 4, 12))
            # four bits a channel: the files stay small
            pixels[x, y] = tuple(min(255, max(0, int((1 - white) * v + white * 228) + noise)) // 16 * 16 + 8
                                 for v in pixels[x, y])
    return image


if __name__ == '__main__':
    r = random.Random(12)
    os.makedirs('images', exist_ok=True)
    lines = ['path,label']
    for i in range(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT):
        found = labels(r)
        name = 'chip_%04d.png' % i
        draw(found, r).save(os.path.join('images', name), optimize=True)
        lines.append(name + ',' + ' '.join(found))
    with open(os.path.join('images', 'labels.csv'), 'w', newline='\n') as f:
        f.write('\n'.join(lines) + '\n')
