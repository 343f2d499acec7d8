# SPDX-License-Identifier: Apache-2.0
"""PyTorch as a competitor: torch_competitor.py lenet|resnet8 THREADS TRAINING-BATCHES PREDICTION-BATCHES.

For each line "train" or "predict" it reads, it writes a line: images, seconds, CPU-seconds.
"""
import sys
import time

import torch
from torch import nn

BATCH = 64


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))


def normalised(inputs, filters, kernel, stride):
    return nn.Sequential(
        nn.Conv2d(inputs, filters, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(filters))


class Block(nn.Module):
    def __init__(self, inputs, filters):
        super().__init__()
        stride = 1 if inputs == filters else 2
        self.shortcut = nn.Identity() if stride == 1 else normalised(inputs, filters, 1, stride)
        self.first = normalised(inputs, filters, 3, stride)
        self.second = normalised(filters, filters, 3, 1)

    def forward(self, x):
        return torch.relu(self.second(torch.relu(self.first(x))) + self.shortcut(x))


def resnet8():
    return nn.Sequential(
        normalised(3, 16, 3, 1), nn.ReLU(), Block(16, 16), Block(16, 32), Block(32, 64),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def train(model, optimiser, images, labels, batches):
    model.train()
    order = torch.randperm(len(images))
    for i in range(batches):
        chosen = order[i * BATCH:(i + 1) * BATCH]
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(images[chosen]), labels[chosen]).backward()
        optimiser.step()


def predict(model, images, batches):
    model.eval()
    with torch.inference_mode():
        for i in range(batches):
            start = i * BATCH % len(images)
            torch.softmax(model(images[start:start + BATCH]), 1)


def main():
    network, threads, training, prediction = sys.argv[1], *map(int, sys.argv[2:5])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model = lenet() if network == "lenet" else resnet8()
    shape = (1, 28, 28) if network == "lenet" else (3, 32, 32)
    images = torch.rand(training * BATCH, *shape)
    labels = torch.randint(10, (training * BATCH,))
    optimiser = torch.optim.Adam(model.parameters(), 1e-3)
    for line in iter(sys.stdin.readline, ""):
        wall, cpu = time.perf_counter(), time.process_time()
        if line.strip() == "train":
            train(model, optimiser, images, labels, training)
            count = training * BATCH
        else:
            predict(model, images, prediction)
            count = prediction * BATCH
        print(count, time.perf_counter() - wall, time.process_time() - cpu, flush=True)


main()
