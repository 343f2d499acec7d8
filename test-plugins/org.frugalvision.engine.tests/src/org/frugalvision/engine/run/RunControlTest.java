// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

/** Progress and cancellation of parts of a run. */
public final class RunControlTest {

    private final List<String> m_heard = new ArrayList<>();

    private final RunControl m_run = new RunControl() {

        @Override
        public void progress(final double fraction, final String message) {
            m_heard.add(fraction + " " + message);
        }

        @Override
        public void checkCanceled() throws CanceledException {
            throw new CanceledException();
        }
    };

    @Test
    public void mapsTheProgressOfAPartIntoTheWhole() {
        final var second = m_run.part(0.5, 1);

        second.progress(0, "start");
        second.part(0.25, 0.75).progress(0.5, "middle");
        second.progress(2, "beyond");

        assertEquals(List.of("0.5 start", "0.75 middle", "1.0 beyond"), m_heard);
    }

    @Test
    public void cancelsAPartWithTheWhole() {
        assertThrows(CanceledException.class, () -> m_run.part(0, 0.5).checkCanceled());
    }

    @Test
    public void refusesAPartOutsideTheWhole() {
        assertEquals("A part of a run must lie in [0,1], but is [0.5,1.5].",
            assertThrows(IllegalArgumentException.class, () -> m_run.part(0.5, 1.5)).getMessage());
    }

    @Test
    public void isNeverCanceledWhereNobodyListens() throws CanceledException {
        RunControl.none().progress(0.5, "unheard");
        RunControl.none().checkCanceled();
    }
}
