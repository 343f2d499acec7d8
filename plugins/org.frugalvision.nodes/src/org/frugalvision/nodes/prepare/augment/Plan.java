// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.augment.CopyPlan;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.nodes.augment.VariantKeys;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeParameters.Amount;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/**
 * What is to be made of each row.
 *
 * @param copies how many new images, by row
 * @param keys row IDs of new images
 */
record Plan(int[] copies, VariantKeys keys) {

    /**
     * Reads the table once. If classes are brought to a number, only images that can be read count, so all are decoded.
     */
    static Plan of(final BufferedDataTable table, final AugmenterColumns columns,
        final ImageAugmenterNodeParameters parameters, final RunControl run) throws CanceledException {
        final boolean each = parameters.m_amount == Amount.EACH;
        final int[] labels = new int[Math.toIntExact(table.size())];
        final List<String> classes = each ? List.of() : Classes.of(table, columns.label().getAsInt());
        final var keys = new VariantKeys();
        final var unreadable = new Skipped("Left out");
        try (var rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                keys.take(row.getKey().getString());
                if (!each) {
                    final DataCell label = row.getCell(columns.label().getAsInt());
                    labels[i] = label.isMissing() || ImageCell.decode(row, columns.image(), unreadable).isEmpty() ? -1
                        : classes.indexOf(Classes.nameOf(label));
                }
                run.progress((i + 1.0) / labels.length, "counting images");
            }
        }
        if (each) {
            Arrays.fill(labels, parameters.toCopies());
            return new Plan(labels, keys);
        }
        return new Plan(CopyPlan.towards(parameters.toTarget(), labels, parameters.m_keepOriginals,
            Seeds.of(parameters.m_seed).named("copies").generator()), keys);
    }

    /** How many new images there will be, unless some cannot be read. */
    long all() {
        return Arrays.stream(copies).asLongStream().sum();
    }
}
