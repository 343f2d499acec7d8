// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.resample.LabelledPool;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.nodes.table.ImageRows;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.table.VectorCells;

/** The rows that have all that is read of them: their classes and, where somebody measures, their vectors. */
final class LabelledRows implements ImageRows.Visitor {

    private final RebalancerColumns m_columns;

    private final boolean m_measures;

    private final Skipped m_skipped;

    private final List<Long> m_indices = new ArrayList<>();

    private final List<Integer> m_labels = new ArrayList<>();

    private final List<float[]> m_vectors = new ArrayList<>();

    private final VectorCells m_cells = new VectorCells();

    private final Thumbnails m_thumbnails = new Thumbnails();

    LabelledRows(final RebalancerColumns columns, final boolean measures, final Skipped skipped) {
        m_columns = columns;
        m_measures = measures;
        m_skipped = skipped;
    }

    @Override
    public void visit(final ImageRow row) {
        if (m_columns.vectors().isPresent()) {
            final int column = m_columns.vectors().getAsInt();
            if (row.row().getCell(column).isMissing()) {
                m_skipped.add(row.id(), "the embedding is missing");
                return;
            }
            m_vectors.add(m_cells.of(row.row(), column));
        } else if (m_measures) {
            m_thumbnails.add(row.id(), row.image().orElseThrow().image());
        }
        m_indices.add(row.index());
        m_labels.add(row.label());
    }

    /** The images by their classes. */
    LabelledPool pool(final List<String> classes) {
        return new LabelledPool(m_labels.stream().mapToInt(Integer::intValue).toArray(), classes);
    }

    /** A vector of each image of the pool. */
    float[][] vectors(final RunControl run) throws CanceledException {
        return m_columns.vectors().isPresent() ? m_vectors.toArray(float[][]::new) : m_thumbnails.compute(run);
    }

    /** Of each row of the table, its number in the pool, or -1. */
    int[] numbers(final long rows) {
        final int[] numbers = IntStream.range(0, Math.toIntExact(rows)).map(i -> -1).toArray();
        for (int i = 0; i < m_indices.size(); i++) {
            numbers[Math.toIntExact(m_indices.get(i))] = i;
        }
        return numbers;
    }
}
