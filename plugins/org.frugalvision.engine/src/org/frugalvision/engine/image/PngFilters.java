// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * The five row filters of PNG (W3C PNG specification, section 9): predictions from the left, upper and upper left
 * neighbour.
 */
final class PngFilters {

    static final int COUNT = 5;

    private PngFilters() {
    }

    /** The prediction of filter {@code type} for a byte, from its neighbours as unsigned values. */
    static int predict(final int type, final int left, final int up, final int upLeft) {
        return switch (type) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> left + up >> 1;
            case 4 -> paeth(left, up, upLeft);
            default -> 0;
        };
    }

    private static int paeth(final int left, final int up, final int upLeft) {
        final int toLeft = Math.abs(up - upLeft);
        final int toUp = Math.abs(left - upLeft);
        final int toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
