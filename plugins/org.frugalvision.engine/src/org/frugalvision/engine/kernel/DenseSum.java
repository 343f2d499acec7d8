// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.FloatPointer;
import org.frugalvision.engine.run.CanceledException;

/**
 * The gradients of dense layers by their weights: the product of what {@link DenseRows} keeps of the images, tile by
 * tile. Tiles do not depend on the number of threads.
 */
final class DenseSum {

    private static final int TILE_UNITS = 32;

    private static final int TILE_INPUTS = 1024;

    private final DenseRows m_rows;

    private final int m_first;

    private final int m_images;

    /**
     * @param rows what was kept
     * @param first index of the first image
     * @param images how many
     */
    DenseSum(final DenseRows rows, final int first, final int images) {
        m_rows = rows;
        m_first = first;
        m_images = images;
    }

    /** @param target the sums are added to it, in the order of the weights */
    void add(final List<DenseGradient> layers, final Workers workers, final float[] target) throws CanceledException {
        if (layers.isEmpty()) {
            return;
        }
        final List<Tile> tiles = new ArrayList<>();
        layers.forEach(layer -> addTiles(layer, tiles));
        final AtomicInteger next = new AtomicInteger();
        workers.all(index -> {
            try (FloatPointer product = new FloatPointer((long)TILE_UNITS * TILE_INPUTS)) {
                final float[] values = new float[TILE_INPUTS];
                for (int i = next.getAndIncrement(); i < tiles.size(); i = next.getAndIncrement()) {
                    add(tiles.get(i), product, values, target);
                }
            }
            return null;
        });
        layers.forEach(layer -> addBiases(layer, target));
    }

    private static void addTiles(final DenseGradient layer, final List<Tile> tiles) {
        if (layer.weights().isEmpty()) {
            return;
        }
        for (int unit = 0; unit < layer.units(); unit += TILE_UNITS) {
            for (int input = 0; input < layer.inputs(); input += TILE_INPUTS) {
                tiles.add(new Tile(layer, unit, Math.min(TILE_UNITS, layer.units() - unit), input,
                    Math.min(TILE_INPUTS, layer.inputs() - input)));
            }
        }
    }

    private void add(final Tile tile, final FloatPointer product, final float[] values, final float[] target) {
        final DenseGradient layer = tile.layer();
        final Floats gradients = m_rows.gradients(layer, m_first);
        final Floats inputs = m_rows.inputs(layer, m_first);
        gradients.position(tile.unit());
        inputs.position(tile.input());
        Onednn.productOfTransposed(tile.units(), tile.inputs(), m_images, gradients, layer.units(), inputs,
            layer.inputs(), product);
        for (int unit = 0; unit < tile.units(); unit++) {
            product.position((long)unit * tile.inputs()).get(values, 0, tile.inputs());
            final int from =
                layer.weights().orElseThrow().offset() + (tile.unit() + unit) * layer.inputs() + tile.input();
            for (int i = 0; i < tile.inputs(); i++) {
                target[from + i] += values[i];
            }
        }
        product.position(0);
    }

    private void addBiases(final DenseGradient layer, final float[] target) {
        if (layer.biases().isEmpty()) {
            return;
        }
        final int from = layer.biases().get().offset();
        final float[] gradient = new float[layer.units()];
        for (int image = 0; image < m_images; image++) {
            m_rows.gradients(layer, (long)m_first + image).get(gradient, 0, gradient.length);
            for (int unit = 0; unit < gradient.length; unit++) {
                target[from + unit] += gradient[unit];
            }
        }
    }

    /** Some units and some inputs of a layer. */
    private record Tile(DenseGradient layer, int unit, int units, int input, int inputs) {
    }
}
