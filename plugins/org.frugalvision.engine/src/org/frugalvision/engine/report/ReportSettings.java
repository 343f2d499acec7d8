// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import org.frugalvision.engine.run.SettingsException;

/**
 * How results are compared.
 *
 * @param baseline name of the result that others are compared with; empty = the first one
 * @param measure the cost that verdict, picture and front are about
 * @param tolerance how many percentage points of accuracy make no difference, in [0,100]
 */
public record ReportSettings(String baseline, Measure measure, double tolerance) {

    /** Refuses a tolerance out of range. */
    public ReportSettings {
        if (!(tolerance >= 0 && tolerance <= 100)) {
            throw new SettingsException("Tolerance (percentage points, 0 = never the same)", "must be in [0,100]",
                tolerance);
        }
    }
}
