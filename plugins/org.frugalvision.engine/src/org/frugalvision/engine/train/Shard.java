// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * One of several nearly equal, adjoining parts of a range.
 *
 * @param from first index
 * @param to index after the last one; {@code from} for an empty part
 */
record Shard(int from, int to) {

    static Shard of(final int length, final int index, final int count) {
        return new Shard((int)((long)length * index / count), (int)((long)length * (index + 1) / count));
    }

    int size() {
        return to - from;
    }
}
