// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import org.frugalvision.dl4j.Backend;
import org.junit.Before;
import org.junit.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

public final class Nd4jMemoryTest {

    @Before
    public void start() {
        Backend.start();
    }

    @Test
    public void lendsAnArrayAgainWhenItIsBack() {
        try (Nd4jMemory memory = new Nd4jMemory()) {
            final INDArray one = memory.take(2, 3);
            final INDArray other = memory.take(2, 3);
            assertArrayEquals(new long[]{2, 3}, one.shape());
            assertNotSame(one, other);

            memory.giveBack(one);
            assertNotSame(one, memory.take(3, 2));
            assertSame(one, memory.take(2, 3));
        }
    }

    @Test
    public void takesEverythingBackAfterATurn() {
        try (Nd4jMemory memory = new Nd4jMemory()) {
            final INDArray one = memory.take(4);
            memory.reset();

            assertSame(one, memory.take(4));
        }
    }

    @Test
    public void freesWhatNobodyWantsForSixtyFourTurns() {
        try (Nd4jMemory memory = new Nd4jMemory()) {
            final INDArray idle = memory.take(4);
            final INDArray used = memory.take(5);
            for (int turn = 0; turn < 64; turn++) {
                memory.reset();
                assertSame(used, memory.take(5));
            }
            assertFalse(idle.wasClosed());

            memory.reset();
            assertTrue(idle.wasClosed());
            assertFalse(used.wasClosed());
        }
    }

    @Test
    public void freesEverythingInTheEnd() {
        final Nd4jMemory memory = new Nd4jMemory();
        final INDArray lent = memory.take(4);
        final INDArray free = memory.take(5);
        memory.giveBack(free);
        memory.close();

        assertTrue(lent.wasClosed());
        assertTrue(free.wasClosed());
    }
}
