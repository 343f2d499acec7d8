// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.run.SettingsException;

/**
 * The size that all images get.
 *
 * @param height rows, 1 to 16,384
 * @param width columns, 1 to 16,384
 * @param fit how
 */
public record TargetSize(int height, int width, Fit fit) {

    private static final int LARGEST = 16_384;

    /** Refuses impossible sizes. */
    public TargetSize {
        check("Height", height);
        check("Width", width);
    }

    private static void check(final String title, final int length) {
        if (length < 1 || length > LARGEST) {
            throw new SettingsException(title, "must be between 1 and 16,384 pixels", length);
        }
    }
}
