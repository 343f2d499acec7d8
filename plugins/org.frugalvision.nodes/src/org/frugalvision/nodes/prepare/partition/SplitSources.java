// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.split.Partition;
import org.frugalvision.nodes.table.SourceColumn;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;

/** Whether copies of one image, made by an Image Augmenter or a Class Rebalancer, end up in different parts. */
final class SplitSources {

    private SplitSources() {
    }

    /** One sentence if they do. Cost: O(rows) if the table has a column of sources that is not that of the groups. */
    static Optional<String> warning(final BufferedDataTable table, final ImagePartitionerNodeParameters parameters,
        final Partition partition) {
        final DataTableSpec spec = table.getDataTableSpec();
        final Optional<Integer> column = SourceColumn.find(spec);
        if (column.isEmpty() || parameters.m_keepGroups
            && spec.getColumnSpec(column.get()).getName().equals(parameters.m_groupColumn)) {
            return Optional.empty();
        }
        final Map<DataCell, Integer> partOf = new HashMap<>();
        final Set<DataCell> split = new HashSet<>();
        try (var rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                final DataCell source = rows.next().getCell(column.get());
                final int part = partition.part()[i];
                if (partOf.computeIfAbsent(source, none -> part) != part) {
                    split.add(source);
                }
            }
        }
        return split.isEmpty() ? Optional.empty() : Optional.of(
            "Copies of %s are in more than one part: choose \"%s\" as the group column, or part before copying."
                .formatted(Wording.count(split.size(), "image", "images"),
                    spec.getColumnSpec(column.get()).getName()));
    }
}
