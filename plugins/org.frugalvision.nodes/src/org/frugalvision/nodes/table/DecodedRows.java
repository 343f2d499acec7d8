// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.OrderedWork;
import org.frugalvision.engine.run.RunControl;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * The rows of a table in their order, with their images, which other threads decode ahead, as far as 16 MB: so while
 * somebody uses some rows, the next ones are made ready. Cells are fetched by the thread that asks for rows, which
 * KNIME knows. To be closed.
 */
public final class DecodedRows implements AutoCloseable {

    private static final long AHEAD_BYTES = 16L << 20;

    private static final int AHEAD_ROWS = 4096;

    /** A thread takes so many rows at once that this much comes out: a row alone would cost more to hand over. */
    private static final int CHUNK_BYTES = 1 << 16;

    private static final int CHUNK_ROWS = 64;

    private final CloseableRowIterator m_rows;

    private final int m_column;

    private final OrderedWork<Chunk> m_work = new OrderedWork<>(Math.max(1, Compute.cores() - 1), "Image decoder");

    private final Deque<DecodedRow> m_ready = new ArrayDeque<>();

    /** What ended the chunk whose rows are ready, and comes after them. */
    private Optional<Throwable> m_failure = Optional.empty();

    /** Of the largest image of the last chunk that had one; 0 if nothing is known yet. */
    private long m_imageBytes;

    /**
     * @param table the rows
     * @param column index of the column of images
     */
    public DecodedRows(final BufferedDataTable table, final int column) {
        m_rows = table.iterator();
        m_column = column;
    }

    /** @return whether there is another row */
    public boolean hasNext() {
        return !m_ready.isEmpty() || m_failure.isPresent() || m_work.size() > 0 || m_rows.hasNext();
    }

    /**
     * @param run asked whether to go on, also while a large image is decoded
     * @return the next row
     * @throws CanceledException if the work was canceled
     */
    public DecodedRow next(final RunControl run) throws CanceledException {
        run.checkCanceled();
        if (m_ready.isEmpty() && m_failure.isEmpty()) {
            readAhead();
            take(run);
            readAhead();
        }
        if (m_ready.isEmpty()) {
            throw rethrown(m_failure.orElseThrow());
        }
        return m_ready.remove();
    }

    private void take(final RunControl run) throws CanceledException {
        try {
            final Chunk chunk = m_work.take(run);
            m_ready.addAll(chunk.rows());
            m_failure = chunk.failure();
            chunk.rows().stream().flatMap(row -> row.decoded().stream())
                .mapToLong(image -> image.image().values().length).max().ifPresent(bytes -> m_imageBytes = bytes);
        } catch (final ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Until the size of an image is known, one goes ahead alone. */
    private void readAhead() {
        final int size = m_imageBytes == 0 ? 1 : (int)Math.max(1, Math.min(CHUNK_ROWS, CHUNK_BYTES / m_imageBytes));
        final long most = m_imageBytes == 0 ? 1
            : Math.max(2, Math.min(AHEAD_ROWS, AHEAD_BYTES / m_imageBytes) / size);
        while (m_work.size() < most && m_rows.hasNext()) {
            final List<Undecoded> rows = new ArrayList<>();
            while (rows.size() < size && m_rows.hasNext()) {
                final DataRow row = m_rows.next();
                rows.add(new Undecoded(row, row.getCell(m_column)));
            }
            m_work.add(() -> decoded(rows));
        }
    }

    private static Chunk decoded(final List<Undecoded> rows) {
        final List<DecodedRow> decoded = new ArrayList<>();
        try {
            for (final Undecoded row : rows) {
                decoded.add(DecodedRow.of(row.row(), row.cell()));
            }
        } catch (RuntimeException | Error e) { // whoever takes the row gets it
            return new Chunk(decoded, Optional.of(e));
        }
        return new Chunk(decoded, Optional.empty());
    }

    private static RuntimeException rethrown(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        m_work.close();
        m_rows.close();
    }

    private record Undecoded(DataRow row, DataCell cell) {
    }

    private record Chunk(List<DecodedRow> rows, Optional<Throwable> failure) {
    }
}
