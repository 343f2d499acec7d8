// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.EnumSet;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Pooling.Kind;
import org.frugalvision.engine.network.Pooling;

/**
 * VGG (Simonyan and Zisserman 2015, arXiv:1409.1556) for small images: three stages of two padded 3 x 3 convolutions
 * with 32, 64 and 128 filters and a 2 x 2 maximum pooling, then 128 dense units; normalised, which theirs is not.
 */
final class VggSmall implements Architecture {

    static final ArchitectureInfo INFO = new ArchitectureInfo("vgg-small", "VGG (small)",
        "Six 3 x 3 convolutions of 32 to 128 filters with batch normalization and a dense layer of 128 units, for"
            + " images of at least 8 x 8.",
        "Simonyan and Zisserman 2015, Very deep convolutional networks for large-scale image recognition,"
            + " arXiv:1409.1556",
        "As accurate as LeNet (wide) on few images, at five times its training time: test accuracy 0.86 on"
            + " Fashion-MNIST after 10 epochs on 5,000 images (mean of 3 seeds, from 0.84 to 0.88).",
        EnumSet.complementOf(EnumSet.of(ArchitectureOption.STOCHASTIC_DEPTH)), 8);

    @Override
    public NetworkSpec build(final ImageShape input, final int classes, final ArchitectureOptions options) {
        final Chain chain = new Chain(INFO, input, options, true);
        for (int stage = 1; stage <= 3; stage++) {
            final int filters = options.channels(16 << stage);
            chain.convolution("stage" + stage + "-conv1", filters, 3, 1, 1, Activation.RELU)
                .convolution("stage" + stage + "-conv2", filters, 3, 1, 1, Activation.RELU)
                .then("stage" + stage + "-pool", new Pooling(Kind.MAXIMUM, 2, 2, 0))
                .stageEnds(stage);
        }
        return chain.head(Head.FLATTEN)
            .then("dense1", new Dense(options.channels(128), Activation.RELU))
            .scores(classes);
    }
}
