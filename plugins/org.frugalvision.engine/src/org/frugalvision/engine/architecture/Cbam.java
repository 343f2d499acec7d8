// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Multiplication;

/**
 * The convolutional block attention module of Woo et al. 2018 (arXiv:1807.06521): two gates, one for each channel, then
 * one for each pixel. The first: mean and maximum of each channel go through the same two dense layers with a sixteenth
 * of the channels between them (at least one), are added and go through a sigmoid. The second: mean and maximum over
 * all channels go through a convolution of 7 x 7, normalised as in the authors' code, and a sigmoid.
 */
final class Cbam {

    private static final int REDUCTION = 16;

    private Cbam() {
    }

    /** Gates the last output of a chain. */
    static void add(final Chain chain, final String name, final int channels) {
        final String input = chain.last();
        final String gate = channelGate(chain, name + "-channel", channels, Math.max(1, channels / REDUCTION));
        final String gated = chain.join(name + "-channels", new Multiplication(), input, gate).last();
        chain.then(name + "-pixel", new ChannelAverageAndMaximum()).convolution(name + "-pixel-gate", 1, 7, 1, 3,
            Activation.SIGMOID);
        chain.join(name, new Multiplication(), gated, chain.last());
    }

    /** Ends the chain with one factor for each channel; hidden: units between the two dense layers. */
    static String channelGate(final Chain chain, final String name, final int channels, final int hidden) {
        final String mean = chain.then(name, new AverageAndMaximum())
            .then(name + "-hidden", new Convolution(hidden, 1, 1, 0, true, Activation.RELU))
            .then(name + "-both", new Convolution(channels, 1, 1, 0, true, Activation.IDENTITY))
            .then(name + "-mean", new GlobalAveragePooling()).last();
        // twice the mean of two values is their sum
        return chain.join(name + "-gate", new Addition(Activation.SIGMOID), mean, mean).last();
    }
}
