// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.HashSet;
import java.util.Set;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.LayerFormsTest;
import org.junit.Test;

/** No layer is forgotten, and none has two ways. */
public final class LayerArraysTest {

    @Test
    public void everyLayerHasAPrimitiveOrAnOperationOnArrays() {
        final Set<Class<?>> layers = LayerFormsTest.layers(Layer.class);

        assertEquals(layers.size(), OnednnLayers.layers().size() + LayerArrays.layers().size());
        final Set<Class<?>> both = new HashSet<>(OnednnLayers.layers());
        both.addAll(LayerArrays.layers());
        assertEquals(layers, both);
    }

    @Test
    public void everyLayerButNormalisationHasAnOperationOfNd4j() {
        final Set<Class<?>> layers = LayerFormsTest.layers(Layer.class);
        layers.remove(BatchNormalization.class);

        assertEquals(layers, Nd4jLayers.layers());
    }
}
