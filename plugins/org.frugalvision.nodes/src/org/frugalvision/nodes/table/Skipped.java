// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Optional;

import org.frugalvision.engine.run.Wording;

/** Counts the rows that could not be used, and remembers the first for the warning. */
public final class Skipped {

    private final String m_done;

    private long m_count;

    private String m_first = "";

    /**
     * @param done what happened to them, e.g. {@code "Skipped"}
     */
    public Skipped(final String done) {
        m_done = done;
    }

    /**
     * @param rowKey of the row
     * @param why the reason, without full stop
     */
    public void add(final String rowKey, final String why) {
        if (m_count++ == 0) {
            m_first = Wording.row(rowKey) + ": " + why;
        }
    }

    /** @return how many */
    public long count() {
        return m_count;
    }

    /**
     * @param rows of the table
     * @return one sentence, or nothing if every row could be used
     */
    public Optional<String> warning(final long rows) {
        return m_count == 0 ? Optional.empty() : Optional.of(
            "%s %s of %s, the first is %s.".formatted(m_done, Wording.value(m_count),
                Wording.count(rows, "row", "rows"), m_first));
    }
}
