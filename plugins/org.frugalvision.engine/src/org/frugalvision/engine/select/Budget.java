// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.run.SettingsException;

/** How many images to select. */
public sealed interface Budget {

    /**
     * @param available how many images there are
     * @param classes how many classes they have; read by budgets per class only
     * @return how many of them to select; may exceed {@code available} unless the budget is a share
     */
    int of(int available, int classes);

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
        public int of(final int available, final int classes) {
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
        public int of(final int available, final int classes) {
            return Math.max(1, (int)Math.round(fraction * available));
        }
    }

    /**
     * A number of images of each class that has images; the method then chooses class by class.
     *
     * @param images at least 1
     */
    record EachClass(int images) implements Budget {

        /** Refuses a budget below 1. */
        public EachClass {
            if (images < 1) {
                throw new SettingsException("Budget per class (images)", "must be at least 1 image", images,
                    "Raise Budget per class (images).");
            }
        }

        @Override
        public int of(final int available, final int classes) {
            return (int)Math.min(Integer.MAX_VALUE, (long)images * classes);
        }
    }
}
