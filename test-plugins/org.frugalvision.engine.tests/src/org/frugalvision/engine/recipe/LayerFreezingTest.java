// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Layers that stop learning, the first ones first. */
public final class LayerFreezingTest {

    /** Half of ten epochs, then a fifth of five layers in each. */
    @Test
    public void layersFreezeInEqualSteps() {
        assertArrayEquals(new int[]{0, 0, 0, 0, 0, 1, 2, 3, 4, 5}, IntStream.rangeClosed(1, 10)
            .map(epoch -> new LayerFreezing(0.5, 1).frozen(epoch, 10, 5)).toArray());
    }

    @Test
    public void theLevelIsThatOfTheLastEpochAndRoundedDown() {
        assertArrayEquals(new int[]{0, 1, 1, 2}, IntStream.rangeClosed(1, 4)
            .map(epoch -> new LayerFreezing(0, 0.5).frozen(epoch, 4, 4)).toArray());
        assertEquals("no epoch is left", 0, new LayerFreezing(1, 1).frozen(4, 4, 4));
    }

    @Test
    public void theLayerOfTheScoresAlwaysLearns() {
        final Network network = Networks.network(1);
        final Part part =
            new LayerFreezing(0, 1).join(Starts.of(network, Networks.images(30, 1), 2, 4));
        part.epochStarts(2, List.of());

        final String last = network.spec().scoring().stream().map(Node::name).findFirst().orElseThrow();
        for (final Tensor tensor : network.spec().tensors()) {
            assertEquals(tensor.node(), tensor.node().equals(last) ? 1 : 0, part.rate(tensor), 0);
        }
    }

    @Test
    public void frozenEpochsCostLess() throws CanceledException {
        final TrainingSettings settings = new TrainingSettings(8, 5, 0.01, 1, true, 2);
        final FitResult plain =
            new Training(Networks.network(1), Networks.images(30, 1), settings).fit(RunControl.none());
        final FitResult frozen = new Training(Networks.network(1), Networks.images(30, 1), settings)
            .with(List.of(new LayerFreezing(0, 1))).fit(RunControl.none());

        assertTrue(frozen.cost().count(Quantity.BACKWARD_MACS) < plain.cost().count(Quantity.BACKWARD_MACS));
        assertTrue(frozen.cost().count(Quantity.FORWARD_MACS) < plain.cost().count(Quantity.FORWARD_MACS));
        assertEquals(8 * 30, frozen.cost().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void refusesSharesOutOfRange() {
        assertEquals("\"Share of the epochs before freezing\" must be between 0 and 1, but is 1.5.",
            assertThrows(SettingsException.class, () -> new LayerFreezing(1.5, 1)).getMessage());
        assertEquals("\"Share of the layers frozen at the end\" must be greater than 0 and at most 1, but is 0.",
            assertThrows(SettingsException.class, () -> new LayerFreezing(0.5, 0)).getMessage());
    }
}
