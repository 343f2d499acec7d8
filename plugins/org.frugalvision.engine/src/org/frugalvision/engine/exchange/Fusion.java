// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Layer;

/** Activations that are layers of their own elsewhere, and ends of layers in our networks. */
final class Fusion {

    private Fusion() {
    }

    static Layer with(final Layer layer, final Activation activation) throws UnsupportedLayerException {
        if (layer instanceof Activated it && it.activation() == Activation.IDENTITY) {
            return it.with(activation);
        }
        throw new UnsupportedLayerException(activation.id() + " after " + layer.description());
    }
}
