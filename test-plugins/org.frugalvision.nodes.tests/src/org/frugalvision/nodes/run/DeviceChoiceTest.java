// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Device;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** The setting "Device". */
public class DeviceChoiceTest {

    private final List<String> m_said = new ArrayList<>();

    private final RunControl m_run = new RunControl() {

        @Override
        public void progress(final double fraction, final String message) {
            m_said.add(message);
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    };

    @Test
    public void choicesMirrorThoseOfTheEngine() {
        assertEquals(names(Device.values()), names(DeviceChoice.values()));
    }

    @Test
    public void theFirstProgressMessageNamesTheDevice() throws Exception {
        DeviceChoice.AUTO.use(m_run);
        DeviceChoice.CPU.use(m_run);

        assertEquals(2, m_said.size());
        assertTrue(m_said.get(0), m_said.get(0).startsWith("computing on the CPU"));
        assertEquals("computing on the CPU", m_said.get(1));
    }

    @Test
    public void aDeviceThatIsRefusedIsNotAnnounced() {
        assertThrows(DataException.class, () -> DeviceChoice.GPU.use(m_run));
        assertEquals(List.of(), m_said);
    }
}
