// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * A window as other programs describe it, which slides over an image.
 *
 * @param kernel rows and columns
 * @param stride step
 * @param same whether the zeros around the image are chosen so that the output has size / stride rows and columns,
 *            rounded up; an odd one goes to the bottom and the right, as in TensorFlow and DL4J
 * @param padRows zeros above and below otherwise
 * @param padColumns zeros left and right otherwise
 */
record Sliding(int kernel, int stride, boolean same, int padRows, int padColumns) {

    static Sliding of(final List<Integer> kernel, final List<Integer> stride, final List<Integer> dilation,
        final boolean same, final List<Integer> padding) throws UnsupportedLayerException {
        if (square(dilation, "dilation") != 1) {
            throw new UnsupportedLayerException("dilation of " + dilation.get(0));
        }
        if (padding.size() != 2) {
            throw new UnsupportedLayerException("padding of " + padding);
        }
        return new Sliding(square(kernel, "kernel"), square(stride, "stride"), same, padding.get(0), padding.get(1));
    }

    Borders borders(final ImageShape input) {
        if (!same) {
            return new Borders(padRows, padColumns, padRows, padColumns);
        }
        final int rows = missing(input.height());
        final int columns = missing(input.width());
        return new Borders(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
    }

    private int missing(final int length) {
        final int outputs = (length - 1) / stride + 1;
        return Math.max(0, Math.addExact(Math.multiplyExact(outputs - 1, stride), kernel) - length);
    }

    private static int square(final List<Integer> sizes, final String name) throws UnsupportedLayerException {
        if (sizes.size() != 2 || !sizes.get(0).equals(sizes.get(1)) || sizes.get(0) < 1) {
            throw new UnsupportedLayerException("%s of %s".formatted(name, sizes));
        }
        return sizes.get(0);
    }
}
