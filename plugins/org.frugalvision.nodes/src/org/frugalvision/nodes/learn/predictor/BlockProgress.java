// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Tells the progress of one block of rows as that of the table.
 *
 * @param run of the node
 * @param before rows of the earlier blocks
 * @param rows of this block
 * @param all rows of the table
 */
record BlockProgress(RunControl run, long before, long rows, long all) implements RunControl {

    @Override
    public void progress(final double fraction, final String message) {
        final long done = before + Math.round(Math.max(0, Math.min(1, fraction)) * rows);
        run.progress((double)done / all, "%s of %s".formatted(Wording.value(done), Wording.count(all, "row", "rows")));
    }

    @Override
    public void checkCanceled() throws CanceledException {
        run.checkCanceled();
    }
}
