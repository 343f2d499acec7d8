// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/**
 * Which images an {@link ArrayOperation} is given, and how it is to take them.
 *
 * @param images how many
 * @param first index of the first one in its batch, or its set
 * @param dropout whether dropout drops
 * @param noise number from which masks follow
 */
record ArrayBatch(int images, int first, boolean dropout, long noise) {
}
