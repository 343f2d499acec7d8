// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/** Tells how many trainings are done and, from those that were not finished before, how long the others will take. */
final class CurveProgress {

    private static final double SECONDS = 1e9;

    private static final int MINUTE = 60;

    private static final int HOUR = 3600;

    private final int m_all;

    private final RunControl m_run;

    private final long m_start = System.nanoTime();

    private int m_done;

    private int m_found;

    CurveProgress(final int all, final RunControl run) {
        m_all = all;
        m_run = run;
    }

    /** Progress and cancellation of the next training. */
    RunControl next() throws CanceledException {
        m_run.checkCanceled();
        return m_run.part(m_done / (double)m_all, (m_done + 1.0) / m_all);
    }

    /** A training was finished before. */
    void found() {
        m_found++;
        m_done++;
    }

    /** A training was done. */
    void done() {
        m_done++;
        final double each = (System.nanoTime() - m_start) / SECONDS / (m_done - m_found);
        m_run.progress(m_done / (double)m_all, "training %s of %s done%s".formatted(Wording.value(m_done),
            Wording.value(m_all), m_done == m_all ? "" : ", about %s left".formatted(time((m_all - m_done) * each))));
    }

    private static String time(final double seconds) {
        return seconds < 2 * MINUTE ? Wording.count(Math.round(seconds), "second", "seconds")
            : seconds < 2 * HOUR ? Wording.value(Math.round(seconds / MINUTE)) + " minutes"
                : Wording.value(Math.round(seconds / HOUR)) + " hours";
    }
}
