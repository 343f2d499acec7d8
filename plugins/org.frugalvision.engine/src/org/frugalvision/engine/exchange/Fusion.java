// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Layer;

/** Activations that are layers of their own elsewhere, and ends of layers in our networks. */
final class Fusion {

    private Fusion() {
    }

    static Layer with(final Layer layer, final Activation activation) throws UnsupportedLayerException {
        if (layer instanceof Convolution it && it.activation() == Activation.IDENTITY) {
            return new Convolution(it.filters(), it.kernel(), it.stride(), it.padding(), it.bias(), activation);
        }
        if (layer instanceof DepthwiseConvolution it && it.activation() == Activation.IDENTITY) {
            return new DepthwiseConvolution(it.kernel(), it.stride(), it.padding(), it.bias(), activation);
        }
        if (layer instanceof Dense it && it.activation() == Activation.IDENTITY) {
            return new Dense(it.units(), activation);
        }
        if (layer instanceof BatchNormalization it && it.activation() == Activation.IDENTITY) {
            return new BatchNormalization(it.epsilon(), activation);
        }
        if (layer instanceof Addition it && it.activation() == Activation.IDENTITY) {
            return new Addition(activation);
        }
        throw new UnsupportedLayerException(activation.id() + " after " + layer.description());
    }
}
