// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Threads that compute, each with its own {@link Replica} of one network. Work split over replicas uses several cores
 * much better than ND4J's own threads do, and its result depends on how the work was split, never on how threads were
 * scheduled. To be used under a {@link org.frugalvision.engine.run.Compute} lease and to be closed.
 */
public final class Replicas implements AutoCloseable {

    private final List<ReplicaThread> m_threads = new ArrayList<>();

    private Replicas() {
    }

    /**
     * Work for one of the replicas.
     *
     * @param <T> type of result
     */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * @param replica this thread's replica
         * @param index 0 .. {@link Replicas#count()} - 1
         * @return the result
         * @throws CanceledException if the work is to end
         */
        T run(Replica replica, int index) throws CanceledException;
    }

    /**
     * What a replica makes of a batch of images.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    public interface Forward<T> {

        /**
         * @param replica computes
         * @param pixels the images, CHW each
         * @param images how many
         * @return what comes out for them
         */
        T apply(Replica replica, float[] pixels, int images);
    }

    /**
     * Takes what came out for a batch; called by several threads, for different images.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    public interface Sink<T> {

        /**
         * @param first index of the batch's first image in its set
         * @param images how many
         * @param values what came out
         */
        void accept(int first, int images, T values);
    }

    /**
     * @param spec the network
     * @param threads how many, at least 1
     * @return replicas, their weights all zero
     * @throws org.frugalvision.dl4j.BackendException if the native libraries cannot be had
     * @throws DataException if the memory is not enough
     */
    public static Replicas open(final NetworkSpec spec, final int threads) {
        Backend.start();
        final Replicas replicas = new Replicas();
        try {
            for (int i = 0; i < threads; i++) {
                final ReplicaThread thread = new ReplicaThread(i);
                replicas.m_threads.add(thread);
                await(List.of(thread.open(spec)));
            }
            return replicas;
        } catch (CanceledException e) {
            throw new IllegalStateException("Opening a replica cannot be canceled.", e);
        } catch (RuntimeException e) {
            replicas.close();
            throw e;
        }
    }

    /** @return number of replicas */
    public int count() {
        return m_threads.size();
    }

    /**
     * Lets every replica do a task, at the same time, and waits until all are done, also if one of them fails.
     *
     * @param <T> type of result
     * @param task the task
     * @return the results by replica
     * @throws CanceledException if a task was canceled
     * @throws DataException if the memory is not enough
     */
    public <T> List<T> all(final Task<T> task) throws CanceledException {
        final List<Future<T>> futures = new ArrayList<>();
        for (final ReplicaThread thread : m_threads) {
            futures.add(thread.submit(task));
        }
        return await(futures);
    }

    /**
     * Sends all images of a set through the network, batch by batch. Batches are the same for any number of threads,
     * and so are the values.
     *
     * @param <T> what comes out for a batch
     * @param images the images
     * @param batchSize images per batch
     * @param forward what to compute
     * @param sink takes the values
     * @param run progress and cancel, within one batch
     * @throws CanceledException if the work was canceled
     */
    public <T> void forward(final ImageSet images, final int batchSize, final Forward<T> forward,
        final Sink<T> sink, final RunControl run) throws CanceledException {
        final AtomicInteger done = new AtomicInteger();
        all((replica, index) -> {
            final int size = images.shape().size();
            final float[] pixels = new float[Math.min(batchSize, images.size()) * size];
            for (long from = (long)index * batchSize; from < images.size(); from += (long)batchSize * count()) {
                run.checkCanceled();
                final int first = (int)from;
                final int count = Math.min(batchSize, images.size() - first);
                for (int i = 0; i < count; i++) {
                    images.readPixels(first + i, pixels, i * size);
                }
                sink.accept(first, count, forward.apply(replica, pixels, count));
                final int finished = done.addAndGet(count);
                run.progress((double)finished / images.size(),
                    Wording.value(finished) + " of " + Wording.count(images.size(), "image", "images"));
            }
            return null;
        });
    }

    /**
     * Gives every replica the same weights.
     *
     * @param weights the weights; copied
     */
    public void setWeights(final float[] weights) {
        try {
            all((replica, index) -> {
                replica.setWeights(weights);
                return null;
            });
        } catch (CanceledException e) {
            throw new IllegalStateException("Setting weights cannot be canceled.", e);
        }
    }

    /** Frees the native memory before it returns. */
    @Override
    public void close() {
        final List<Future<Void>> closed = m_threads.stream().map(ReplicaThread::close).toList();
        try {
            await(closed);
        } catch (CanceledException e) {
            throw new IllegalStateException("Closing cannot be canceled.", e);
        }
    }

    private static <T> List<T> await(final List<Future<T>> futures) throws CanceledException {
        final List<T> results = new ArrayList<>();
        Throwable failure = null;
        boolean interrupted = false;
        for (int i = 0; i < futures.size();) {
            try {
                results.add(futures.get(i).get());
                i++;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            } catch (InterruptedException e) { // native code cannot be left alone with memory about to be freed
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw rethrown(failure);
        }
        return results;
    }

    private static RuntimeException rethrown(final Throwable failure) throws CanceledException {
        if (failure instanceof CanceledException canceled) {
            throw canceled;
        }
        if (failure instanceof OutOfMemoryError) {
            return new DataException("Memory", "there is not enough of it to compute with this network and batch size ("
                + failure.getMessage() + ").", failure, "Lower Batch size.", "Lower Threads.",
                "Raise the limits in knime.ini: -Xmx for the Java heap, -Dfrugalvision.offheap=6GB for native memory.");
        }
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        return new IllegalStateException(failure);
    }
}
