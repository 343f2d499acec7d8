// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** What using a network takes. */
public final class FootprintTest {

    private static final Network NETWORK = Networks.network(1);

    @Test
    public void countsAndMeasures() throws CanceledException, IOException {
        final List<Footprint> both = Footprint.of(List.of(NETWORK, Networks.network(2)), 4, RunControl.none());

        assertEquals(2, both.size());
        assertEquals(NETWORK.spec().parameters(), both.get(0).parameters());
        assertEquals(NETWORK.spec().multiplyAdds(), both.get(0).multiplyAdds());
        final var file = new ByteArrayOutputStream();
        NETWORK.save(file);
        assertEquals(file.size(), both.get(0).fileBytes());
        assertTrue(both.get(0).single().median() > 0);
        assertTrue(both.get(1).batch().spread() >= 0);
    }

    @Test
    public void canBeCanceled() {
        assertThrows(CanceledException.class, () -> Footprint.of(List.of(NETWORK), 4, new CanceledAtCheck(1)));
    }
}
