// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** RHO-LOSS by the numbers of its specification. */
public final class RhoLossTest {

    private static final double[] LOSSES = {2.3, 0.1, 1.5, 4.0};

    private static final double[] IRREDUCIBLE = {0.3, 0.05, 1.4, 3.9};

    @Test
    public void reducibleLossIsWhatIsLeftAboveTheIrreducibleOne() {
        final double[] reducible = RhoLoss.reducible(LOSSES, IRREDUCIBLE);

        assertArrayEquals(new double[]{2.0, 0.05, 0.1, 0.1}, reducible, 1e-9);
        assertEquals(3, RhoLoss.highest(LOSSES, 1)[0]);
        assertEquals(0, RhoLoss.highest(reducible, 1)[0]);
    }

    @Test
    public void tiesGoToTheLowestPosition() {
        assertArrayEquals(new int[]{0, 2}, RhoLoss.highest(new double[]{2, 0.05, 0.1, 0.1}, 2));
    }

    @Test
    public void keepsTheShareOfEveryLargerBatch() throws CanceledException {
        final Part part = new RhoLoss(0.25, RhoLoss.Scoring.APPLIED)
            .join(Starts.of(Networks.network(1), images(), 1, 1));

        final List<int[]> batches = part.epochStarts(1, List.of(new int[]{0}, new int[]{1}, new int[]{2},
            new int[]{3}, new int[]{4}, new int[]{5}));
        final Batch kept = part.batchLoaded(Batches.of(new ImageShape(1, 1, 1), 4, 1, 0.1f, 0.2f, 0.3f, 0.4f),
            new ScriptedPasses() {

                @Override
                public double[] losses(final Batch batch, final Mode mode) {
                    assertEquals(Mode.APPLIED, mode);
                    return LOSSES.clone();
                }
            });

        assertArrayEquals(new int[]{0, 1, 2, 3}, batches.get(0));
        assertArrayEquals(new int[]{4, 5}, batches.get(1));
        assertEquals(1, kept.size());
    }

    /** Ten images drawn for each that is trained on: thirteen passes instead of forty. */
    @Test
    public void chargesThirteenPassesForOneOfTen() throws CanceledException {
        final Network start = Networks.network(1);
        final FitResult result = new Training(start, images(), new TrainingSettings(2, 1, 0.01, 1, true, 2))
            .with(List.of(RhoLoss.DEFAULT)).fit(RunControl.none());

        final CostEntry cost = result.cost();
        assertEquals(6, cost.count(Quantity.SAMPLES_TRAINED));
        assertEquals(60, cost.count(Quantity.SAMPLES_SCORED));
        assertEquals(6 * 13 * start.spec().multiplyAdds(), cost.count(Quantity.FORWARD_MACS) + cost.count(Quantity.BACKWARD_MACS));
        assertEquals(6, Arrays.stream(result.outcomes().get("Times chosen")).sum(), 0);
    }

    @Test
    public void refusesImagesWithoutIrreducibleLoss() {
        assertEquals("Training images: \"RHO-LOSS\" needs the irreducible loss of each, which is not known.",
            assertThrows(DataException.class, () -> new Training(Networks.network(1), Networks.images(30, 1),
                new TrainingSettings(1, 4, 0.01, 1, true, 1)).with(List.of(RhoLoss.DEFAULT)).fit(RunControl.none()))
                    .getMessage());
    }

    private static ImageSet images() {
        return new ColumnedImages<>(Networks.images(30, 1), Column.IRREDUCIBLE_LOSS, new double[30]);
    }
}
