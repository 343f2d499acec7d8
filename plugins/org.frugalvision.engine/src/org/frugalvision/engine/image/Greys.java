// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** Palettes that hold greys only: what some kinds of files do for want of a grey format. */
public final class Greys {

    private Greys() {
    }

    /**
     * @param palette triples of red, green and blue; only read
     * @return whether there are any, and all are grey, so that an image has one channel
     */
    public static boolean only(final byte[] palette) {
        for (int i = 0; i + 2 < palette.length; i += 3) {
            if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
                return false;
            }
        }
        return palette.length >= 3;
    }
}
