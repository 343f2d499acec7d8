// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.HashSet;
import java.util.Set;

import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.Pool;

/** A table beside that of the images, which is there or not. */
enum OtherTable {

        /** What was chosen before. */
        SELECTED("Already selected", Set.of(Need.SELECTED, Need.LABELLED)),
        /** What is looked for. */
        QUERY("Query", Set.of(Need.QUERY)),
        /** What is kept out. */
        PRIVATE("Private", Set.of(Need.PRIVATE));

    private static final int FIRST_PORT = 2;

    private final String m_title;

    private final Set<Need<Pool>> m_needs;

    OtherTable(final String title, final Set<Need<Pool>> needs) {
        m_title = title;
        m_needs = needs;
    }

    /** Number of its input. */
    int port() {
        return FIRST_PORT + ordinal();
    }

    /** Name of its input. */
    String title() {
        return m_title;
    }

    /** Whether a method with these needs looks at it. */
    boolean isRead(final Set<Need<?>> needs) {
        return m_needs.stream().anyMatch(needs::contains);
    }

    /** Whether a method with these needs cannot do without it. */
    boolean isRequired(final Set<Need<?>> needs) {
        return isRead(needs) && !needs.contains(Need.SELECTED);
    }

    /** Those of the needs that it answers. */
    Set<Need<Pool>> answered() {
        return m_needs;
    }

    /** What must be known about its images: what must be known about those to choose from, and labels if it says so. */
    static Set<Need<?>> own(final Set<Need<?>> needs) {
        final Set<Need<?>> own = new HashSet<>(needs);
        for (final OtherTable table : values()) {
            own.removeAll(table.m_needs);
        }
        if (needs.contains(Need.LABELLED)) {
            own.add(Need.LABELS);
        }
        return Set.copyOf(own);
    }
}
