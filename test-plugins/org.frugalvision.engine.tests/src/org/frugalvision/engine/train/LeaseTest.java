// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Whatever computes takes turns: one piece of work at a time has the cores and the clock. */
public final class LeaseTest {

    private final Network m_network = Networks.network(1);

    private final ImageSet m_images = Networks.images(6, 1);

    private final List<Work> m_works = List.of( //
        run -> new Training(m_network, m_images, new TrainingSettings(1, 4, 0.01, 1, true, 2)).fit(run),
        run -> Inference.probabilities(m_network, m_images, InferenceSettings.DEFAULT, run),
        run -> Inference.embeddings(m_network, m_images, InferenceSettings.DEFAULT, run),
        run -> Inference.losses(m_network, m_images, InferenceSettings.DEFAULT, run),
        run -> predictions(m_network, m_images, run));

    @Test
    public void everyWorkWaitsForItsTurnSaysSoAndThenDoesIt() throws Exception {
        for (final Work work : m_works) {
            final Waiting waiting = new Waiting(false);
            final FutureTask<Object> task;
            try (Compute.Lease lease = Compute.lease(RunControl.none())) {
                task = started(() -> work.with(waiting));
                waiting.m_waits.await();
                assertFalse(task.isDone());
            }

            task.get();
            assertEquals("waiting for another node to finish computing", waiting.m_messages.get(0));
        }
    }

    @Test
    public void everyWorkCanBeCanceledWhileItWaits() throws Exception {
        try (Compute.Lease lease = Compute.lease(RunControl.none())) {
            for (final Work work : m_works) {
                started(() -> assertThrows(CanceledException.class, () -> work.with(new Waiting(true)))).get();
            }
        }
    }

    @Test
    public void theTurnEndsWithTheWorkEvenIfItFails() throws Exception {
        final Waiting none = new Waiting(false);
        assertThrows(RuntimeException.class,
            () -> new Training(m_network, m_images, new TrainingSettings(1, 4, 0.01, 1, true, 2))
                .with(List.of(new SilentMethod() {

                    @Override
                    public Batch batchLoaded(final Batch batch, final Passes passes) {
                        throw new IllegalStateException("no");
                    }
                })).fit(RunControl.none()));

        Compute.lease(none).close();
        assertEquals(List.of(), none.m_messages);
    }

    @Test(timeout = 60_000)
    public void anOpenPredictorLeavesTheTurnToOthersBetweenItsSets() throws Exception {
        try (Predictor predictor = Predictor.open(m_network, InferenceSettings.DEFAULT, Optional.empty(), false)) {
            final Object before = predictor.predict(m_images, RunControl.none()).get(0).probabilities()[0];

            started(() -> Inference.losses(m_network, m_images, InferenceSettings.DEFAULT, RunControl.none())).get();

            assertEquals(before, predictor.predict(m_images, RunControl.none()).get(0).probabilities()[0]);
        }
    }

    @Test
    public void workInsideOtherWorkNeedNotWait() throws CanceledException {
        final Waiting none = new Waiting(false);
        try (Compute.Lease lease = Compute.lease(none)) {
            for (final Work work : m_works) {
                work.with(none);
            }
            final FutureTask<Object> other = started(() -> assertThrows(CanceledException.class,
                () -> Inference.losses(m_network, m_images, InferenceSettings.DEFAULT, new Waiting(true))));
            try {
                other.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("the lease must still be held", e);
            }
        }

        assertFalse(none.m_messages.contains("waiting for another node to finish computing"));
    }

    private static Object predictions(final Network network, final ImageSet images, final RunControl run)
        throws CanceledException {
        try (Predictor predictor = Predictor.open(network, InferenceSettings.DEFAULT, Optional.empty(), false)) {
            return predictor.predict(images, run);
        }
    }

    private static FutureTask<Object> started(final Callable<Object> work) {
        final FutureTask<Object> task = new FutureTask<>(work);
        final Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    @FunctionalInterface
    private interface Work {
        Object with(RunControl run) throws CanceledException;
    }

    /** Hears that work waits, and cancels it then or lets it wait. */
    private static final class Waiting implements RunControl {

        private final List<String> m_messages = new ArrayList<>();

        private final CountDownLatch m_waits = new CountDownLatch(1);

        private final boolean m_cancels;

        Waiting(final boolean cancels) {
            m_cancels = cancels;
        }

        @Override
        public void progress(final double fraction, final String message) {
            m_messages.add(message);
            m_waits.countDown();
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_cancels && m_waits.getCount() == 0) {
                throw new CanceledException();
            }
        }
    }
}
