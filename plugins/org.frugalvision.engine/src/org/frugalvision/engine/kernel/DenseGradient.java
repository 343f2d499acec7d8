// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Optional;

import org.frugalvision.engine.network.Tensor;

/**
 * What is wanted of a dense layer.
 *
 * @param place of the layer
 * @param inputs values that go in, of an image
 * @param units values that come out
 * @param weights the weights, a row for each unit, if their gradient is wanted
 * @param biases the biases, if their gradient is wanted
 */
record DenseGradient(int place, int inputs, int units, Optional<Tensor> weights, Optional<Tensor> biases) {
}
