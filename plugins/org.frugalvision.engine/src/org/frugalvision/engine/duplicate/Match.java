// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.duplicate;

/**
 * An image and the one that it duplicates.
 *
 * @param image index of the image
 * @param original index of the other image
 * @param exact whether their pixels are equal
 * @param distance bits in which their hashes differ
 * @param greyDifference mean difference of the grey values of their thumbnails
 */
public record Match(int image, int original, boolean exact, int distance, double greyDifference) {

    static Match of(final int image, final ImageSignature signature, final int original, final ImageSignature other) {
        return new Match(image, original, signature.pixels().equals(other.pixels()), signature.distance(other),
            signature.greyDifference(other));
    }
}
