// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.run.SettingsException;

/** How many images to select. */
public sealed interface Budget {

    /**
     * @param available how many images there are
     * @return how many of them to select; may exceed {@code available} if the budget is a number of images
     */
    int of(int available);

    /**
     * A number of images.
     *
     * @param images at least 1
     */
    record Images(int images) implements Budget {

        /** Refuses a budget below 1. */
        public Images {
            if (images < 1) {
                throw new SettingsException("Budget", "must be at least 1 image", images, "Raise Budget.");
            }
        }

        @Override
        public int of(final int available) {
            return images;
        }
    }

    /**
     * A share of the images, rounded to the nearest number (halves up), but at least one.
     *
     * @param fraction above 0, at most 1
     */
    record Share(double fraction) implements Budget {

        /** Refuses what is no share. */
        public Share {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new SettingsException("Budget share", "must be above 0 and at most 1", fraction,
                    "Enter a share such as 0.1 for a tenth of the images.");
            }
        }

        @Override
        public int of(final int available) {
            return Math.max(1, (int)Math.round(fraction * available));
        }
    }
}
