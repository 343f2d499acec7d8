// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * How a batch, or a part of it, fared before its update.
 *
 * @param lossSum sum of the images' losses, weights counted
 * @param right images whose highest score was right
 */
record BatchScore(double lossSum, int right) {

    BatchScore plus(final BatchScore other) {
        return new BatchScore(lossSum + other.lossSum, right + other.right);
    }
}
