// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.List;
import java.util.Set;

/** A pool whose answers were collected beforehand. */
record StoredPool(Set<Need<?>> needs, List<String> ids, int[] labels, float[][] thumbnails) implements Pool {

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public String id(final int i) {
        return ids.get(i);
    }

    /** The cast holds because each constant of {@link Need} is compared with the answer of its own type. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(final Need<T> need) {
        if (!needs.contains(need)) {
            throw new IllegalArgumentException("The pool was made without " + need + ".");
        }
        return (T)(need == Need.LABELS ? labels : thumbnails);
    }
}
