// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;

/**
 * A method of resampling with its seed.
 *
 * @param method a method of {@link Resamplers} with its settings
 * @param seed decides every random choice
 */
public record Resampling(Choice method, long seed) {

    /** Refuses an unknown method and settings that it cannot have. */
    public Resampling {
        Resamplers.create(method);
    }

    /**
     * @param pool the images
     * @return how often each image is to be there, 0 where it is left out
     * @throws DataException if there are no images
     * @throws org.frugalvision.engine.run.SettingsException if the settings ask for what the pool cannot give
     */
    public int[] times(final LabelledPool pool) {
        if (pool.labels().length == 0) {
            throw new DataException("Images", "there is no image with a label.", "Connect a table with labels.");
        }
        return Resamplers.create(method).times(pool, Seeds.of(seed).named("resample").generator());
    }
}
