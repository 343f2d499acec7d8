// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;

/** Images whose rows and columns come from other places of an image, whole pixels. Cost: O(values). */
final class Gather {

    private Gather() {
    }

    /** The image moved to the right and down by whole pixels. */
    static Raster shifted(final Raster image, final int right, final int down, final Border border) {
        final int[] rows = new int[image.shape().height()];
        final int[] columns = new int[image.shape().width()];
        Arrays.setAll(rows, y -> border.index(y - down, rows.length));
        Arrays.setAll(columns, x -> border.index(x - right, columns.length));
        return of(image, rows, columns, border);
    }

    /**
     * Row y and column x of the result are row {@code rows[y]} and column {@code columns[x]}; -1: beyond the border.
     */
    static Raster of(final Raster image, final int[] rows, final int[] columns, final Border border) {
        final int[] values = new int[image.values().length];
        int i = 0;
        for (int channel = 0; channel < image.shape().channels(); channel++) {
            final int beyond = border.value(image, channel);
            for (final int row : rows) {
                final int from = channel * image.area() + row * columns.length;
                for (final int column : columns) {
                    values[i++] = row < 0 || column < 0 ? beyond : image.values()[from + column];
                }
            }
        }
        return image.with(values);
    }
}
