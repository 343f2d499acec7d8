// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import org.frugalvision.engine.image.ImageShape;

/**
 * A part of an image.
 *
 * @param top first row
 * @param left first column
 * @param bottom row after the last one
 * @param right column after the last one
 */
record Box(int top, int left, int bottom, int right) {

    int area() {
        return (bottom - top) * (right - left);
    }

    /** Calls the action for the index of every value in the box, within an image: channel, row, column. */
    void forEach(final ImageShape shape, final Action action) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    action.apply(channel, (channel * shape.height() + row) * shape.width() + column);
                }
            }
        }
    }

    /** What is done to a value. */
    @FunctionalInterface
    interface Action {
        void apply(int channel, int index);
    }
}
