// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.Set;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.LayerFormsTest;
import org.junit.Test;

/** No layer is forgotten. */
public final class LayerArraysTest {

    @Test
    public void everyLayerButNormalisationHasAnOperation() {
        final Set<Class<?>> layers = LayerFormsTest.layers(Layer.class);
        layers.remove(BatchNormalization.class);

        assertEquals(layers, LayerArrays.layers());
    }
}
