// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.OrderedWork;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.AppendedCells;
import org.frugalvision.nodes.table.ImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;

/**
 * Makes rows of images and labels, several threads at once, and puts them into a table in the order in which they were
 * added. To be closed, before the table.
 */
final class EncodedRows implements AutoCloseable {

    /** A thread takes so many rows, or so many bytes, at once: a row alone would cost more to hand over. */
    private static final int CHUNK_ROWS = 64;

    private static final int CHUNK_BYTES = 1 << 16;

    private static final int WAITING_PER_THREAD = 4;

    private final boolean m_bands;

    private final BufferedDataContainer m_rows;

    private final int m_mostWaiting;

    private final OrderedWork<List<DataRow>> m_work;

    private List<Row> m_chunk = new ArrayList<>();

    private long m_chunkBytes;

    /**
     * @param bands whether images have bands, see {@link ImageCell#of}
     * @param rows receives the rows
     */
    EncodedRows(final boolean bands, final BufferedDataContainer rows) {
        final int threads = Compute.cores();
        m_bands = bands;
        m_rows = rows;
        m_mostWaiting = WAITING_PER_THREAD * threads;
        m_work = new OrderedWork<>(threads, "Image encoder");
    }

    void add(final RowKey key, final DecodedImage image, final DataCell label, final RunControl run)
        throws CanceledException {
        m_chunk.add(new Row(key, image, label));
        m_chunkBytes += image.values().length;
        if (m_chunk.size() == CHUNK_ROWS || m_chunkBytes >= CHUNK_BYTES) {
            handOver(run);
        }
    }

    /** Puts all rows into the table that are not there yet. */
    void finish(final RunControl run) throws CanceledException {
        handOver(run);
        while (m_work.size() > 0) {
            take(run);
        }
    }

    private void handOver(final RunControl run) throws CanceledException {
        if (m_work.size() == m_mostWaiting) {
            take(run);
        }
        final List<Row> chunk = m_chunk;
        m_work.add(() -> encoded(chunk));
        m_chunk = new ArrayList<>();
        m_chunkBytes = 0;
    }

    private void take(final RunControl run) throws CanceledException {
        try {
            m_work.take(run).forEach(m_rows::addRowToTable);
        } catch (final ExecutionException e) {
            throw new IllegalStateException("Encoding an image failed.", e.getCause());
        }
    }

    private List<DataRow> encoded(final List<Row> chunk) {
        final List<DataRow> rows = new ArrayList<>();
        for (final Row row : chunk) {
            rows.add(AppendedCells.to(new DefaultRow(row.key(), ImageCell.of(row.image(), m_bands)), row.label()));
        }
        return rows;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        m_work.close();
    }

    private record Row(RowKey key, DecodedImage image, DataCell label) {
    }
}
