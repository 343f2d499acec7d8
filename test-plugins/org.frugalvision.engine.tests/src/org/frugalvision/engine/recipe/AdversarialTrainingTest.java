// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Attacks during training, by the numbers of their specification. */
public final class AdversarialTrainingTest {

    private static final ImageShape SHAPE = new ImageShape(1, 1, 2);

    @Test
    public void epsilonRisesInEqualSteps() {
        final var settings = new AdversarialTraining(0.4, 1, 0.5, true, 10);

        assertEquals(0.12, settings.epsilon(3), 1e-12);
        assertEquals(0.4, settings.epsilon(10), 0);
        assertEquals(0.4, settings.epsilon(11), 0);
        assertEquals(0.4, new AdversarialTraining(0.4, 1, 0.5, true, 0).epsilon(1), 0);
    }

    @Test
    public void changesAreCutBack() {
        assertEquals(0.6f, PixelAttack.projected(0.75f, 0.5f, 0.1f), 1e-6);
        assertEquals(0f, PixelAttack.projected(-0.05f, 0.02f, 0.1f), 0);
        assertEquals(1f, PixelAttack.projected(1.05f, 0.98f, 0.1f), 0);
    }

    @Test
    public void oneStepWithoutStartFollowsTheSignOfTheGradient() throws CanceledException {
        final float[] values = attacked(new AdversarialTraining(0.1, 1, 0.1, false, 0), uphill());

        assertArrayEquals(new float[]{0.6f, 0.4f}, values, 1e-6f);
    }

    @Test
    public void manyStepsEndAtTheBorder() throws CanceledException {
        final float[] values = attacked(new AdversarialTraining(0.1, 5, 0.03, true, 0), uphill());

        assertArrayEquals(new float[]{0.6f, 0.4f}, values, 1e-6f);
    }

    @Test
    public void randomStartsStayNear() throws CanceledException {
        final float[] values = attacked(new AdversarialTraining(0.1, 1, 1e-9, true, 0), uphill());

        assertTrue(Math.abs(values[0] - 0.5f) <= 0.1f && values[0] != 0.5f);
        assertTrue(Math.abs(values[1] - 0.5f) <= 0.1f && values[1] != 0.5f);
    }

    /** An update takes three passes, each step of the attack one forward and one backward. */
    @Test
    public void stepsAreCharged() throws CanceledException {
        final Network start = Networks.network(1);
        final FitResult result =
            new Training(start, Networks.images(30, 1), new TrainingSettings(1, 10, 0.01, 1, true, 2))
                .with(List.of(new AdversarialTraining(0.1, 3, 0.05, true, 0))).fit(RunControl.none());

        assertEquals(90, result.cost().count(Quantity.SAMPLES_SCORED));
        assertEquals(30 * (3 + 2 * 3) * start.spec().multiplyAdds(),
            result.cost().count(Quantity.FORWARD_MACS) + result.cost().count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void attackedImagesHaveHigherLosses() throws CanceledException {
        final Network start = Networks.network(1);
        final TrainingSettings settings = new TrainingSettings(1, 30, 0.01, 1, false, 2);
        final double plain =
            new Training(start, Networks.images(30, 1), settings).fit(RunControl.none()).epochs().get(0).loss();
        final double attacked = new Training(start, Networks.images(30, 1), settings)
            .with(List.of(new AdversarialTraining(0.1, 1, 0.1, false, 0))).fit(RunControl.none()).epochs().get(0)
            .loss();

        assertTrue(attacked > plain);
    }

    @Test
    public void refusesStepsOfNothing() {
        assertEquals("\"Change by one step\" must be greater than 0 and at most 2, but is 0.",
            assertThrows(SettingsException.class, () -> new AdversarialTraining(0.1, 1, 0, true, 0)).getMessage());
        assertEquals("\"Steps of the attack\" must be between 1 and 100, but is 0.",
            assertThrows(SettingsException.class, () -> new AdversarialTraining(0.1, 0, 0.1, true, 0)).getMessage());
    }

    private static float[] attacked(final AdversarialTraining settings, final Passes passes)
        throws CanceledException {
        final Part part = settings.join(Starts.of(Networks.network(1), Networks.images(6, 1), 1, 1));
        part.epochStarts(1, List.of(new int[]{0}));
        return Arrays.copyOf(part.batchLoaded(Batches.of(SHAPE, 4, 3, 0.5f), passes).pixels(), 2);
    }

    /** A loss that rises with the first pixel and falls with the second. */
    private static Passes uphill() {
        return new ScriptedPasses() {

            @Override
            public float[] inputGradients(final Batch batch) {
                return new float[]{0.001f, -7};
            }
        };
    }
}
