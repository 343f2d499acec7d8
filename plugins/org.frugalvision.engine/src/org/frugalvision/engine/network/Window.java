// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.image.ImageShape;

/** A square window that slides over an image. */
final class Window {

    private Window() {
    }

    static void check(final int kernel, final int stride, final int padding) {
        Sizes.atLeast(1, kernel, "kernel");
        Sizes.atLeast(1, stride, "stride");
        Sizes.atLeast(0, padding, "padding");
        if (padding >= kernel) {
            throw new IllegalArgumentException(
                "padding must be smaller than the kernel %d, but is %d".formatted(kernel, padding));
        }
    }

    static ImageShape slide(final ImageShape input, final int channels, final int kernel, final int stride,
        final int padding) {
        return new ImageShape(channels, positions(input.height(), kernel, stride, padding),
            positions(input.width(), kernel, stride, padding));
    }

    static String text(final int stride, final int padding) {
        return (stride == 1 ? "" : ", stride " + stride) + (padding == 0 ? "" : ", padding " + padding);
    }

    private static int positions(final int length, final int kernel, final int stride, final int padding) {
        final int room = length + 2 * padding - kernel;
        if (room < 0) {
            throw new IllegalArgumentException("a window of %d x %d does not fit into %d rows or columns"
                .formatted(kernel, kernel, length + 2 * padding));
        }
        return room / stride + 1;
    }
}
