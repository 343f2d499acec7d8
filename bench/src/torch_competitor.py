# SPDX-License-Identifier: Apache-2.0
"""PyTorch as a competitor, on networks that we have saved.

torch_competitor.py run NETWORK-FILE THREADS TRAINING-BATCHES PREDICTION-BATCHES
    For each line "train" or "predict" it reads, it writes a line: images, seconds, CPU-seconds.
torch_competitor.py export NETWORK-FILE FOLDER
    Writes train.pt and predict.pt (TorchScript) and predict.onnx for the others.
"""
import json
import sys
import time
import zipfile

import torch
from torch import nn

BATCH = 64

ACTIVATIONS = {"identity": nn.Identity, "relu": nn.ReLU, "relu6": nn.ReLU6, "sigmoid": nn.Sigmoid}


def layer(settings, inputs):
    """A module for one of our layers, given what it takes."""
    kind, channels = settings["type"], inputs[0].shape[1]
    if kind == "convolution":
        module = nn.Conv2d(channels, settings["filters"], settings["kernel"], settings["stride"], settings["padding"],
                           bias=settings["bias"])
    elif kind == "depthwise-convolution":
        module = nn.Conv2d(channels, channels, settings["kernel"], settings["stride"], settings["padding"],
                           groups=channels, bias=settings["bias"])
    elif kind == "batch-normalization":
        module = nn.BatchNorm2d(channels, settings["epsilon"])
    elif kind == "dense":
        module = nn.Sequential(nn.Flatten(), nn.Linear(inputs[0][0].numel(), settings["units"]))
    elif kind == "pooling":
        pool = nn.MaxPool2d if settings["kind"] == "maximum" else nn.AvgPool2d
        module = pool(settings["kernel"], settings["stride"], settings["padding"])
    elif kind == "global-average-pooling":
        module = nn.AdaptiveAvgPool2d(1)
    elif kind == "padding":
        module = nn.ZeroPad2d((settings["left"], settings["right"], settings["top"], settings["bottom"]))
    elif kind == "addition":
        module = nn.Identity()
    else:
        raise ValueError(f"no competitor for the layer {kind}")
    activation = settings.get("activation", "identity")
    return module if activation == "identity" else nn.Sequential(module, ACTIVATIONS[activation]())


class Graph(nn.Module):
    """A network of ours, with random weights."""

    def __init__(self, file):
        super().__init__()
        spec = json.loads(zipfile.ZipFile(file).read("network.json"))["spec"]
        self.shape = (spec["channels"], spec["height"], spec["width"])
        self.nodes = spec["nodes"]
        self.layers = nn.ModuleList()
        values = {"input": torch.zeros(2, *self.shape)}
        for node in self.nodes:
            self.layers.append(layer(node, [values[name] for name in node["inputs"]]))
            values[node["name"]] = self.value(len(self.layers) - 1, values)

    def value(self, index, values):
        inputs = [values[name] for name in self.nodes[index]["inputs"]]
        return self.layers[index](sum(inputs[1:], inputs[0]))

    def forward(self, images):
        values = {"input": images}
        for index, node in enumerate(self.nodes):
            values[node["name"]] = self.value(index, values)
        return values[self.nodes[-1]["name"]].flatten(1)


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


def run(model, threads, training, prediction):
    torch.set_num_threads(threads)
    images = torch.rand(training * BATCH, *model.shape)
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


def export(model, folder):
    images = torch.rand(BATCH, *model.shape)
    torch.jit.trace(model.train(), images, check_trace=False).save(folder + "/train.pt")
    applied = nn.Sequential(model.eval(), nn.Softmax(1))
    torch.jit.trace(applied, images).save(folder + "/predict.pt")
    torch.onnx.export(applied, images, folder + "/predict.onnx", input_names=["images"], opset_version=13)


def main():
    torch.manual_seed(1)
    model = Graph(sys.argv[2])
    if sys.argv[1] == "run":
        run(model, *map(int, sys.argv[3:6]))
    else:
        export(model, sys.argv[3])


main()
