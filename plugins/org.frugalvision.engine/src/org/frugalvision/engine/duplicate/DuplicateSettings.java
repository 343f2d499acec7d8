// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.duplicate;

import org.frugalvision.engine.run.SettingsException;

/**
 * When two images count as duplicates: their pixels are equal, or, on demand, their signatures are near.
 *
 * @param near whether near duplicates count
 * @param maximumDistance of near duplicates: how many of the 64 bits of their hashes may differ, 0 to 64
 * @param maximumGreyDifference of near duplicates: mean difference of the grey values of their thumbnails, 0 to 255
 */
public record DuplicateSettings(boolean near, int maximumDistance, double maximumGreyDifference) {

    private static final double WHITE = 255;

    /** Refuses limits out of range. */
    public DuplicateSettings {
        if (maximumDistance < 0 || maximumDistance > Long.SIZE) {
            throw new SettingsException("Maximum hash distance", "must be from 0 to 64 bits", maximumDistance,
                "Enter a small number such as 4.");
        }
        if (!(maximumGreyDifference >= 0 && maximumGreyDifference <= WHITE)) {
            throw new SettingsException("Maximum gray difference", "must be from 0 to 255", maximumGreyDifference,
                "Enter a small number such as 3.");
        }
    }
}
