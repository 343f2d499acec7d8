// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** A layer that ends with an {@link Activation}. */
public sealed interface Activated extends Layer permits Linear, BatchNormalization, Addition {

    /** @return applied to each value that the layer gives */
    Activation activation();

    /**
     * @param activation another activation
     * @return the same layer with that one instead of its own
     */
    Activated with(Activation activation);

    /**
     * @param layer any layer
     * @return the activation at its end; {@link Activation#IDENTITY} where layers of its kind have none
     */
    static Activation of(final Layer layer) {
        return layer instanceof Activated activated ? activated.activation() : Activation.IDENTITY;
    }
}
