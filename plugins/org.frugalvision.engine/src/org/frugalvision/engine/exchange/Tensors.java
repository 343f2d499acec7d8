// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.Arrays;

/** Values in other orders. */
final class Tensors {

    private Tensors() {
    }

    /** A matrix row after row becomes the same column after column. */
    static float[] transposed(final float[] values, final int rows) {
        final int columns = values.length / Math.max(1, rows);
        final float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i % columns * rows + i / columns] = values[i];
        }
        return result;
    }

    static float[] joined(final float[]... parts) {
        final float[] result = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, result, at, part.length);
            at += part.length;
        }
        return result;
    }

    static float[] filled(final int length, final double value) {
        final float[] result = new float[length];
        Arrays.fill(result, (float)value);
        return result;
    }
}
