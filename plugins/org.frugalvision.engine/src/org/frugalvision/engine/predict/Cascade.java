// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;

/**
 * Two resolutions instead of one: an image is first shrunk and predicted, and only if the largest probability is below
 * the threshold it is predicted again in full. With scale r and the share q of images that go twice, an image costs
 * about r^2 + q of a full pass on average; it pays if q is below 1 - r^2.
 * <p>
 * After Zhu et al. 2021, Dynamic Resolution Network, NeurIPS, arXiv:2106.02898. Deviation: their second network that
 * guesses the right resolution, and the normalisation per resolution, are left out; the network's own confidence
 * decides. So the network should have seen shrunk images in training.
 *
 * @param threshold from which probability on the prediction of the shrunk image is kept, above 0 and at most 1
 * @param scale height and width of the shrunk image as a share of the full ones, at least 0.1 and below 1
 */
public record Cascade(double threshold, double scale) {

    /** Threshold 0.7, half the height and width. */
    public static final Cascade DEFAULT = new Cascade(0.7, 0.5);

    /** Least height and width of the shrunk image as a share of the full ones. */
    public static final double SMALLEST_SCALE = 0.1;

    /** Refuses values out of range. */
    public Cascade {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new SettingsException("Confidence threshold", "must be above 0 and at most 1", threshold);
        }
        if (!(scale >= SMALLEST_SCALE && scale < 1)) {
            throw new SettingsException("Low resolution", "must be at least 0.1 and below 1", scale);
        }
    }

    /**
     * @param probabilities that the network gives the shrunk image, before any correction
     * @return whether they are kept: the largest one reaches the threshold or exceeds it
     */
    public boolean accepts(final double[] probabilities) {
        return Arrays.stream(probabilities).max().orElseThrow() >= threshold;
    }

    /**
     * @param full shape of an image
     * @return shape of the shrunk image: sides rounded to the nearest, at least 1
     */
    public ImageShape shrunk(final ImageShape full) {
        return new ImageShape(full.channels(), side(full.height()), side(full.width()));
    }

    private int side(final int length) {
        return (int)Math.max(1, Math.round(scale * length));
    }
}
