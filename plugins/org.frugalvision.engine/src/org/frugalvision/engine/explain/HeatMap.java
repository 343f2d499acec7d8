// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

/**
 * Where in an image a network sees what speaks for a class.
 *
 * @param label index of the explained class in the network's classes
 * @param probability that the network gives it, 0 to 1
 * @param heat one value for each place of the image, row after row, 0 to 1: the hottest place has 1; all are 0 if
 *            nothing in the layer speaks for the class; shared, not to be modified
 */
public record HeatMap(int label, double probability, float[] heat) {

    /** @return whether nothing speaks for the class */
    public boolean cold() {
        for (final float value : heat) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }
}
