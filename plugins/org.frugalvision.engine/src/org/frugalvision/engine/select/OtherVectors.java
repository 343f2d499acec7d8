// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/** Vectors of images beside the pool; none if there are no such images. */
final class OtherVectors {

    private OtherVectors() {
    }

    /** @throws DataException if the vectors are longer or shorter than those of the pool */
    static float[][] of(final Pool pool, final Need<Pool> others) throws CanceledException {
        final Pool images = pool.get(others);
        if (images.size() == 0) {
            return new float[0][];
        }
        final float[][] vectors = images.get(Need.VECTORS);
        final int length = pool.get(Need.VECTORS)[0].length;
        if (vectors[0].length != length) {
            throw new DataException(others.port(),
                "the images are described by %s each, but those of the input by %s.".formatted(
                    Wording.count(vectors[0].length, "value", "values"), Wording.value(length)),
                "Describe both by one network, or by images of one size.");
        }
        return vectors;
    }

    /** Those of images selected already. */
    static float[][] selected(final Pool pool) throws CanceledException {
        return of(pool, Need.SELECTED);
    }
}
