// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/** Linear equations with a symmetric matrix whose squares are all above 0. */
final class LinearSystem {

    /** Sums of the same products in another order differ by their rounding. */
    private static final double SYMMETRY = 1e-9;

    private LinearSystem() {
    }

    /** Solves left x = right by Cholesky's factors; O(n^3). */
    static double[] solve(final double[][] left, final double[] right) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(left, false), SYMMETRY, 0).getSolver()
            .solve(new ArrayRealVector(right, false)).toArray();
    }
}
