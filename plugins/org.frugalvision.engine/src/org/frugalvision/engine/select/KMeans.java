// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Lloyd's algorithm from a start by k-means++ (Arthur and Vassilvitskii 2007): each image belongs to the nearest centre
 * (Euclidean; ties: lowest), each centre is the mean of its images, a centre without images stays where it is; until
 * nothing changes, at most 30 times. Cost: O(rounds x images x groups x features).
 */
final class KMeans {

    private static final int MOST_ROUNDS = 30;

    private final float[][] m_vectors;

    private final double[] m_squares;

    private final float[][] m_centres;

    private final int[] m_groups;

    /** @param groups at least 1, at most as many as there are vectors */
    KMeans(final float[][] vectors, final int groups, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        m_vectors = vectors;
        m_squares = Arrays.stream(vectors).mapToDouble(v -> InnerProduct.of(v, v)).toArray();
        m_centres = start(groups, random, run);
        m_groups = new int[vectors.length];
        for (int round = 0; round < MOST_ROUNDS && assign(run); round++) {
            run.progress((double)round / MOST_ROUNDS, "images are grouped");
            move();
        }
    }

    /** For each image the number of its group. */
    int[] groups() {
        return m_groups;
    }

    /** The square of the distance of an image to the centre of a group, at least 0. */
    double square(final int image, final int group) {
        return square(image, m_centres[group], InnerProduct.of(m_centres[group], m_centres[group]));
    }

    private float[][] start(final int groups, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] centres = new float[groups][];
        final double[] squares = new double[m_vectors.length];
        final boolean[] taken = new boolean[m_vectors.length];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        int next = random.nextInt(m_vectors.length);
        for (int k = 0; k < groups; k++) {
            run.checkCanceled();
            centres[k] = m_vectors[next].clone();
            taken[next] = true;
            for (int i = 0; i < squares.length; i++) {
                squares[i] = taken[i] ? 0 : Math.min(squares[i], square(i, centres[k], m_squares[next]));
            }
            if (k + 1 < groups) {
                next = Badge.drawn(squares, taken, random);
            }
        }
        return centres;
    }

    private boolean assign(final RunControl run) throws CanceledException {
        final double[] lengths = Arrays.stream(m_centres).mapToDouble(c -> InnerProduct.of(c, c)).toArray();
        boolean changed = false;
        for (int i = 0; i < m_groups.length; i++) {
            run.checkCanceled();
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < m_centres.length; k++) {
                final double square = square(i, m_centres[k], lengths[k]);
                if (square < least) {
                    least = square;
                    nearest = k;
                }
            }
            changed |= m_groups[i] != nearest;
            m_groups[i] = nearest;
        }
        return changed;
    }

    private void move() {
        final double[][] sums = new double[m_centres.length][m_vectors[0].length];
        final int[] counts = new int[m_centres.length];
        for (int i = 0; i < m_groups.length; i++) {
            counts[m_groups[i]]++;
            for (int k = 0; k < m_vectors[i].length; k++) {
                sums[m_groups[i]][k] += m_vectors[i][k];
            }
        }
        for (int group = 0; group < counts.length; group++) {
            for (int k = 0; k < sums[group].length && counts[group] > 0; k++) {
                m_centres[group][k] = (float)(sums[group][k] / counts[group]);
            }
        }
    }

    private double square(final int image, final float[] centre, final double length) {
        return Math.max(0, m_squares[image] + length - 2 * InnerProduct.of(m_vectors[image], centre));
    }
}
