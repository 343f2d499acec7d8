// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;

/**
 * What the parts of a batch have in common while it is computed.
 *
 * @param pixels the images
 * @param place index of the first image in its set; 0 if it is not part of one
 * @param mode how they are taken
 * @param outputs for each place whose output is wanted, the array that receives it
 * @param inputGradient receives the gradient by the pixels; null if it is not wanted
 * @param statistics of each normalisation
 */
record Batch(Replica.Pixels pixels, int place, Replica.Mode mode, Map<Integer, float[]> outputs,
    float[] inputGradient, Map<Integer, BatchStatistics> statistics) {
}
