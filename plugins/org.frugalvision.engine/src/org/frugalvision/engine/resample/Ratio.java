// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/** The setting "Ratio" of methods that make a pool imbalanced. */
final class Ratio {

    private static final String TITLE = "Ratio";

    private static final int MOST = 1_000_000;

    private Ratio() {
    }

    /** Refuses what is no ratio. */
    static void check(final double ratio) {
        if (!(ratio >= 1 && ratio <= MOST)) {
            throw new SettingsException(TITLE, "must be from 1 to 1,000,000", ratio, "Enter a number such as 10.");
        }
    }

    /** Refuses a pool that cannot have the ratio with at least one image in each class. */
    static void check(final LabelledPool pool, final int classes, final double ratio) {
        if (classes < 2) {
            throw new DataException("Images", "there must be two classes or more to make them imbalanced, but is one.",
                "Connect a table with more classes.");
        }
        if (ratio > pool.smallest()) {
            throw new SettingsException(TITLE, "must be at most the %s of the smallest class".formatted(
                Wording.count(pool.smallest(), "image", "images")), ratio, "Lower it, or connect more images.");
        }
    }
}
