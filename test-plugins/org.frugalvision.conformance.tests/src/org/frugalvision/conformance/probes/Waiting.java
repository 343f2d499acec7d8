// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Executions that take as long as others let them. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Waiting() {
    }

    /** Writes <code>waiting</code> and returns by the exception of a canceled execution only. */
    static void untilCanceled(final ExecutionContext context) throws CanceledExecutionException {
        Journal.write("waiting");
        waitUntil(() -> false, context);
    }

    /** Writes that it is here and waits until the other one is, too. */
    static void meet(final String name, final String other, final ExecutionContext context)
        throws CanceledExecutionException {
        Journal.write("here " + name);
        waitUntil(() -> isHere(other), context);
    }

    private static boolean isHere(final String name) {
        try {
            return Journal.read().contains("here " + name);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(final BooleanSupplier condition, final ExecutionContext context)
        throws CanceledExecutionException {
        final var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not happen within " + LONGEST.toSeconds() + " seconds.");
            }
            context.checkCanceled();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
