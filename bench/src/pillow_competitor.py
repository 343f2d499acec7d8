# SPDX-License-Identifier: Apache-2.0
"""The table part of AugmentBench by Pillow: PNG decoded, flipped, turned, changed in contrast, encoded; one thread."""
import io
import math
import random
import sys
import time

try:
    from PIL import Image, ImageEnhance, ImageOps
except ImportError:
    sys.exit(3)

draw = random.Random(1)
files = []
for i in range(1024):
    values = bytes(int(100 + 80 * math.sin(k / 9 + i) + draw.randrange(20)) for k in range(784))
    file = io.BytesIO()
    Image.frombytes("L", (28, 28), values).save(file, "PNG")
    files.append(file.getvalue())
best = 0.0
for _ in range(10):
    start = time.process_time()
    for data in files:
        image = Image.open(io.BytesIO(data))
        if draw.random() < .5:
            image = ImageOps.mirror(image)
        image = image.rotate(draw.uniform(-10, 10), Image.BILINEAR)
        image = ImageEnhance.Contrast(image).enhance(draw.uniform(.5, 1.5))
        file = io.BytesIO()
        image.save(file, "PNG")
    best = max(best, len(files) / (time.process_time() - start))
print(f"the same by Pillow, one thread: {best:.0f} per CPU-second")
