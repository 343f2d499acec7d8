// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import org.frugalvision.engine.image.ImageShape;

/**
 * A part of an image.
 *
 * @param top first row
 * @param left first column
 * @param bottom row after the last one
 * @param right column after the last one
 */
public record Box(int top, int left, int bottom, int right) {

    /** @return how many pixels it has */
    public int area() {
        return (bottom - top) * (right - left);
    }

    /**
     * Calls the action for every value in the box: channel, row, column.
     *
     * @param shape of the image
     * @param action what is done
     */
    public void forEach(final ImageShape shape, final Action action) {
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
    public interface Action {

        /**
         * @param channel of the value
         * @param index of the value within the image
         */
        void apply(int channel, int index);
    }
}
