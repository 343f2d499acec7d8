// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/**
 * The images nearest to an image (Euclidean), of the same or of others; ties: lowest index. Cost: O(images x features).
 */
final class NearestNeighbours {

    private final float[][] m_vectors;

    private final double[] m_squares;

    private final float[][] m_among;

    private final double[] m_amongSquares;

    private final int m_most;

    NearestNeighbours(final float[][] vectors, final int most) {
        this(vectors, vectors, most);
    }

    /** @param among where neighbours are looked for */
    NearestNeighbours(final float[][] vectors, final float[][] among, final int most) {
        m_vectors = vectors;
        m_among = among;
        m_most = most;
        m_squares = Arrays.stream(vectors).mapToDouble(v -> InnerProduct.of(v, v)).toArray();
        m_amongSquares = among == vectors ? m_squares
            : Arrays.stream(among).mapToDouble(v -> InnerProduct.of(v, v)).toArray();
    }

    /** The nearest ones but itself, nearest first: as many as asked for, or all others. */
    int[] of(final int image) {
        final boolean same = m_among == m_vectors;
        final int count = Math.min(m_most, m_among.length - (same ? 1 : 0));
        final int[] nearest = new int[count];
        final double[] distances = new double[count];
        int found = 0;
        for (int i = 0; i < m_among.length; i++) {
            final double distance = same && i == image ? Double.POSITIVE_INFINITY : square(image, i);
            if (!(same && i == image) && (found < count || distance < distances[count - 1])) {
                int at = found < count ? found++ : count - 1;
                for (; at > 0 && distances[at - 1] > distance; at--) {
                    distances[at] = distances[at - 1];
                    nearest[at] = nearest[at - 1];
                }
                distances[at] = distance;
                nearest[at] = i;
            }
        }
        return nearest;
    }

    /** The square of the distance of two images, at least 0. */
    double square(final int i, final int j) {
        return Math.max(0, m_squares[i] + m_amongSquares[j] - 2 * InnerProduct.of(m_vectors[i], m_among[j]));
    }

    /** The mean distance from an image to others. */
    double meanDistance(final int image, final int[] others) {
        return Arrays.stream(others).mapToDouble(other -> Math.sqrt(square(image, other))).average().orElse(0);
    }
}
