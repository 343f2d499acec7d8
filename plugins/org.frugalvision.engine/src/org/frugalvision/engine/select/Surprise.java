// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** What rows of probabilities say, in nats; a probability below 1e-8 counts as 1e-8. */
final class Surprise {

    private static final double LEAST = 1e-8;

    private Surprise() {
    }

    /** -sum p ln p, at least 0. */
    static double entropy(final double[] row) {
        double entropy = 0;
        for (final double p : row) {
            entropy -= p * Math.log(Math.max(LEAST, p));
        }
        return Math.max(0, entropy);
    }

    /** The most probable class; ties: lowest. */
    static int predicted(final double[] row) {
        int predicted = 0;
        for (int k = 1; k < row.length; k++) {
            predicted = row[k] > row[predicted] ? k : predicted;
        }
        return predicted;
    }

    /** Half the sum of both Kullback-Leibler divergences, from 0. */
    static double divergence(final double[] p, final double[] q) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            final double a = Math.max(LEAST, p[k]);
            final double b = Math.max(LEAST, q[k]);
            sum += (a - b) * Math.log(a / b);
        }
        return sum / 2;
    }
}
