// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** What each layer can lose. */
public final class SensitivityTest {

    private static final ImageSet IMAGES = Networks.images(60, 1);

    private static Network s_network;

    @BeforeClass
    public static void train() throws CanceledException {
        s_network = new Training(Networks.network(1), IMAGES, new TrainingSettings(20, 16, 1e-2, 1, true, 1))
            .fit(RunControl.none()).network();
    }

    /** Groups of 3 filters and 4 units. */
    @Test
    public void eachGroupLosesItsPartsAlone() throws CanceledException {
        final SensitivityScan scan = new Sensitivity(Choice.of("l1"), 3, 500, 0, 1).of(s_network, IMAGES,
            RunControl.none());

        assertEquals(List.of(2, 1, 3, 1), scan.points().stream().map(SensitivityScan.Point::kept).toList());
        assertEquals(List.of("conv"), scan.points().get(0).group().layers());
        assertEquals(List.of("dense"), scan.points().get(2).group().layers());
        assertEquals(s_network.spec().parameters() - 8 - 1 - 4 * 9, scan.points().get(0).parameters());
        assertEquals(s_network.spec().parameters() - 27 - 1 - 3, scan.points().get(2).parameters());
        assertTrue(scan.accuracy() > 0.5);
        assertEquals("the whole network and four others", 5 * IMAGES.size(),
            scan.ledger().total().count(Quantity.SAMPLES_SCORED));
    }

    @Test
    public void itIsTheSameForAnyNumberOfThreadsAndScoringIsCharged() throws CanceledException {
        final SensitivityScan one = new Sensitivity(Choice.of("taylor"), 2, 500, 0, 1).of(s_network, IMAGES,
            RunControl.none());
        final SensitivityScan three = new Sensitivity(Choice.of("taylor"), 2, 500, 0, 3).of(s_network, IMAGES,
            RunControl.none());

        assertEquals(one.points(), three.points());
        assertEquals((1 + 3) * IMAGES.size(), one.ledger().total().count(Quantity.SAMPLES_SCORED));
    }

    @Test
    public void badInputIsRefused() {
        refused("Network: it was not trained yet, so no accuracy can fall.",
            () -> Sensitivity.DEFAULT.of(Networks.network(1), IMAGES, RunControl.none()));
        refused("Images: there are none.",
            () -> Sensitivity.DEFAULT.of(s_network, IMAGES.subset(), RunControl.none()));
        refused("\"Parts\" must be between 2 and 32, but is 1.",
            () -> new Sensitivity(Choice.of("l1"), 1, 500, 0, 0));
        refused("\"Images for scoring\" must be between 1 and 1,000,000, but is 0.",
            () -> new Sensitivity(Choice.of("l1"), 2, 0, 0, 0));
        assertThrows(CanceledException.class,
            () -> Sensitivity.DEFAULT.of(s_network, IMAGES, new CanceledAtCheck(1)));
    }

    private static void refused(final String message, final ThrowingRunnable code) {
        assertEquals(message, assertThrows(EngineException.class, code).getMessage());
    }
}
