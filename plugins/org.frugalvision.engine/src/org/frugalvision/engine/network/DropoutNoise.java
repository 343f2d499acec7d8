// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** Where the masks of all dropout nodes of a replica come from; set before each batch. */
final class DropoutNoise {

    private long m_seed;

    private int m_first;

    /**
     * @param seed the number for the batch
     * @param first index of the first image within the batch
     */
    void set(final long seed, final int first) {
        m_seed = seed;
        m_first = first;
    }

    long seed() {
        return m_seed;
    }

    int first() {
        return m_first;
    }
}
