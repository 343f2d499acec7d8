// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import org.frugalvision.engine.run.SettingsException;

/**
 * Settings of all detectors.
 *
 * @param minimumRows rows before DDM speaks, from 30 on
 * @param delta probability of a false alarm that ADWIN takes into account, in [1e-9,0.5]
 * @param window rows of which the populations are compared with the reference, from 20 to 100,000
 */
public record DriftSettings(int minimumRows, double delta, int window) {

    /** The usual ones; DDM gives too many false alarms with the 30 rows of its paper. */
    public static final DriftSettings DEFAULT = new DriftSettings(200, 0.002, 100);

    /** Refuses values out of range. */
    public DriftSettings {
        if (minimumRows < 30 || minimumRows > 1_000_000) {
            throw new SettingsException("Rows before DDM speaks", "must be from 30 to 1,000,000", minimumRows);
        }
        if (!(delta >= 1e-9 && delta <= 0.5)) {
            throw new SettingsException("Delta of ADWIN", "must be from 0.000000001 to 0.5", delta);
        }
        if (window < 20 || window > 100_000) {
            throw new SettingsException("Window (rows)", "must be from 20 to 100,000", window);
        }
    }
}
