// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.EnumSet;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.NetworkSpec;

/**
 * The residual networks of He et al. 2016 (arXiv:1512.03385) for small images: a 3 x 3 convolution of 16 filters, three
 * stages of equally many blocks with 16, 32 and 64 filters, and the mean of each channel. A block is two normalised 3 x
 * 3 convolutions whose result is added to the block's input; where the number of channels or the size changes, the
 * input goes through a normalised 1 x 1 convolution (their option B; they prefer zeros, option A, on these images).
 */
final class ResNet implements Architecture {

    static final ArchitectureInfo INFO_8 = info(8, "The fastest residual network, with a fifth of the weights of LeNet"
        + " (wide), but twice its training time: test accuracy 0.84 on Fashion-MNIST after 10 epochs on 5,000 images"
        + " (mean of 3 seeds), 0.01 below it; on all 60,000 images 0.93.");

    static final ArchitectureInfo INFO_14 = info(14, "Twice the blocks of ResNet-8, at twice its training time: test"
        + " accuracy 0.85 on Fashion-MNIST after 10 epochs on 5,000 images (mean of 3 seeds), 0.01 above it.");

    static final ArchitectureInfo INFO_20 = info(20, "The smallest one of the paper, and the most accurate one"
        + " we trained on all 60,000 images of Fashion-MNIST: 0.939 after 10 epochs (one run), ResNet-8 0.931, at"
        + " three times the multiply-adds; on 5,000 images it has 0.84 (mean of 3 seeds), no"
        + " more than ResNet-8.");

    static final ArchitectureInfo INFO_32 =
        info(32, "The deepest one here, and the worst on few images: test accuracy 0.82 on Fashion-MNIST after 10"
            + " epochs on 5,000 images (mean of 3 seeds), at four times the training time of ResNet-8, which has"
            + " 0.84.");

    static final ArchitectureInfo INFO_8_CBAM = new ArchitectureInfo("resnet8-cbam", "ResNet-8 with CBAM",
        "ResNet-8 whose blocks weigh their channels and then their pixels before the addition; takes images of any size"
            + " from 8 x 8.",
        "Woo, Park, Lee and Kweon 2018, CBAM: Convolutional block attention module, arXiv:1807.06521",
        "No better than ResNet-8 and 2.6 times its time: test accuracy 0.840 on Fashion-MNIST after 10 epochs on 5,000"
            + " images (mean of 3 seeds), against 0.841; after 5 epochs it is behind (0.81, against 0.84).",
        EnumSet.allOf(ArchitectureOption.class), 8);

    private final ArchitectureInfo m_info;

    private final int m_blocks;

    private final boolean m_attention;

    private ResNet(final ArchitectureInfo info, final int layers, final boolean attention) {
        m_info = info;
        m_blocks = (layers - 2) / 6;
        m_attention = attention;
    }

    static ResNet eight() {
        return new ResNet(INFO_8, 8, false);
    }

    /** With {@link Cbam}. */
    static ResNet eightWithAttention() {
        return new ResNet(INFO_8_CBAM, 8, true);
    }

    static ResNet fourteen() {
        return new ResNet(INFO_14, 14, false);
    }

    static ResNet twenty() {
        return new ResNet(INFO_20, 20, false);
    }

    static ResNet thirtyTwo() {
        return new ResNet(INFO_32, 32, false);
    }

    @Override
    public NetworkSpec build(final ImageShape input, final int classes, final ArchitectureOptions options) {
        final Chain chain = new Chain(m_info, input, options, true);
        chain.convolution("stem", options.channels(16), 3, 1, 1, Activation.RELU);
        for (int stage = 1; stage <= 3; stage++) {
            for (int block = 1; block <= m_blocks; block++) {
                final boolean first = block == 1;
                block(chain, (stage - 1) * m_blocks + block, options.channels(8 << stage),
                    first && stage > 1 ? 2 : 1, first && stage > 1);
            }
            chain.stageEnds(stage);
        }
        return chain.head(Head.GLOBAL_AVERAGE).scores(classes);
    }

    /** @param number of the block among all, from 1 */
    private void block(final Chain chain, final int number, final int filters, final int stride,
        final boolean projected) {
        final String name = "stage%d-block%d".formatted(1 + (number - 1) / m_blocks, 1 + (number - 1) % m_blocks);
        final String input = chain.last();
        String shortcut = input;
        if (projected) {
            shortcut = chain.convolution(name + "-shortcut", filters, 1, stride, 0, Activation.IDENTITY).last();
        }
        chain.from(input)
            .convolution(name + "-conv1", filters, 3, stride, 1, Activation.RELU)
            .convolution(name + "-conv2", filters, 3, 1, 1, Activation.IDENTITY);
        if (m_attention) {
            Cbam.add(chain, name + "-cbam", filters);
        }
        chain.branchEnds(name, number, 3 * m_blocks).add(name, shortcut, Activation.RELU);
    }

    private static ArchitectureInfo info(final int layers, final String verdict) {
        final int blocks = (layers - 2) / 6;
        return new ArchitectureInfo("resnet" + layers, "ResNet-" + layers,
            "Residual network with three stages of %d block%s and 16, 32 and 64 filters; takes images of any size from"
                .formatted(blocks, blocks == 1 ? "" : "s") + " 8 x 8.",
            "He, Zhang, Ren and Sun 2016, Deep residual learning for image recognition, arXiv:1512.03385", verdict,
            EnumSet.allOf(ArchitectureOption.class), 8);
    }
}
