// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

/** What is seen beyond the border of an image, where an operation moves it in. */
public enum Border {

    /** The nearest pixel of the image. */
    EDGE,

    /** The image in a mirror at its border. */
    REFLECT,

    /** Zeros. */
    BLACK,

    /** The largest value. */
    WHITE,

    /** The mean of each channel of the image. */
    MEAN;

    /** Whether it is the same wherever it is. */
    boolean isConstant() {
        return this != EDGE && this != REFLECT;
    }

    /** Which pixel of a line of {@code length} is seen at a place, -1 where it is none of them. */
    int index(final int place, final int length) {
        if (place >= 0 && place < length) {
            return place;
        }
        if (this == REFLECT) {
            final int index = Math.floorMod(place, 2 * length);
            return index < length ? index : 2 * length - 1 - index;
        }
        return isConstant() ? -1 : Math.max(0, Math.min(length - 1, place));
    }

    /** The place within a line, -1/2 to {@code length} - 1/2, that is seen at a place; NaN where it is none. */
    double place(final double place, final int length) {
        if (place >= -0.5 && place < length - 0.5) {
            return place;
        }
        if (this == REFLECT) {
            final double turned = place + 0.5 - 2 * length * Math.floor((place + 0.5) / (2 * length));
            return (turned < length ? turned : 2 * length - turned) - 0.5;
        }
        return isConstant() ? Double.NaN : Math.max(0, Math.min(length - 1, place));
    }

    /** The value beyond, of a channel. */
    int value(final Raster image, final int channel) {
        return switch (this) {
            case WHITE -> image.max();
            case MEAN -> image.rounded(image.sum(channel) / (double)image.area());
            default -> 0;
        };
    }
}
