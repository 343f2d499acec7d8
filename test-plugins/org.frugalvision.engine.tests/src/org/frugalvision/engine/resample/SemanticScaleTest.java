// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** How much of the space of vectors a class fills. */
public final class SemanticScaleTest {

    private static final double[][] CROSS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    /** 000-20, Unit. */
    @Test
    public void volumesAreThoseOfTheSpecification() {
        assertEquals(1, SemanticScale.volume(CROSS, 2), 1e-12);
        assertEquals(0.584963, SemanticScale.volume(CROSS, 1), 5e-7);
        assertEquals(0, SemanticScale.volume(new double[][]{{3, 4}, {3, 4}, {3, 4}}, 2), 0);
        assertEquals("every row twice", 1, SemanticScale.volume(new double[][]{CROSS[0], CROSS[1], CROSS[2], CROSS[3],
            CROSS[0], CROSS[1], CROSS[2], CROSS[3]}, 2), 1e-12);
    }

    /** Fewer images than values: the other product has the same determinant. */
    @Test
    public void bothWaysToTheDeterminantAgree() {
        final double[][] wide = {{1, 2, 0, 5}, {0, 1, 3, 2}, {2, 2, 2, 0}};
        final double[][] repeated = new double[30][];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = wide[i % 3];
        }

        assertEquals(SemanticScale.volume(repeated, 4), SemanticScale.volume(wide, 4), 1e-12);
    }

    /** 000-20, marginal effect: equal numbers of further images add less and less. */
    @Test
    public void furtherImagesAddLessAndLess() {
        final var random = Seeds.of(3).generator();
        final double[][] vectors = new double[1900][16];
        for (final double[] vector : vectors) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = random.nextGaussian();
            }
        }
        final int[] sizes = {10, 20, 50, 200, 1900};
        final double[] volumes = IntStream.of(sizes)
            .mapToDouble(m -> SemanticScale.volume(Arrays.copyOf(vectors, m), 16)).toArray();
        double gain = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sizes.length; i++) {
            final double next = (volumes[i] - volumes[i - 1]) / (sizes[i] - sizes[i - 1]);
            assertTrue(next + " after " + gain, next < gain);
            gain = next;
        }
    }

    @Test
    public void classesOfTheSameVectorsWeighTheSame() {
        final float[][] vectors = {{1, 0}, {0, 2}, {5, 5}, {1, 0}, {0, 2}, {5, 5}};
        final double[] scales = SemanticScale.of(vectors, new LabelledPool(new int[]{0, 0, 0, 1, 1, 1}, List.of("a",
            "b")));

        assertArrayEquals(new double[]{1, 1}, SemanticScale.weights(scales), 0);
    }

    /** Not the unit of the values counts but how they differ. */
    @Test
    public void unitsDoNotCount() {
        final float[][] vectors = {{1, 0}, {0, 2}, {5, 5}, {1, 0}, {4, 2}};
        final float[][] larger = {{1000, 0}, {0, 2}, {5000, 5}, {1000, 0}, {4000, 2}};
        final var pool = new LabelledPool(new int[]{0, 0, 0, 1, 1}, List.of("a", "b"));

        assertArrayEquals(SemanticScale.of(vectors, pool), SemanticScale.of(larger, pool), 1e-6);
    }

    @Test
    public void weightsAreLimitedAndAClassWithoutImagesHasNone() {
        assertArrayEquals(new double[]{0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 5, Double.NaN},
            SemanticScale.weights(new double[]{10, 10, 10, 10, 10, 10, 0, Double.NaN}), 0);
        assertArrayEquals("all images of every class the same", new double[]{1, 1, Double.NaN},
            SemanticScale.weights(new double[]{0, 0, Double.NaN}), 0);
    }
}
