// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.augment.VariantKeys;
import org.frugalvision.nodes.table.AppendedCells;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;

/** Writes each row as often as the plan says: the row itself first, behind it its copies, in the order of the table. */
final class RebalancedRows {

    private final RebalancerColumns m_columns;

    private final Optional<Augmentation> m_changes;

    private final Seeds m_seeds;

    private final RebalancePlan m_plan;

    private final double[] m_weights;

    private final VariantKeys m_keys = new VariantKeys();

    private final Skipped m_unreadable = new Skipped("");

    RebalancedRows(final RebalancerColumns columns, final ClassRebalancerNodeParameters parameters,
        final RebalancePlan plan) {
        m_columns = columns;
        m_changes =
            columns.changes() ? Optional.of(parameters.m_changes.toAugmentation()) : Optional.empty();
        m_seeds = Seeds.of(parameters.m_seed).named("augment");
        m_plan = plan;
        m_weights = plan.weights(parameters.m_weight);
    }

    void write(final BufferedDataTable table, final BufferedDataContainer rows, final RunControl run)
        throws CanceledException {
        try (var all = table.iterator()) {
            while (all.hasNext()) {
                m_keys.take(all.next().getKey().getString());
            }
        }
        try (var all = table.iterator()) {
            for (int i = 0; all.hasNext(); i++) {
                run.checkCanceled();
                write(all.next(), m_plan.numbers()[i], rows, run);
                run.progress((i + 1.0) / table.size(),
                    "row %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        }
    }

    private void write(final DataRow row, final int number, final BufferedDataContainer rows, final RunControl run)
        throws CanceledException {
        final int times = number < 0 ? 0 : m_plan.times()[number];
        final Optional<DecodedImage> image = times > 1 && m_changes.isPresent() ? Optional.of(image(row))
            : Optional.empty();
        for (int copy = 0; copy < times; copy++) {
            run.checkCanceled();
            rows.addRowToTable(
                AppendedCells.to(copy == 0 ? row : copy(row, copy, image), appended(row, number, copy)));
        }
    }

    private DecodedImage image(final DataRow row) {
        final ImageCell cell = ImageCell.decode(row, m_columns.image().getAsInt(), m_unreadable).orElseThrow();
        m_changes.orElseThrow().check(Wording.row(cell.id()), cell.shape(), cell.image().type());
        return cell.image();
    }

    private DataRow copy(final DataRow row, final int copy, final Optional<DecodedImage> image) {
        final String id = row.getKey().getString();
        final DataCell[] cells = row.stream().toArray(DataCell[]::new);
        if (image.isPresent()) {
            cells[m_columns.image().getAsInt()] =
                ImageCell.of(m_changes.orElseThrow().variant(image.get(), m_seeds, id, copy), m_columns.bands())[0];
        }
        return new DefaultRow(m_keys.of(id, copy), cells);
    }

    private DataCell[] appended(final DataRow row, final int number, final int copy) {
        final List<DataCell> cells =
            new ArrayList<>(List.of(new StringCell(row.getKey().getString()), new IntCell(copy)));
        if (m_columns.weight()) {
            cells.add(new DoubleCell(m_weights[m_plan.pool().labels()[number]]));
        }
        return cells.toArray(DataCell[]::new);
    }
}
