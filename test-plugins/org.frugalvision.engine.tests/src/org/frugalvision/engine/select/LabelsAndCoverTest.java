// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Suspicious labels, herding by embeddings, covered balls and principal components. */
public final class LabelsAndCoverTest {

    private static final int[] LABELS = {0, 0, 0, 1, 1, 1};

    private static final double[][] PROBABILITIES =
        {{0.9, 0.1}, {0.8, 0.2}, {0.1, 0.9}, {0.3, 0.7}, {0.65, 0.35}, {0.2, 0.8}};

    /** Thresholds 0.6 and 0.616667: the third and the fifth image are above that of the other class. */
    @Test
    public void suspiciousLabelsComeFirst() throws CanceledException {
        final Pool pool = PoolFixture.labelled(LABELS).put(Need.PROBABILITIES, run -> PROBABILITIES).pool();
        final Selection selection = select(new ConfidentLearning(), pool, 4);

        assertArrayEquals(new double[]{0.6, 1.85 / 3}, ConfidentLearning.thresholds(LABELS, PROBABILITIES), 1e-12);
        assertArrayEquals(new int[]{2, 4, 3, 1}, selection.indices());
        assertArrayEquals(new double[]{2.8, 2.3, -0.4, -0.6}, selection.scores(), 1e-12);
        assertArrayEquals(new int[]{1, 0, 1, 0}, selection.suggestions());
    }

    /** More probable as another class than as its own, but below the threshold of both. */
    @Test
    public void doubtsBelowTheThresholdsAreNotSuspicious() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[]{0, 0, 1})
            .put(Need.PROBABILITIES, run -> new double[][]{{1, 0, 0}, {0.3, 0.4, 0.3}, {0, 1, 0}}).pool();
        final Selection selection = select(new ConfidentLearning(), pool, 1);

        assertEquals(1, selection.indices()[0]);
        assertEquals(0.1, selection.scores()[0], 1e-12);
        assertEquals(1, selection.suggestions()[0]);
    }

    /** The mean is (2, 1): B (2), then C (1), then D (2.236). */
    @Test
    public void herdingGoesByEmbeddings() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[4]).put(Need.VECTORS, run -> PoolFixture.fourPoints()).pool();
        final Selection selection = select(new HerdingOnEmbeddings(), pool, 3);

        assertArrayEquals(new int[]{1, 2, 3}, selection.indices());
        assertArrayEquals(new double[]{2, 1, 2.236068}, selection.scores(), 1e-6);
    }

    /** Directions at 0, 5, 10, 60 and 65 degrees: 5 covers three, 60 two, and nothing is left. */
    @Test
    public void coversMostWithFewest() throws CanceledException {
        final Selection selection = select(new ProbCover(0.1, 2), directions(), 3);

        assertArrayEquals(new int[]{1, 3, 0}, selection.indices());
        assertArrayEquals(new double[]{3, 2, 0}, selection.scores(), 0);
    }

    /** Groups {0, 5, 10} and {60, 65}: 50 degrees apart, so every image within them sees its own group only. */
    @Test
    public void theRadiusIsChosen() throws CanceledException {
        final Selection selection = select(new ProbCover(0, 2), directions(), 3);

        assertArrayEquals(new double[]{3, 2, 0}, selection.scores(), 0);
    }

    @Test
    public void whatIsCoveredAlreadyDoesNotCount() throws CanceledException {
        final Pool pool = PoolFixture.everything(new int[5], vectors())
            .put(Need.SELECTED, PoolFixture.others("Old", 1, new int[1], at(5))).pool();

        assertEquals(3, select(new ProbCover(0.1, 2), pool, 1).indices()[0]);
    }

    /** The second feature does not count: it hardly differs. */
    @Test
    public void componentsAreThoseOfMostVariance() throws CanceledException {
        final float[][] vectors = {{0, 3}, {1, -3}, {-100, 3}, {90, -3}};
        final Pool pool = PoolFixture.everything(new int[4], vectors).pool();
        final Selection selection = select(new KCenterOnComponents(1), pool, 3);

        assertArrayEquals(new int[]{0, 2, 3}, selection.indices());
        assertEquals(100.15, selection.scores()[1], 0.3);
        assertArrayEquals(new double[]{0, 0, 0, 0},
            lengths(new PrincipalComponents(vectors, 5).of(vectors), vectors), 1e-4);
    }

    /** Differences of distances to the first: a rotation keeps them. */
    private static double[] lengths(final float[][] rotated, final float[][] vectors) {
        final double[] differences = new double[vectors.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.sqrt(KCenterGreedy.square(rotated[i], rotated[0]))
                - Math.sqrt(KCenterGreedy.square(vectors[i], vectors[0]));
        }
        return differences;
    }

    @Test
    public void refusesSettingsOutOfRange() {
        assertEquals("\"Radius (0 = chosen)\" must be at least 0 and at most 2, but is 2.5.",
            assertThrows(SettingsException.class, () -> new ProbCover(2.5, 10)).getMessage());
        assertEquals("\"Groups\" must be at least 2 and at most 1,000, but is 1.",
            assertThrows(SettingsException.class, () -> new ProbCover(0, 1)).getMessage());
        assertEquals("\"Principal components\" must be at least 1 and at most 1,000, but is 0.",
            assertThrows(SettingsException.class, () -> new KCenterOnComponents(0)).getMessage());
    }

    private static Pool directions() {
        return PoolFixture.everything(new int[5], vectors()).pool();
    }

    private static float[][] vectors() {
        return new float[][]{at(0), at(5), at(10), at(60), at(65)};
    }

    private static float[] at(final double degrees) {
        return new float[]{(float)Math.cos(Math.toRadians(degrees)), (float)Math.sin(Math.toRadians(degrees))};
    }

    private static Selection select(final SubsetSelector method, final Pool pool, final int budget)
        throws CanceledException {
        return method.select(pool, budget, Seeds.of(1).generator(), RunControl.none());
    }
}
