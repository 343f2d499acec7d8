// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.HashSet;
import java.util.Set;

/** Row IDs that differ: a list may name a file twice, an archive may hold two files of one name. */
final class UniqueIds {

    private final Set<String> m_used = new HashSet<>();

    /** The id itself, or with " (2)", " (3)" and so on behind it where it was given before. */
    String of(final String id) {
        String unique = id;
        for (int i = 2; !m_used.add(unique); i++) {
            unique = "%s (%d)".formatted(id, i);
        }
        return unique;
    }
}
