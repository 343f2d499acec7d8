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
 * The wide LeNet that many libraries use as their first example: two 5 x 5 convolutions without padding (20 and 50
 * filters), each followed by ReLU and 2 x 2 maximum pooling, then 500 dense units. 431,080 parameters on 28 x 28 x 1
 * and 10 classes. After LeCun et al. 1998, Proc. IEEE 86(11); theirs is {@link LeNet5}.
 */
final class LeNet implements Architecture {

    static final ArchitectureInfo INFO = new ArchitectureInfo("lenet", "LeNet (wide)",
        "Two convolution layers of 20 and 50 filters and a dense layer of 500 units, for images of at least 16 x 16.",
        "LeCun et al. 1998, Gradient-based learning applied to document recognition, Proc. IEEE 86(11)",
        "A good first choice for small images: test accuracy 0.86 on"
            + " Fashion-MNIST after 10 epochs on 5,000 images.",
        EnumSet.complementOf(EnumSet.of(ArchitectureOption.STOCHASTIC_DEPTH)), 16);

    @Override
    public NetworkSpec build(final ImageShape input, final int classes, final ArchitectureOptions options) {
        return new Chain(INFO, input, options, false)
            .convolution("conv1", options.channels(20), 5, 1, 0, Activation.RELU)
            .then("pool1", new Pooling(Kind.MAXIMUM, 2, 2, 0))
            .stageEnds(1)
            .convolution("conv2", options.channels(50), 5, 1, 0, Activation.RELU)
            .then("pool2", new Pooling(Kind.MAXIMUM, 2, 2, 0))
            .stageEnds(2)
            .head(Head.FLATTEN)
            .then("dense1", new Dense(options.channels(500), Activation.RELU))
            .scores(classes);
    }
}
