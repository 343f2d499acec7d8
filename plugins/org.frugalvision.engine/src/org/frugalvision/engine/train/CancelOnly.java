// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Passes on the wish to end, but no progress.
 *
 * @param run whose wish
 */
record CancelOnly(RunControl run) implements RunControl {

    @Override
    public void progress(final double fraction, final String message) {
        // the sentence of the epoch stays
    }

    @Override
    public void checkCanceled() throws CanceledException {
        run.checkCanceled();
    }
}
