// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

/** Linear equations with a symmetric matrix whose squares are all above 0. */
final class LinearSystem {

    private LinearSystem() {
    }

    /** Solves left x = right by Cholesky's factors, which overwrite them; O(n^3). */
    static double[] solve(final double[][] left, final double[] right) {
        final int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = left[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= left[i][k] * left[j][k];
                }
                left[i][j] = i == j ? Math.sqrt(sum) : sum / left[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= left[i][k] * right[k];
            }
            right[i] /= left[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= left[k][i] * right[k];
            }
            right[i] /= left[i][i];
        }
        return right;
    }
}
