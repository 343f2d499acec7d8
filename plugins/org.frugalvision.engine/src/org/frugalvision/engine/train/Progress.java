// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Locale;

import org.frugalvision.engine.run.RunControl;

/** Reports how far a training is, with a sentence such as "epoch 3/10, loss 0.412, 1 min 20 s left". */
final class Progress {

    private final RunControl m_run;

    private final int m_epochs;

    private final long m_start = System.nanoTime();

    Progress(final int epochs, final RunControl run) {
        m_run = run;
        m_epochs = epochs;
    }

    /** @param epochsDone epochs done, with the fraction of the current one */
    void report(final int epoch, final double epochsDone, final double loss) {
        final double seconds = (System.nanoTime() - m_start) / 1e9;
        final long left = Math.round(seconds / epochsDone * (m_epochs - epochsDone));
        m_run.progress(epochsDone / m_epochs, String.format(Locale.ROOT, "epoch %d/%d, loss %.3f, %s left", epoch,
            m_epochs, loss, duration(left)));
    }

    static String duration(final long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
