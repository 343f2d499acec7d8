#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""python3 bench/src/numpy_selection.py [IMAGES=60000]: the algorithms of SelectionScaleBench in numpy, in seconds."""
import sys
import time

import numpy as np

FEATURES, CLASSES = 128, 10
images = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
budget = images // 10
random = np.random.default_rng(1)
labels = np.arange(images) % CLASSES
vectors = (random.standard_normal((images, FEATURES)) + random.standard_normal((CLASSES, FEATURES))[labels]).astype(
    np.float32)
p = random.random((images, CLASSES))
p[np.arange(images), labels] += 2
p /= p.sum(1, keepdims=True)


def margin():
    first = np.sort(p, 1)
    return np.argsort(first[:, -1] - first[:, -2], kind="stable")[:budget]


def herding():
    chosen = []
    for c in range(CLASSES):
        own = vectors[labels == c].astype(np.float64)
        mean = own.mean(0)
        wanted = np.zeros(FEATURES)
        squares = (own * own).sum(1)
        for _ in range(budget // CLASSES):
            wanted += mean
            best = np.argmin(squares - 2 * own @ wanted)
            squares[best] = np.inf
            wanted -= own[best]
            chosen.append(best)
    return chosen


def k_center():
    squares = (vectors * vectors).sum(1)
    nearest = np.full(images, np.inf)
    chosen = [int(np.argmin(((vectors - vectors.mean(0)) ** 2).sum(1)))]
    while len(chosen) < budget:
        last = chosen[-1]
        nearest = np.minimum(nearest, squares + squares[last] - 2 * vectors @ vectors[last])
        nearest[chosen[-1]] = -1
        chosen.append(int(np.argmax(nearest)))
    return chosen


def badge():
    error = p.copy()
    error[np.arange(images), p.argmax(1)] -= 1
    norms = (error * error).sum(1) * (vectors * vectors).sum(1)
    chosen = [int(norms.argmax())]
    nearest = np.full(images, np.inf)
    while len(chosen) < budget:
        last = chosen[-1]
        square = norms + norms[last] - 2 * (error @ error[last]) * (vectors @ vectors[last])
        nearest = np.minimum(nearest, np.maximum(0, square))
        nearest[chosen] = 0
        chosen.append(int(random.choice(images, p=nearest / nearest.sum())))
    return chosen


def facility_location():
    chosen = []
    for c in range(CLASSES):
        own = vectors[labels == c]
        own = own / np.linalg.norm(own, axis=1, keepdims=True)
        similarity = 0.5 + 0.5 * own @ own.T
        covered = np.zeros(len(own), np.float32)
        for _ in range(budget // CLASSES):
            gains = np.maximum(similarity - covered[:, None], 0).sum(0)
            best = int(gains.argmax())
            covered = np.maximum(covered, similarity[:, best])
            chosen.append(best)
    return chosen


print("method | images | budget | seconds")
for method in (margin, herding, k_center, badge, facility_location):
    start = time.time()
    method()
    print("%s | %d | %d | %.1f" % (method.__name__, images, budget, time.time() - start), flush=True)
