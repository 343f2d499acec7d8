// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.junit.Test;

public final class WorkersTest {

    @Test
    public void allWorkAtOnceAndAnswerInOrder() throws CanceledException {
        try (Workers workers = Workers.open(3)) {
            final CountDownLatch together = new CountDownLatch(3);

            assertEquals(List.of(0, 10, 20), workers.all(index -> {
                together.countDown();
                return await(together) ? 10 * index : -1;
            }));
            assertEquals(3, workers.count());
        }
    }

    @Test
    public void waitForAllAlsoIfOneFails() {
        final AtomicInteger done = new AtomicInteger();
        final CountDownLatch failed = new CountDownLatch(1);
        try (Workers workers = Workers.open(3)) {
            final IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> workers.all(index -> {
                    if (index == 1) {
                        failed.countDown();
                        throw new IllegalStateException("the second one");
                    }
                    await(failed);
                    return done.incrementAndGet();
                }));

            assertEquals("the second one", failure.getMessage());
            assertEquals(2, done.get());
        }
    }

    @Test(timeout = 60_000)
    public void tasksThatWaitForEachOtherMeetWhoeverElseHandsOutWork() throws Exception {
        final Callable<Integer> master = () -> {
            int met = 0;
            try (Workers workers = Workers.open(3)) {
                for (int time = 0; time < 200; time++) {
                    final CountDownLatch together = new CountDownLatch(3);
                    met += workers.all(index -> {
                        together.countDown();
                        return await(together);
                    }).stream().mapToInt(all -> all ? 1 : 0).sum();
                }
            }
            return met;
        };
        final ExecutorService masters = Executors.newFixedThreadPool(3);
        try {
            for (final Future<Integer> met : masters.invokeAll(List.of(master, master, master))) {
                assertEquals(600, met.get().intValue());
            }
        } finally {
            masters.shutdownNow();
        }
    }

    @Test
    public void cancelPasses() {
        try (Workers workers = Workers.open(2)) {
            assertThrows(CanceledException.class, () -> workers.all(index -> {
                throw new CanceledException();
            }));
        }
    }

    @Test
    public void lackOfMemoryBecomesAdvice() {
        try (Workers workers = Workers.open(1)) {
            final DataException failure = assertThrows(DataException.class, () -> workers.all(index -> {
                throw new OutOfMemoryError("Physical memory usage is too high");
            }));

            assertEquals("Memory: there is not enough of it to compute with this network and batch size (Physical memory"
                + " usage is too high).", failure.getMessage());
            assertEquals("Lower Batch size.", failure.fixes().get(0));
            assertTrue(failure.getCause() instanceof OutOfMemoryError);
        }
    }

    @Test
    public void anInterruptIsKeptUntilTheWorkIsDone() throws Exception {
        final CountDownLatch started = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);
        final AtomicBoolean interrupted = new AtomicBoolean();
        final AtomicInteger result = new AtomicInteger();
        final Thread caller = new Thread(() -> {
            try (Workers workers = Workers.open(1)) {
                result.set(workers.all(index -> {
                    started.countDown();
                    return await(end) ? 7 : -1;
                }).get(0));
            } catch (CanceledException e) {
                result.set(-2);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        assertTrue(await(started));
        caller.interrupt();
        assertFalse(interrupted.get());
        end.countDown();
        caller.join();

        assertEquals(7, result.get());
        assertTrue(interrupted.get());
    }

    @Test
    public void closedOnesRefuseWork() {
        final Workers workers = Workers.open(2);
        workers.close();
        workers.close();

        assertEquals("The workers are closed.",
            assertThrows(IllegalStateException.class, () -> workers.all(index -> 0)).getMessage());
        assertEquals("threads must be at least 1, but is 0",
            assertThrows(IllegalArgumentException.class, () -> Workers.open(0)).getMessage());
    }

    private static boolean await(final CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
