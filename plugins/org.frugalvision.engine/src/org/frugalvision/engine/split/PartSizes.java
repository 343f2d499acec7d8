// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import org.frugalvision.engine.run.SettingsException;

/** Into how many parts images are parted, and how large each shall be. */
public sealed interface PartSizes {

    /**
     * @param images of the input, at least 2
     * @return the number of images wanted in each part; each at least 1, together {@code images}
     * @throws SettingsException if the input is too small for these parts
     */
    int[] of(int images);

    /**
     * Two parts; the first gets a share of the images, rounded to the nearest image (halves up).
     *
     * @param first above 0 and below 1
     */
    record Share(double first) implements PartSizes {

        /** Refuses a share that leaves a part empty. */
        public Share {
            if (!(first > 0 && first < 1)) {
                throw new SettingsException("First partition", "must be a share above 0 and below 1", first,
                    "Enter a share such as 0.8.");
            }
        }

        @Override
        public int[] of(final int images) {
            final int part = (int)Math.max(1, Math.min(images - 1L, Math.round(first * images)));
            return new int[]{part, images - part};
        }
    }

    /**
     * Two parts; the first gets a number of images.
     *
     * @param first at least 1
     */
    record Images(int first) implements PartSizes {

        /** Refuses an empty first part. */
        public Images {
            if (first < 1) {
                throw new SettingsException("First partition", "must be at least 1 image", first,
                    "Enter a larger number.");
            }
        }

        @Override
        public int[] of(final int images) {
            if (first >= images) {
                throw new SettingsException("First partition",
                    "must be less than the %,d images of the input".formatted(images), first,
                    "Enter a smaller number.", "Connect a larger table.");
            }
            return new int[]{first, images - first};
        }
    }

    /**
     * Parts of equal size; where that does not work out, the first ones have one image more.
     *
     * @param folds at least 2
     */
    record Folds(int folds) implements PartSizes {

        /** Refuses a single fold. */
        public Folds {
            if (folds < 2) {
                throw new SettingsException("Number of folds", "must be at least 2", folds,
                    "Enter a number such as 5.");
            }
        }

        @Override
        public int[] of(final int images) {
            if (folds > images) {
                throw new SettingsException("Number of folds",
                    "must be at most the %,d images of the input".formatted(images), folds, "Enter a smaller number.",
                    "Connect a larger table.");
            }
            final var sizes = new int[folds];
            for (int fold = 0; fold < folds; fold++) {
                sizes[fold] = images / folds + (fold < images % folds ? 1 : 0);
            }
            return sizes;
        }
    }
}
