// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.util.List;

/**
 * Colours of shares: white for none, the darker the more, by the square root, so that a share of 5 % is seen. Blue and
 * orange can be told apart with colour vision deficiencies.
 */
enum Shade {
        /** Of what was predicted right. */
        RIGHT(new Color(0x9ECAE1), new Color(0x08519C)),
        /** Of mistakes. */
        WRONG(new Color(0xFDAE6B), new Color(0xA63603));

    private final List<Color> m_colours;

    Shade(final Color half, final Color whole) {
        m_colours = List.of(Color.WHITE, half, whole);
    }

    Color of(final double share) {
        final double position = Math.sqrt(share) * (m_colours.size() - 1);
        final int index = Math.min((int)position, m_colours.size() - 2);
        final double part = position - index;
        return between(m_colours.get(index), m_colours.get(index + 1), part);
    }

    /** The color that lies a part of the way from one to the other. */
    static Color between(final Color from, final Color to, final double part) {
        return new Color(between(from.getRed(), to.getRed(), part), between(from.getGreen(), to.getGreen(), part),
            between(from.getBlue(), to.getBlue(), part));
    }

    /** Black or white, whichever stands out more by the contrast ratio of the Web Content Accessibility Guidelines. */
    static Color ink(final Color ground) {
        final double luminance = luminance(ground);
        return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? Color.BLACK : Color.WHITE;
    }

    private static double luminance(final Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
            + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(final int channel) {
        final double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int between(final int from, final int to, final double part) {
        return (int)Math.round(from + part * (to - from));
    }
}
