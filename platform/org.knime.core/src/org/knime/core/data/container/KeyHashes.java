// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.Arrays;

/**
 * The 64 bit hashes of row keys, 16 to 32 bytes each. A key whose hash is absent is new; one whose hash is present is
 * almost surely, but not certainly, a duplicate.
 */
final class KeyHashes {

    private static final int MIN_CAPACITY = 1 << 6;

    /** Open addressing; 0 marks a free place. At most half full. */
    private long[] m_table = new long[MIN_CAPACITY];

    private int m_size;

    /** Whether the hash was absent. */
    boolean add(final String key) {
        if (m_size * 2L >= m_table.length) {
            grow();
        }
        if (!put(hash(key))) {
            return false;
        }
        m_size++;
        return true;
    }

    private boolean put(final long hash) {
        int i = (int)hash & m_table.length - 1;
        while (m_table[i] != 0) {
            if (m_table[i] == hash) {
                return false;
            }
            i = i + 1 & m_table.length - 1;
        }
        m_table[i] = hash;
        return true;
    }

    private void grow() {
        final long[] hashes = m_table;
        m_table = new long[hashes.length * 2];
        Arrays.stream(hashes).filter(hash -> hash != 0).forEach(this::put);
    }

    /** FNV-1a over the characters, then mixed so that the low bits depend on all of them. */
    private static long hash(final String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
