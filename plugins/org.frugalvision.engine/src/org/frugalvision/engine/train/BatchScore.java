// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * How images fared.
 *
 * @param lossSum sum of their losses, weights counted
 * @param right images whose highest score was right; ties: lowest class
 * @param images how many
 * @param predicted bit k is set if class k, or class k modulo 64, was predicted for one of them
 */
record BatchScore(double lossSum, int right, int images, long predicted) {

    static final BatchScore NONE = new BatchScore(0, 0, 0, 0);

    /** @param image position of the image among the scores */
    static BatchScore of(final double loss, final float[] scores, final int image, final int classes,
        final int label) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (scores[image * classes + k] > scores[image * classes + best]) {
                best = k;
            }
        }
        return new BatchScore(loss, best == label ? 1 : 0, 1, 1L << best);
    }

    BatchScore plus(final BatchScore other) {
        return new BatchScore(lossSum + other.lossSum, right + other.right, images + other.images,
            predicted | other.predicted);
    }

    EpochMetrics.Score mean() {
        return new EpochMetrics.Score(lossSum / images, (double)right / images);
    }
}
