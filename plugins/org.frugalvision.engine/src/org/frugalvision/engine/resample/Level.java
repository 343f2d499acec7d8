// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import org.frugalvision.engine.run.SettingsException;

/** The setting "Level of balance" of methods that bring classes towards the largest or the smallest one. */
final class Level {

    private Level() {
    }

    /** Refuses a level that is not above 0 and at most 1. */
    static void check(final double level) {
        if (!(level > 0 && level <= 1)) {
            throw new SettingsException("Level of balance", "must be above 0 and at most 1", level,
                "Enter 1 for equal classes.");
        }
    }
}
