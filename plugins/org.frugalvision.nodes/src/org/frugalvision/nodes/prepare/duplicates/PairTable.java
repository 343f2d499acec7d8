// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.duplicate.Match;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the table of duplicates. */
final class PairTable implements AutoCloseable {

    private final boolean m_labels;

    private final SignedRows m_images;

    private final BufferedDataContainer m_rows;

    private final Set<String> m_duplicates = new HashSet<>();

    private long m_conflicts;

    private String m_firstConflict = "";

    /** {@code labels}: whether labels are compared. */
    PairTable(final SignedRows images, final boolean labels, final ExecutionContext context) {
        m_images = images;
        m_labels = labels;
        m_rows = context.createDataContainer(spec(labels));
    }

    static DataTableSpec spec(final boolean labels) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(strings("image"), strings("duplicate of"),
            strings("found in"), strings("kind"), NumberCells.ints("hash distance"),
            NumberCells.doubles("gray difference")));
        if (labels) {
            columns.addAll(List.of(strings("label"), strings("label of the other")));
        }
        return new DataTableSpec("Duplicates", columns.toArray(DataColumnSpec[]::new));
    }

    /** Appends the matches with the rows of one table, which {@code foundIn} names. */
    void add(final List<Match> matches, final SignedRows originals, final String foundIn) {
        for (final Match match : matches) {
            final String id = m_images.ids().get(match.image());
            m_duplicates.add(id);
            final DataCell label = m_images.labels().get(match.image());
            final DataCell other = originals.labels().get(match.original());
            if (!label.isMissing() && !other.isMissing() && !Classes.nameOf(label).equals(Classes.nameOf(other))
                && m_conflicts++ == 0) {
                m_firstConflict = id;
            }
            final DataCell[] cells = {new StringCell(id), new StringCell(originals.ids().get(match.original())),
                new StringCell(foundIn), new StringCell(match.exact() ? "exact" : "near"),
                new IntCell(match.distance()), new DoubleCell(match.greyDifference()), label, other};
            m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows.size()),
                m_labels ? cells : Arrays.copyOf(cells, cells.length - 2)));
        }
    }

    BufferedDataTable table() {
        m_rows.close();
        return m_rows.getTable();
    }

    /** Ends the table where the search ended early. */
    @Override
    public void close() {
        m_rows.close();
    }

    /** The row IDs of all duplicates. */
    Set<String> duplicates() {
        return m_duplicates;
    }

    /** One sentence on duplicates with different labels, if there are any. */
    Optional<String> conflicts() {
        return m_conflicts == 0 ? Optional.empty() : Optional.of(
            "Found %s with another label than the original, the first is %s.".formatted(
                Wording.count(m_conflicts, "duplicate", "duplicates"), Wording.row(m_firstConflict)));
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
