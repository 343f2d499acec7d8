// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

/** Which values of pixels a network from elsewhere was trained with. Ours always get 0 (black) to 1 (white). */
public enum PixelRange {

    /** From 0 to 1; from 0 to 255 if the first layer is one that rescales pixels. */
    AUTOMATIC(1, 0),

    /** From 0 to 1. */
    ZERO_TO_ONE(1, 0),

    /** From -1 to 1. */
    MINUS_ONE_TO_ONE(2, -1),

    /** From 0 to 255. */
    ZERO_TO_255(255, 0);

    private final double m_scale;

    private final double m_shift;

    PixelRange(final double scale, final double shift) {
        m_scale = scale;
        m_shift = shift;
    }

    /** A pixel as the network expects it is scale x pixel + shift. */
    double scale() {
        return m_scale;
    }

    /** See {@link #scale}. */
    double shift() {
        return m_shift;
    }
}
