// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** Maps the progress of a piece of work into an interval of the whole. */
record PartOfRun(RunControl whole, double from, double to) implements RunControl {

    PartOfRun {
        if (!(0 <= from && from <= to && to <= 1)) {
            throw new IllegalArgumentException("A part of a run must lie in [0,1], but is [" + from + "," + to + "].");
        }
    }

    @Override
    public void progress(final double fraction, final String message) {
        whole.progress(from + Math.max(0, Math.min(1, fraction)) * (to - from), message);
    }

    @Override
    public void checkCanceled() throws CanceledException {
        whole.checkCanceled();
    }
}
