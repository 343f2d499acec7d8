// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Processor time that was used since this was made: by all threads of the process, the collection of garbage and the
 * compiler included, or by one thread. Unlike the wall clock it does not count what the machine did for others, and it
 * counts every core that was busy.
 */
public final class CpuTime {

    private final LongSupplier m_clock;

    private final long m_start;

    private CpuTime(final LongSupplier nanoseconds) {
        m_clock = nanoseconds;
        m_start = nanoseconds.getAsLong();
    }

    /**
     * @return the time of all threads of the process from now on, to some 0.01 seconds; also what other work of the
     *         process uses at the same time
     */
    public static CpuTime ofProcess() {
        return new CpuTime(
            () -> ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
    }

    /** @return the time of the calling thread from now on; to be asked by the same thread */
    public static CpuTime ofThread() {
        final var threads = ManagementFactory.getThreadMXBean();
        return new CpuTime(
            () -> threads.isCurrentThreadCpuTimeSupported() ? Math.max(0, threads.getCurrentThreadCpuTime()) : 0);
    }

    /** @return processor seconds since this was made, at least 0; 0 where the system does not tell */
    public double seconds() {
        return Math.max(0, m_clock.getAsLong() - m_start) / 1e9;
    }
}
