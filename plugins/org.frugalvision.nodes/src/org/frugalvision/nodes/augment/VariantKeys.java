// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Row IDs of new images: that of the image they come from, "~" and the number of the copy. If a row of the table has
 * that ID already, it gets "'" behind it until none has.
 */
public final class VariantKeys {

    private static final Pattern ALIKE = Pattern.compile(".*~\\d+'*", Pattern.DOTALL);

    private final Set<String> m_taken = new HashSet<>();

    /** @param id of a row of the table */
    public void take(final String id) {
        if (ALIKE.matcher(id).matches()) {
            m_taken.add(id);
        }
    }

    /**
     * @param id of the row that the copy is of
     * @param copy its number, from 1
     * @return the ID of the copy
     */
    public String of(final String id, final int copy) {
        String key = id + '~' + copy;
        while (m_taken.contains(key)) {
            key += '\'';
        }
        return key;
    }
}
