// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** Passes on the wish to end, but no progress. */
record SilentRun(RunControl run) implements RunControl {

    @Override
    public void progress(final double fraction, final String message) {
        // the sentence of the whole stays
    }

    @Override
    public void checkCanceled() throws CanceledException {
        run.checkCanceled();
    }
}
