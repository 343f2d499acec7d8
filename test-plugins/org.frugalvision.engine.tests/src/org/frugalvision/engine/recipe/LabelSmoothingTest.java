// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.CrossEntropy;
import org.frugalvision.engine.train.Part;
import org.junit.Test;

/** Labels that are not quite sure. */
public final class LabelSmoothingTest {

    private final Batch m_batch = Batches.of(new ImageShape(1, 1, 1), 4, 0, 0.25f, 0.5f);

    @Test
    public void spreadsATenthOverFourClasses() {
        smoothing(0.1).smooth(m_batch);

        assertArrayEquals(new float[]{0.025f, 0.925f, 0.025f, 0.025f}, Batches.row(m_batch, 1), 1e-7f);
        assertEquals("pixels stay", 0.5, m_batch.pixels()[1], 0);
    }

    @Test
    public void keepsTheWeightOfTheImage() {
        m_batch.rows()[5] = 2;

        smoothing(0.1).smooth(m_batch);

        assertArrayEquals(new float[]{0.05f, 1.85f, 0.05f, 0.05f}, Batches.row(m_batch, 1), 1e-7f);
    }

    @Test
    public void noneChangesNoBit() {
        smoothing(0).smooth(m_batch);

        assertArrayEquals(new float[]{0, 1, 0, 0}, Batches.row(m_batch, 1), 0);
    }

    @Test
    public void refusesSharesThatLeaveNothingOfTheLabel() {
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is 1.", 1);
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is -0.1.", -0.1);
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is NaN.", Double.NaN);
    }

    private static void assertRefused(final String message, final double smoothing) {
        assertEquals(message,
            assertThrows(SettingsException.class, () -> smoothing(smoothing)).getMessage());
    }

    private static LabelSmoothing smoothing(final double share) {
        return new LabelSmoothing(share, LabelSmoothing.Spread.ALL, 1);
    }

    /** K = 2: (0.95, 0.05); K = 4: 0.05 / 3 each. */
    @Test
    public void spreadsOverTheOthersAlone() {
        final Batch two = Batches.of(new ImageShape(1, 1, 1), 2, 0, 0.25f);
        final LabelSmoothing others = new LabelSmoothing(0.05, LabelSmoothing.Spread.OTHERS, 1);

        others.smooth(two);
        others.smooth(m_batch);

        assertArrayEquals(new float[]{0.95f, 0.05f}, Batches.row(two, 0), 1e-7f);
        assertArrayEquals(new float[]{0.016667f, 0.95f, 0.016667f, 0.016667f}, Batches.row(m_batch, 1), 1e-6f);
    }

    /** On p = (0.7, 0.1, 0.1, 0.1): - 0.95 ln 0.7 - 0.05 ln 0.1. */
    @Test
    public void crossEntropyOfSmoothedLabelsByHand() {
        final Batch one = Batches.of(new ImageShape(1, 1, 1), 4, 0, 0.25f);
        new LabelSmoothing(0.05, LabelSmoothing.Spread.OTHERS, 1).smooth(one);

        final float[] scores = {(float)Math.log(0.7), (float)Math.log(0.1), (float)Math.log(0.1), (float)Math.log(0.1)};
        assertEquals(0.45397, new CrossEntropy().loss(scores, one.rows(), 0, 4), 1e-5);
    }

    /** Two of three epochs, then labels as they are. */
    @Test
    public void endsBeforeTheTrainingDoes() throws CanceledException {
        final Part part = new LabelSmoothing(0.1, LabelSmoothing.Spread.ALL, 0.67)
            .join(Starts.of(Networks.network(1), Networks.images(30, 1), 3, 4));
        final float[] first = new float[3];
        for (int epoch = 1; epoch <= 3; epoch++) {
            final Batch batch = Batches.of(new ImageShape(1, 1, 1), 4, 0, 0.25f);
            part.epochStarts(epoch, List.of(new int[]{0}));
            part.batchLoaded(batch, null);
            first[epoch - 1] = batch.rows()[0];
        }

        assertArrayEquals(new float[]{0.925f, 0.925f, 1}, first, 1e-6f);
    }

    @Test
    public void refusesToEndBeforeItBegins() {
        assertEquals("\"Share of the epochs that smooth\" must be greater than 0 and at most 1, but is 0.",
            assertThrows(SettingsException.class, () -> new LabelSmoothing(0.1, LabelSmoothing.Spread.ALL, 0))
                .getMessage());
    }
}
