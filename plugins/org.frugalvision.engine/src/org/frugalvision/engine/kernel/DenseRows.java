// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.HashMap;
import java.util.Map;

/**
 * What dense layers keep of a batch, image after image: what went in, and the gradient by what came out. The gradient
 * by the weights is then made of all images at once, as it has many more values than an image has.
 */
final class DenseRows implements AutoCloseable {

    private final Map<Integer, Arena> m_inputs = new HashMap<>();

    private final Map<Integer, Arena> m_gradients = new HashMap<>();

    /** Makes room for so many images; to be called before any is kept. */
    void reserve(final DenseGradient layer, final long images) {
        m_inputs.computeIfAbsent(layer.place(), place -> new Arena()).grow(images * layer.inputs() * Float.BYTES);
        m_gradients.computeIfAbsent(layer.place(), place -> new Arena()).grow(images * layer.units() * Float.BYTES);
    }

    /** What went in, from an image on. */
    Floats inputs(final DenseGradient layer, final long image) {
        return m_inputs.get(layer.place()).at(image * layer.inputs() * Float.BYTES);
    }

    /** The gradient by what came out, from an image on. */
    Floats gradients(final DenseGradient layer, final long image) {
        return m_gradients.get(layer.place()).at(image * layer.units() * Float.BYTES);
    }

    @Override
    public void close() {
        m_inputs.values().forEach(Arena::close);
        m_gradients.values().forEach(Arena::close);
    }
}
