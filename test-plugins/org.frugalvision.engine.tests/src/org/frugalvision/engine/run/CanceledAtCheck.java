// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.concurrent.atomic.AtomicInteger;

/** A control that is canceled where it is asked for the n-th time, and from then on. */
public final class CanceledAtCheck implements RunControl {

    private final AtomicInteger m_checks = new AtomicInteger();

    private final int m_number;

    /** @param number 1 = at the first question */
    public CanceledAtCheck(final int number) {
        m_number = number;
    }

    @Override
    public void progress(final double fraction, final String message) {
        // nobody listens
    }

    @Override
    public void checkCanceled() throws CanceledException {
        if (m_checks.incrementAndGet() >= m_number) {
            throw new CanceledException();
        }
    }
}
