// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** A control that keeps the sentences and cancels after some of them. */
final class Heard implements RunControl {

    private final List<String> m_messages = new ArrayList<>();

    private final int m_cancelAfter;

    Heard(final int cancelAfter) {
        m_cancelAfter = cancelAfter;
    }

    List<String> messages() {
        return m_messages;
    }

    @Override
    public void progress(final double fraction, final String message) {
        m_messages.add("%.3f %s".formatted(fraction, message));
    }

    @Override
    public void checkCanceled() throws CanceledException {
        if (m_messages.size() >= m_cancelAfter) {
            throw new CanceledException();
        }
    }
}
