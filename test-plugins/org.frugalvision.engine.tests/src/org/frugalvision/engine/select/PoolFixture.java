// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.stream.IntStream;

/** Small pools for tests. */
final class PoolFixture {

    private PoolFixture() {
    }

    /** Images Row0, Row1, ... with thumbnails of any length. */
    static Pool of(final int[] labels, final float[]... thumbnails) {
        return new StoredPool(Set.of(Need.LABELS, Need.THUMBNAILS),
            IntStream.range(0, labels.length).mapToObj(i -> "Row" + i).toList(), labels, thumbnails);
    }
}
