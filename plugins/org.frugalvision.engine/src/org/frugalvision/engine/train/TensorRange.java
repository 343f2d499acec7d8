// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Some values of a tensor.
 *
 * @param tensor number of the tensor
 * @param role what it is
 * @param from index of the first value among all weights
 * @param to index after the last one
 */
record TensorRange(int tensor, Role role, int from, int to) {
}
