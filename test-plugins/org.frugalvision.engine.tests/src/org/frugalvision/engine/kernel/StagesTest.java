// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;

/** Tests {@link Stages}. */
public class StagesTest {

    private static final int PIECES = 100;

    @Test
    public void aStageBeginsWhenTheOneBeforeIsDone() throws CanceledException {
        for (final int threads : new int[]{1, 2, 5}) {
            final AtomicInteger done = new AtomicInteger();
            final AtomicInteger early = new AtomicInteger();
            final var stages = new Stages();
            for (int i = 0; i < PIECES; i++) {
                stages.add(2, scratch -> early.addAndGet(done.get() == 2 * PIECES ? 0 : 1));
                stages.add(0, scratch -> done.incrementAndGet());
                stages.add(1, scratch -> {
                    early.addAndGet(done.get() >= PIECES ? 0 : 1);
                    done.incrementAndGet();
                });
            }

            run(stages, threads);

            assertEquals(2 * PIECES, done.get());
            assertEquals(0, early.get());
        }
    }

    @Test
    public void aFailureEndsAllThreads() {
        final AtomicInteger later = new AtomicInteger();
        final var stages = new Stages();
        stages.add(0, scratch -> {
            throw new IllegalStateException("no");
        });
        stages.add(1, scratch -> later.incrementAndGet());

        assertEquals("no", assertThrows(IllegalStateException.class, () -> run(stages, 3)).getMessage());
        assertEquals(0, later.get());
    }

    private static void run(final Stages stages, final int threads) throws CanceledException {
        try (Workers workers = Workers.open(threads)) {
            stages.run(workers);
        }
    }
}
