// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * How much of each image is not explained by those taken: s(x, x) - s(x, A) S(A, A)^-1 s(A, x), from a Cholesky factor
 * that grows by a column for each image (Chen, Zhang and Zhou 2018, arXiv:1709.05135); where nothing is left to explain
 * it counts as 1e-12. Other images may explain something from the start. A column costs O(images x (features +
 * columns)), and 4 bytes for each image.
 */
final class Explained {

    private static final long MOST_NUMBERS = 100_000_000;

    private static final double LEAST = 1e-12;

    /** What similarities of single precision need on the diagonal, so that equal images do no harm. */
    private static final double LEAST_RIDGE = 1e-6;

    private final Similarity m_similarity;

    private final double m_ridge;

    private final List<float[]> m_factor = new ArrayList<>();

    private final double[] m_variances;

    private final double[] m_column;

    /** @param ridge is added to the similarity of each image with itself */
    Explained(final Similarity similarity, final double ridge) {
        m_similarity = similarity;
        m_ridge = ridge;
        m_variances = new double[similarity.size()];
        m_column = new double[similarity.size()];
        Arrays.setAll(m_variances, i -> similarity.own(i) + ridge);
    }

    /** Refuses what would not fit into the memory of usual machines. */
    static void checkSize(final String method, final int images, final long columns) {
        if (columns * images > MOST_NUMBERS) {
            throw new DataException("Input",
                "method \"%s\" takes at most %s images x budget, but these are %s.".formatted(method,
                    Wording.value(MOST_NUMBERS), Wording.value(columns * images)), "Lower Budget.",
                "Choose class by class.", "Choose another method, such as \"k-center greedy\".");
        }
    }

    int size() {
        return m_variances.length;
    }

    /** Of each image; shared. */
    double[] variances() {
        return m_variances;
    }

    /**
     * Lets other images explain what they can.
     *
     * @param cross their similarity to those of the pool
     * @param among their similarity to each other
     * @param scales factors of the similarity between the pool and each of them
     */
    void condition(final CrossSimilarity cross, final Similarity among, final double[] scales, final RunControl run)
        throws CanceledException {
        final double[][] lower = lower(among);
        final int first = m_factor.size();
        for (int j = 0; j < scales.length; j++) {
            run.checkCanceled();
            final int other = j;
            final float[] row = new float[size()];
            Ranges.forAll(size(), (from, to) -> {
                for (int i = from; i < to; i++) {
                    double left = scales[other] * cross.of(i, other);
                    for (int k = 0; k < other; k++) {
                        left -= lower[other][k] * m_factor.get(first + k)[i];
                    }
                    row[i] = (float)(left / lower[other][other]);
                }
            });
            add(row);
        }
    }

    private double[][] lower(final Similarity among) {
        final RealMatrix matrix = new Array2DRowRealMatrix(among.size(), among.size());
        final double[] column = new double[among.size()];
        for (int j = 0; j < column.length; j++) {
            among.column(j, column);
            column[j] = among.own(j) + Math.max(m_ridge, LEAST_RIDGE);
            matrix.setColumn(j, column);
        }
        return new CholeskyDecomposition(matrix, 1e-9, 0).getL().getData();
    }

    /** The image explains from now on, too. */
    void take(final int image) {
        m_similarity.column(image, m_column);
        m_column[image] = m_similarity.own(image) + m_ridge;
        final double deviation = Math.sqrt(m_variances[image]);
        final float[] row = new float[size()];
        Ranges.forAll(size(), (from, to) -> {
            for (int i = from; i < to; i++) {
                double explained = m_column[i];
                for (final float[] before : m_factor) {
                    explained -= (double)before[image] * before[i];
                }
                row[i] = (float)(explained / deviation);
            }
        });
        add(row);
    }

    /**
     * Takes, one by one, the image of which the second leaves the least of what the first leaves; ties: lowest index.
     */
    static Selection chooseTold(final Explained left, final Explained told, final int budget, final RunControl run)
        throws CanceledException {
        final double[] gains = new double[left.size()];
        final boolean[] taken = new boolean[gains.length];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            Arrays.setAll(gains, i -> Math.log(left.m_variances[i]) - Math.log(told.m_variances[i]));
            indices[k] = Highest.of(gains, taken);
            scores[k] = gains[indices[k]];
            taken[indices[k]] = true;
            left.take(indices[k]);
            told.take(indices[k]);
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }

    private void add(final float[] row) {
        m_factor.add(row);
        for (int i = 0; i < row.length; i++) {
            m_variances[i] = Math.max(LEAST, m_variances[i] - (double)row[i] * row[i]);
        }
    }
}
