// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;

import org.junit.Test;

/** Processor time; no test depends on how fast the machine is. */
public final class CpuTimeTest {

    @Test
    public void theThreadsTimeIsThatOfItsWork() {
        final var cpu = CpuTime.ofThread();

        work(0.2);

        assertTrue(cpu.seconds() + " s", cpu.seconds() >= 0.2);
    }

    @Test
    public void theThreadsTimeIsNotThatOfOthers() throws Exception {
        final var cpu = CpuTime.ofThread();
        final var other = new Thread(() -> work(0.3));
        other.start();
        other.join();

        assertTrue(cpu.seconds() + " s", cpu.seconds() < 0.3);
    }

    @Test
    public void theProcessHasTheTimeOfAllThreads() throws Exception {
        final var cpu = CpuTime.ofProcess();
        final var other = new Thread(() -> work(0.3));
        other.start();
        work(0.3);
        other.join();

        // two clocks, one of which ticks 100 times a second
        assertTrue(cpu.seconds() + " s", cpu.seconds() >= 0.57);
    }

    /** Uses so many seconds of processor time. */
    private static void work(final double seconds) {
        final var threads = ManagementFactory.getThreadMXBean();
        final long end = threads.getCurrentThreadCpuTime() + Math.round(seconds * 1e9);
        while (threads.getCurrentThreadCpuTime() < end) {
            Math.sqrt(end);
        }
    }
}
