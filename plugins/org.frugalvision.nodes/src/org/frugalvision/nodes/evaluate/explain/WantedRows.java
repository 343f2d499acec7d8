// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.knime.core.node.BufferedDataTable;

/** Which rows of the table are explained: those in the list, if there is one, and of them the first. */
final class WantedRows {

    private final Optional<Set<String>> m_list;

    /** How many there are at most. */
    private final long m_all;

    private long m_taken;

    private WantedRows(final Optional<Set<String>> list, final long all) {
        m_list = list;
        m_all = all;
    }

    static WantedRows of(final BufferedDataTable table, final Optional<BufferedDataTable> list, final long count,
        final RunControl run) throws CanceledException {
        if (list.isEmpty()) {
            return new WantedRows(Optional.empty(), Math.min(count, table.size()));
        }
        final Set<String> ids = new HashSet<>();
        try (var rows = list.get().iterator()) {
            while (rows.hasNext()) {
                run.checkCanceled();
                ids.add(rows.next().getKey().getString());
            }
        }
        return new WantedRows(Optional.of(ids), Math.min(count, ids.size()));
    }

    /** Whether no further row is wanted. */
    boolean complete() {
        return m_taken >= m_all;
    }

    /** Asked once for each row, as long as they are not complete. */
    boolean takes(final String id) {
        final boolean takes = m_list.isEmpty() || m_list.get().contains(id);
        m_taken += takes ? 1 : 0;
        return takes;
    }

    /** The progress of some rows, as that of all. */
    RunControl run(final RunControl run, final long before, final int rows) {
        return run.part((double)before / Math.max(1, m_all),
            Math.min(1, (double)(before + rows) / Math.max(1, m_all)));
    }

    /** A sentence if rows of the list are not in the table. */
    Optional<String> warning() {
        return m_taken >= m_all ? Optional.empty() : Optional.of(
            "%s of the list \"Rows\" did not occur in the table.".formatted(
                Wording.count(m_all - m_taken, "row ID", "row IDs")));
    }
}
