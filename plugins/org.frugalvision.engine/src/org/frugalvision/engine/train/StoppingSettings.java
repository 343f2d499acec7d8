// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.SettingsException;

/**
 * When a training ends before its last epoch. With validation images, a training with early stopping or a budget gives
 * back the weights of the best epoch, of equal ones the first; any other gives back those of the last.
 *
 * @param early whether it ends when the validation images show no improvement
 * @param metric what must improve, and what makes an epoch the best
 * @param patience epochs without improvement after which it ends, 1 to 10,000
 * @param minDelta what counts as improvement: more than this, at least 0
 * @param seconds it ends with the batch in which this time is used up; 0 = no limit. The result then depends on the
 *   machine
 * @param images it ends when this many images have been trained on, the last batch cut to fit; 0 = no limit
 */
public record StoppingSettings(boolean early, Metric metric, int patience, double minDelta, double seconds,
    long images) {

    /** Only the last epoch ends it. */
    public static final StoppingSettings DEFAULT = new StoppingSettings(false, Metric.LOSS, 5, 0, 0, 0);

    /** What must improve. */
    public enum Metric {
        /** Mean cross-entropy of the validation images, lower is better. */
        LOSS,
        /** Accuracy on the validation images, higher is better. */
        ACCURACY
    }

    /** Refuses values out of range. */
    public StoppingSettings {
        if (patience < 1 || patience > 10_000) {
            throw new SettingsException("Patience", "must be between 1 and 10,000 epochs", patience);
        }
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new SettingsException("Smallest improvement", "must be at least 0", minDelta);
        }
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new SettingsException("Time limit", "must be at least 0 seconds (0 = no limit)", seconds);
        }
        if (images < 0) {
            throw new SettingsException("Image limit", "must be at least 0 images (0 = no limit)", images);
        }
    }

    /** Whether the best epoch counts, not the last. */
    boolean givesBackTheBest() {
        return early || seconds > 0 || images > 0;
    }
}
