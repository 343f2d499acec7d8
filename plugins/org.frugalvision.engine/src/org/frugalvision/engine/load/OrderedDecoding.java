// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
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

    private final ExecutorService m_threads;

    private final Queue<Thread> m_workers = new ConcurrentLinkedQueue<>();

    private final int m_mostWaiting;

    private final Deque<Waiting<T>> m_waiting = new ArrayDeque<>();

    private long m_rejected;

    OrderedDecoding(final DecodeSettings settings, final int threads, final ImageSink<T> sink) {
        final int count = threads > 0 ? threads : Math.max(1, Compute.cores() - 1);
        m_settings = settings;
        m_sink = sink;
        m_mostWaiting = WAITING_PER_THREAD * count;
        m_threads = Executors.newFixedThreadPool(count, work -> {
            final var thread = new Thread(work, "Image decoder");
            thread.setDaemon(true);
            m_workers.add(thread);
            return thread;
        });
    }

    /** Adds a file; if enough are waiting, hands the first of them on beforehand. */
    void add(final FoundFile file, final Bytes bytes) throws CanceledException {
        if (m_waiting.size() == m_mostWaiting) {
            handOn();
        }
        m_waiting.add(
            new Waiting<>(file, m_threads.submit(() -> m_sink.prepare(m_settings.load(bytes.read())))));
    }

    /** Hands on all that still wait. */
    void finish(final RunControl run) throws CanceledException {
        while (!m_waiting.isEmpty()) {
            run.checkCanceled();
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
        m_threads.shutdownNow();
        boolean interrupted = false;
        // an ended pool does not mean that its threads are gone
        while (!m_workers.isEmpty()) {
            try {
                m_workers.peek().join();
                m_workers.remove();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn() throws CanceledException {
        final var first = m_waiting.remove();
        try {
            m_sink.image(first.file(), first.image().get());
        } catch (final ExecutionException e) {
            reject(first.file(), e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledException();
        }
    }

    private void reject(final FoundFile file, final Throwable cause) throws CanceledException {
        if (!(cause instanceof RejectedException)) {
            throw new IllegalStateException("Decoding \"" + file.id() + "\" failed.", cause);
        }
        m_rejected++;
        m_sink.rejected(new Rejection(file.id(), cause.getMessage(), file.bytes()));
    }

    private record Waiting<T>(FoundFile file, Future<T> image) {
    }
}
