// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * A layer whose outputs are, up to the activation, weighted sums plus constants. Its first tensor holds the weights,
 * all of one output after the other; the second one, if any, the constants.
 */
public sealed interface Linear extends Activated permits Convolution, DepthwiseConvolution, Dense {

    @Override
    Linear with(Activation activation);

    /** @return the same layer with constants, if it has none */
    Linear withBias();
}
