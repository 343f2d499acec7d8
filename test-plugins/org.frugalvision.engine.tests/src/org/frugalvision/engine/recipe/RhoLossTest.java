// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

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
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;
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
        final Part part = new RhoLoss(0.25, RhoLoss.By.REDUCIBLE_LOSS, RhoLoss.Judge.COLUMN, 5, RhoLoss.Scoring.APPLIED)
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

    /** Two networks of two epochs on halves, the other half measured after each and scored at the end. */
    @Test
    public void judgesAreTrainedOnHalvesAndCharged() throws CanceledException {
        final Network start = Networks.network(1);
        final FitResult result = new Training(start, Networks.images(30, 1), new TrainingSettings(1, 3, 0.01, 1, true, 2))
            .with(List.of(new RhoLoss(0.1, RhoLoss.By.REDUCIBLE_LOSS, RhoLoss.Judge.HALVES, 2,
                RhoLoss.Scoring.TRAINING))).fit(RunControl.none());

        final CostEntry all = result.network().history().ledger().total();
        assertEquals(3 + 2 * 30, all.count(Quantity.SAMPLES_TRAINED));
        assertEquals(30 + 2 * 30 + 30, all.count(Quantity.SAMPLES_SCORED));
        assertEquals(start.spec().multiplyAdds() * (3 + 30 + 2 * 30 + 2 * 30 + 30), all.count(Quantity.FORWARD_MACS));
    }

    @Test
    public void judgesAreOfOtherImages() throws CanceledException {
        final ImageSet images = Networks.images(30, 1);
        final float[] losses = new float[30];
        final List<CostEntry> charged = new ArrayList<>();

        new HalvesJudge(new TrainingStart(Networks.network(1), images, images.labels(),
            new TrainingSettings(1, 4, 0.01, 1, true, 1), Seeds.of(1), charged::add, RunControl.none()), 1).tell(losses);

        for (final float loss : losses) {
            assertTrue(loss > 0);
        }
        assertEquals(4, charged.size());
        assertEquals(15, charged.get(0).count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void anInterruptedTrainingDoesNotAskTheJudgesAgain() throws Exception {
        final RhoLoss method =
            new RhoLoss(0.5, RhoLoss.By.REDUCIBLE_LOSS, RhoLoss.Judge.HALVES, 1, RhoLoss.Scoring.TRAINING);
        final Part first = method.join(start(entry -> { }));
        first.batchLoaded(Batches.of(new ImageShape(1, 1, 1), 4, 1, 0.1f, 0.2f), passes());

        final Part resumed = method.join(start(entry -> {
            throw new AssertionError("asked again");
        }));
        for (int i = 0; i < first.state().size(); i++) {
            System.arraycopy(first.state().get(i), 0, resumed.state().get(i), 0, first.state().get(i).length);
        }

        assertEquals(1,
            resumed.batchLoaded(Batches.of(new ImageShape(1, 1, 1), 4, 1, 0.1f, 0.2f), passes()).size());
    }

    private static TrainingStart start(final Consumer<CostEntry> charges) {
        final ImageSet images = Networks.images(30, 1);
        return new TrainingStart(Networks.network(1), images, images.labels(),
            new TrainingSettings(1, 4, 0.01, 1, true, 1), Seeds.of(1), charges, RunControl.none());
    }

    private static ScriptedPasses passes() {
        return new ScriptedPasses() {

            @Override
            public double[] losses(final Batch batch, final Mode mode) {
                return new double[]{1, 2};
            }
        };
    }

    @Test
    public void theBaselinesNeedNoColumn() throws CanceledException {
        final FitResult loss = fit(RhoLoss.By.LOSS);
        final FitResult chance = fit(RhoLoss.By.CHANCE);

        assertEquals(30, loss.cost().count(Quantity.SAMPLES_SCORED));
        assertEquals(0, chance.cost().count(Quantity.SAMPLES_SCORED));
        assertEquals(15, chance.cost().count(Quantity.SAMPLES_TRAINED));
        assertNotEquals(loss.network().hash(), chance.network().hash());
    }

    private static FitResult fit(final RhoLoss.By by) throws CanceledException {
        return new Training(Networks.network(1), Networks.images(30, 1), new TrainingSettings(1, 3, 0.01, 1, true, 2))
            .with(List.of(new RhoLoss(0.5, by, RhoLoss.Judge.COLUMN, 5, RhoLoss.Scoring.TRAINING)))
            .fit(RunControl.none());
    }

    @Test
    public void refusesJudgesWithoutEpochs() {
        assertEquals("\"Epochs of the two networks\" must be between 1 and 10,000, but is 0.",
            assertThrows(SettingsException.class, () -> new RhoLoss(0.1, RhoLoss.By.REDUCIBLE_LOSS,
                RhoLoss.Judge.HALVES, 0, RhoLoss.Scoring.TRAINING)).getMessage());
    }

    private static ImageSet images() {
        return new ColumnedImages<>(Networks.images(30, 1), Column.IRREDUCIBLE_LOSS, new double[30]);
    }
}
