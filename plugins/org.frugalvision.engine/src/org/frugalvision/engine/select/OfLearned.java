// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** What {@code bench/selection} measured: its scenarios "hundredth" and "tenth". */
final class OfLearned {

    private OfLearned() {
    }

    /** A sentence on the means of three seeds. */
    static String accuracies(final String fifty, final String fiveHundred) {
        return "50 and 500 images chosen by it, with a LeNet that had learned all 5,000 Fashion-MNIST images, gave a"
            + " test accuracy of " + fifty + " and " + fiveHundred + " (LeNet from scratch, 320 updates, 3 seeds),"
            + " random ones 0.627 and 0.797.";
    }
}
