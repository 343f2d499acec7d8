#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""python3 bench/src/onnx_int8.py FLOAT.onnx INT8.onnx: the same network with 8-bit convolutions and dense layers, for its
time, not its accuracy: all activations are quantized by one guessed range. Needs python3-onnx of Debian."""
import sys

import numpy as np
from onnx import TensorProto, helper, load, numpy_helper, save

QUANTIZED = ("Relu", "MaxPool", "Add", "GlobalAveragePool", "Flatten")

model = load(sys.argv[1])
values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
used = {name for node in model.graph.node for name in node.input}
readers = {name: [n.op_type for n in model.graph.node if name in n.input]
           for node in model.graph.node for name in node.output}
nodes = []
initial = [helper.make_tensor("range", TensorProto.FLOAT, [], [0.05]),
           helper.make_tensor("zero", TensorProto.UINT8, [], [0]),
           helper.make_tensor("middle", TensorProto.UINT8, [], [128])]
rounded = {}


def through_int8(name, zero="zero"):
    """The activation, rounded to 8 bits and back, which ONNX Runtime joins with the layers around it."""
    nodes.append(helper.make_node("QuantizeLinear", [name, "range", zero], [name + "_q"]))
    nodes.append(helper.make_node("DequantizeLinear", [name + "_q", "range", zero], [name + "_d"]))
    rounded[name] = name + "_d"


def weights(number, name):
    weight = values[name]
    scale = np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-9).astype(np.float32) / 127
    coded = np.clip(np.rint(weight / scale.reshape([-1] + [1] * (weight.ndim - 1))), -127, 127).astype(np.int8)
    names = ["w%d_%s" % (number, part) for part in ("values", "scale", "zero")]
    for title, array in zip(names, (coded, scale, np.zeros(len(scale), np.int8))):
        initial.append(numpy_helper.from_array(array, title))
    nodes.append(helper.make_node("DequantizeLinear", names, ["w%d" % number], axis=0))
    return "w%d" % number


through_int8(model.graph.input[0].name)
for number, node in enumerate(model.graph.node):
    node.input[:] = [rounded.get(name, name) for name in node.input]
    if node.op_type in ("Conv", "Gemm") and node.input[1] in values:
        name = node.input[1]
        node.input[1] = weights(number, name)
        used.discard(name)
    nodes.append(node)
    if node.op_type in QUANTIZED and number + 2 < len(model.graph.node):
        if node.op_type != "Add" or "Relu" not in readers[node.output[0]]:
            through_int8(node.output[0])
    elif node.op_type == "Conv" and "Relu" not in readers[node.output[0]]:
        through_int8(node.output[0], "middle")
del model.graph.node[:]
model.graph.node.extend(nodes)
initial += [i for i in model.graph.initializer if i.name in used]
del model.graph.initializer[:]
model.graph.initializer.extend(initial)
save(model, sys.argv[2])
