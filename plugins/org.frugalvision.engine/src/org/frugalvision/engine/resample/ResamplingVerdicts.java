// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

/** What was measured in one experiment about several methods, see {@code bench/run RebalanceBench}. */
final class ResamplingVerdicts {

    static final String BUDA = "Buda, Maki, Mazurowski 2018, arXiv:1710.05381";

    private static final String SET_UP = " (LeNet, 600 updates, Fashion-MNIST with 500 images of five classes and 10 of"
        + " the others, 5 seeds; accuracy on balanced test images).";

    private static final String BASE = "0.661 of plain training, 0.722 of class weights and 0.762 of plain training"
        + " with the prior correction of the CNN Predictor";

    static final String OVERSAMPLING = "A little better than nothing, but correcting the predictions does more and"
        + " costs nothing: 0.692 against " + BASE + SET_UP;

    static final String UNDERSAMPLING = "Not measured by itself.";

    static final String TARGET_COUNT = "Not measured by itself.";

    static final String WEIGHTED_SAMPLING = "Not measured by itself.";

    private ResamplingVerdicts() {
    }
}
