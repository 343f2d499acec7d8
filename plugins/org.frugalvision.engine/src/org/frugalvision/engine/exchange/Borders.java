// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

/** Zeros around an image. */
record Borders(int top, int left, int bottom, int right) {

    boolean none() {
        return largest() == 0;
    }

    /** Whether a window can have them itself: the same on all sides, and smaller than the window. */
    boolean fit(final int kernel) {
        return top == left && top == bottom && top == right && top < kernel;
    }

    private int largest() {
        return Math.max(Math.max(top, left), Math.max(bottom, right));
    }
}
