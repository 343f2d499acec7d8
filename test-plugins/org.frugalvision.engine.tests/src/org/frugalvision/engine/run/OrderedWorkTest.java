// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.junit.Test;

/** Many threads, one order. */
public final class OrderedWorkTest {

    private static final String NAME = "ordered work of this test";

    @Test
    public void resultsComeInTheOrderOfTheWorkWhoeverIsDoneFirst() throws Exception {
        final var second = new CountDownLatch(1);
        try (var work = new OrderedWork<Integer>(2, NAME)) {
            work.add(() -> {
                second.await();
                return 0;
            });
            work.add(() -> {
                second.countDown();
                return 1;
            });
            for (int i = 2; i < 50; i++) {
                final int result = i;
                work.add(() -> result);
            }

            assertEquals(50, work.size());
            for (int i = 0; i < 50; i++) {
                assertEquals(i, (int)work.take(RunControl.none()));
            }
            assertEquals(0, work.size());
        }
    }

    @Test
    public void aFailureComesInItsTurnAndConcernsNothingElse() throws Exception {
        final var failure = new IllegalStateException("no");
        try (var work = new OrderedWork<String>(3, NAME)) {
            work.add(() -> "first");
            work.add(() -> {
                throw failure;
            });
            work.add(() -> "third");

            assertEquals("first", work.take(RunControl.none()));
            assertSame(failure,
                assertThrows(ExecutionException.class, () -> work.take(RunControl.none())).getCause());
            assertEquals("third", work.take(RunControl.none()));
        }
    }

    @Test(timeout = 60_000)
    public void waitingIsCanceledWhileTheWorkGoesOn() throws Exception {
        final var mayEnd = new CountDownLatch(1);
        final List<String> ended = new ArrayList<>();
        try (var work = new OrderedWork<String>(1, NAME)) {
            work.add(() -> uninterruptibly(mayEnd, ended));

            assertThrows(CanceledException.class, () -> work.take(new CanceledAtCheck(3)));
            assertEquals(List.of(), ended);
            mayEnd.countDown();
        }
        assertEquals("closing waits for what cannot be interrupted", List.of("ended"), ended);
    }

    @Test
    public void closingLeavesNoThreadAndNoWorkBehind() throws Exception {
        final List<Integer> done = new ArrayList<>();
        final var mayEnd = new CountDownLatch(1);
        final var work = new OrderedWork<Object>(1, NAME);
        for (int i = 0; i < 3; i++) {
            final int number = i;
            work.add(() -> {
                mayEnd.await();
                return done.add(number);
            });
        }

        work.close();

        assertEquals(List.of(), done);
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(NAME)));
    }

    @Test
    public void interruptionCancelsAndIsKept() {
        try (var work = new OrderedWork<Object>(1, NAME)) {
            work.add(() -> {
                new CountDownLatch(1).await();
                return null;
            });
            Thread.currentThread().interrupt();

            assertThrows(CanceledException.class, () -> work.take(RunControl.none()));
            assertTrue(Thread.interrupted());
        }
    }

    private static String uninterruptibly(final CountDownLatch latch, final List<String> ended) {
        while (latch.getCount() > 0) {
            LockSupport.parkNanos(100_000);
        }
        ended.add("ended");
        return "";
    }
}
