// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.Test;

/** Work takes turns. */
public final class ComputeTest {

    private final List<String> m_turns = Collections.synchronizedList(new ArrayList<>());

    @Test
    public void everybodyWaitsAndTheFirstToAskIsFirst() throws Exception {
        final List<Thread> threads = new ArrayList<>();
        try (Compute.Lease lease = Compute.lease(RunControl.none())) {
            for (int i = 0; i < 5; i++) {
                final var asked = new CountDownLatch(1);
                final String name = "turn " + i;
                final var thread = new Thread(() -> turn(name, asked));
                thread.start();
                threads.add(thread);
                asked.await();
            }
            assertEquals(List.of(), m_turns);
        }
        for (final Thread thread : threads) {
            thread.join();
        }

        assertEquals(List.of("turn 0", "turn 1", "turn 2", "turn 3", "turn 4"), m_turns);
    }

    @Test
    public void waitingCanBeCanceledAndLeavesTheQueue() throws Exception {
        try (Compute.Lease lease = Compute.lease(RunControl.none())) {
            final var thread = new Thread(() -> assertThrows(CanceledException.class,
                () -> Compute.lease(new CanceledOnceItWaits())));
            final var failure = new Throwable[1];
            thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
            thread.start();
            thread.join();
            assertEquals(null, failure[0]);
        }
        Compute.lease(RunControl.none()).close();
    }

    @Test
    public void closingTwiceTakesNobodysTurn() throws Exception {
        final Compute.Lease first = Compute.lease(RunControl.none());
        first.close();
        final Compute.Lease second = Compute.lease(RunControl.none());
        first.close();

        final var third = new Thread(() -> turn("third", new CountDownLatch(1)));
        third.start();
        assertEquals(List.of(), m_turns);
        second.close();
        third.join();
        assertEquals(List.of("third"), m_turns);
    }

    @Test
    public void zeroThreadsAreAllCoresButOne() {
        assertEquals(3, Compute.threads(3));
        assertTrue(Compute.threads(0) >= 1);
        assertEquals(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Compute.threads(0));
    }

    private void turn(final String name, final CountDownLatch asked) {
        final var control = new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                assertEquals("waiting for another node to finish computing", message);
                asked.countDown();
            }

            @Override
            public void checkCanceled() {
                // goes on
            }
        };
        try (Compute.Lease lease = Compute.lease(control)) {
            m_turns.add(name);
        } catch (CanceledException e) {
            throw new AssertionError(e);
        }
    }

    private static final class CanceledOnceItWaits implements RunControl {

        private boolean m_waits;

        @Override
        public void progress(final double fraction, final String message) {
            m_waits = true;
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_waits) {
                throw new CanceledException();
            }
        }
    }
}
