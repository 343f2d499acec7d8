// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Locale;
import java.util.Optional;

import org.frugalvision.engine.run.RunControl;

/**
 * Reports how far a training is, with a sentence such as "epoch 3/10, loss 0.412, validation 0.871, 1 min 20 s left";
 * the first one is an estimate.
 */
final class Progress {

    private final RunControl m_run;

    private final int m_epochs;

    private final double m_before;

    private final long m_start = System.nanoTime();

    private Optional<EpochMetrics.Score> m_validation = Optional.empty();

    /** @param before share of the training that was done before, 0 to 1 */
    Progress(final int epochs, final double before, final RunControl run) {
        m_run = run;
        m_epochs = epochs;
        m_before = before;
    }

    void estimate(final Estimate estimate, final double done) {
        m_run.progress(done, estimate.sentence());
    }

    void validated(final Optional<EpochMetrics.Score> validation) {
        m_validation = validation;
    }

    /** @param done share of the training, 0 to 1 */
    void report(final Epoch epoch, final double done) {
        final double seconds = (System.nanoTime() - m_start) / 1e9;
        final long left = Math.round(seconds / (done - m_before) * (1 - done));
        final String validation =
            m_validation.map(score -> String.format(Locale.ROOT, ", validation %.3f", score.accuracy())).orElse("");
        m_run.progress(done, String.format(Locale.ROOT, "epoch %d/%d, loss %.3f%s, %s left",
            epoch.number(), m_epochs, epoch.meanLoss(), validation, duration(left)));
    }

    static String duration(final long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
