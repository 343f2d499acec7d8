// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * One operation drawn evenly from 14 (13 for images without colour), at a strength drawn evenly from 0, 1, ... 30.
 * Cost: that of the operation. Mueller and Hutter 2021, arXiv:2103.10158, with the ranges of RandAugment.
 */
final class TrivialAugment implements Operation {

    static final OperationInfo INFO = new OperationInfo("trivial-augment", "TrivialAugment",
        "One operation drawn at random, at a strength drawn at random; nothing to tune.",
        "Mueller and Hutter 2021, arXiv:2103.10158",
        "Accuracy 0.822, mean loss 0.55 and accuracy on partly covered images 0.52, against 0.834, 0.70 and 0.50 "
            + "without, on Fashion-MNIST (lenet, 1,000 images, 30 epochs, 3 seeds).",
        Magnitude.NONE, false);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return PolicyChoice.any(image, random).apply(image, random.nextInt(PolicyChoice.STRONGEST + 1), rendering,
            random);
    }
}
