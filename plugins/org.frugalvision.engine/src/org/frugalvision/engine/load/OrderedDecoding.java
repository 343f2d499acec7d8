// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.OrderedWork;
import org.frugalvision.engine.run.RunControl;

/**
 * Decodes and prepares in several threads what one thread adds, and hands the results on from that one thread in the
 * order in which the files were added.
 */
final class OrderedDecoding<T> implements AutoCloseable {

    /** Where the bytes of a file come from. */
    @FunctionalInterface
    interface Bytes {

        byte[] read() throws RejectedException;
    }

    private static final int WAITING_PER_THREAD = 4;

    private final DecodeSettings m_settings;

    private final ImageSink<T> m_sink;

    private final RunControl m_run;

    private final OrderedWork<T> m_work;

    private final int m_mostWaiting;

    private final Deque<FoundFile> m_files = new ArrayDeque<>();

    private long m_rejected;

    OrderedDecoding(final DecodeSettings settings, final int threads, final ImageSink<T> sink, final RunControl run) {
        final int count = threads > 0 ? threads : Math.max(1, Compute.cores() - 1);
        m_settings = settings;
        m_sink = sink;
        m_run = run;
        m_mostWaiting = WAITING_PER_THREAD * count;
        m_work = new OrderedWork<>(count, "Image decoder");
    }

    /** Adds a file; if enough are waiting, hands the first of them on beforehand. */
    void add(final FoundFile file, final Bytes bytes) throws CanceledException {
        if (m_files.size() == m_mostWaiting) {
            handOn();
        }
        m_files.add(file);
        m_work.add(() -> m_sink.prepare(m_settings.load(bytes.read())));
    }

    /** Hands on all that still wait. */
    void finish() throws CanceledException {
        while (!m_files.isEmpty()) {
            handOn();
        }
    }

    /** How many of the files handed on were rejected. */
    long rejected() {
        return m_rejected;
    }

    /** Ends the threads and waits for them, so that nobody reads a file after a cancellation. */
    @Override
    public void close() {
        m_work.close();
    }

    private void handOn() throws CanceledException {
        final var file = m_files.remove();
        try {
            m_sink.image(file, m_work.take(m_run));
        } catch (final ExecutionException e) {
            reject(file, e.getCause());
        }
    }

    private void reject(final FoundFile file, final Throwable cause) throws CanceledException {
        if (!(cause instanceof RejectedException)) {
            throw new IllegalStateException("Decoding \"" + file.id() + "\" failed.", cause);
        }
        m_rejected++;
        m_sink.rejected(new Rejection(file.id(), cause.getMessage(), file.bytes()));
    }
}
