// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.EnumSet;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.NetworkSpec;

/**
 * GhostNet (Han et al. 2020, arXiv:1911.11907) cut down for small images: the first convolution keeps the size, then
 * come the first five bottlenecks of the paper with 16, 24, 24, 40 and 40 channels, and a last convolution of 120
 * filters. A bottleneck widens by a {@link GhostModule}, halves the size by a depthwise convolution where it has a
 * stride, gates the channels where the paper does (through a quarter of them; by a sigmoid instead of a hard one) and
 * narrows by another module without activation; its input is added, where the shape changes through a depthwise and a 1
 * x 1 convolution. Depthwise convolutions are 3 x 3 everywhere. Channels are multiples of 4.
 */
final class GhostNetSmall implements Architecture {

    static final ArchitectureInfo INFO = new ArchitectureInfo("ghostnet-small", "GhostNet (small)",
        "Bottlenecks that make half of their maps from the other half; takes images of any size from 8 x 8.",
        "Han, Wang, Tian, Guo, Xu and Xu 2020, GhostNet: More features from cheap operations, arXiv:1911.11907",
        "Less than half the weights of ResNet-8 and a quarter of its multiply-adds, but nearly three times its time:"
            + " test accuracy 0.835 on Fashion-MNIST after 10 epochs on 5,000 images (mean of 3 seeds), against 0.841.",
        EnumSet.of(ArchitectureOption.WIDTH, ArchitectureOption.DROPOUT, ArchitectureOption.HEAD), 8);

    private static final int GATE_REDUCTION = 4;

    /** Widened and own channels, whether channels are gated, and stride. */
    private record Bottleneck(int wide, int channels, boolean gated, int stride) {
    }

    private static final Bottleneck[] BOTTLENECKS = {new Bottleneck(16, 16, false, 1),
        new Bottleneck(48, 24, false, 2), new Bottleneck(72, 24, false, 1), new Bottleneck(72, 40, true, 2),
        new Bottleneck(120, 40, true, 1)};

    @Override
    public NetworkSpec build(final ImageShape input, final int classes, final ArchitectureOptions options) {
        final Chain chain = new Chain(INFO, input, options, true);
        int before = channels(options, 16);
        chain.convolution("stem", before, 3, 1, 1, Activation.RELU);
        for (int i = 0; i < BOTTLENECKS.length; i++) {
            final Bottleneck it = BOTTLENECKS[i];
            final int after = channels(options, it.channels());
            bottleneck(chain, "block" + (i + 1), before, channels(options, it.wide()), after, it);
            before = after;
        }
        return chain.convolution("last", channels(options, 120), 1, 1, 0, Activation.RELU)
            .head(Head.GLOBAL_AVERAGE).scores(classes);
    }

    private static void bottleneck(final Chain chain, final String name, final int before, final int wide,
        final int after, final Bottleneck it) {
        final String input = chain.last();
        GhostModule.add(chain, name + "-widen", wide, 1, Activation.RELU);
        if (it.stride() > 1) {
            chain.depthwise(name + "-depthwise", it.stride(), Activation.IDENTITY);
        }
        if (it.gated()) {
            gate(chain, name + "-gate", wide);
        }
        GhostModule.add(chain, name + "-narrow", after, 1, Activation.IDENTITY);
        final String narrow = chain.last();
        String shortcut = input;
        if (it.stride() > 1 || before != after) {
            shortcut = chain.from(input).depthwise(name + "-shortcut1", it.stride(), Activation.IDENTITY)
                .convolution(name + "-shortcut2", after, 1, 1, 0, Activation.IDENTITY).last();
        }
        chain.from(narrow).add(name, shortcut, Activation.IDENTITY);
    }

    /** Squeeze and excitation (Hu et al. 2018, arXiv:1709.01507). */
    private static void gate(final Chain chain, final String name, final int channels) {
        final String input = chain.last();
        final String factors = chain.then(name + "-mean", new GlobalAveragePooling())
            .then(name + "-hidden",
                new Convolution(Math.max(1, channels / GATE_REDUCTION), 1, 1, 0, true, Activation.RELU))
            .then(name + "-factors", new Convolution(channels, 1, 1, 0, true, Activation.SIGMOID)).last();
        chain.join(name, new Multiplication(), input, factors);
    }

    /** The nearest multiple of 4, at least 4. */
    private static int channels(final ArchitectureOptions options, final int usual) {
        return (int)Math.max(4, 4 * Math.round(options.width() * usual / 4));
    }
}
