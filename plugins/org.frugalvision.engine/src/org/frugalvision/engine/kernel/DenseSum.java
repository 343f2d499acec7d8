// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.frugalvision.engine.network.Tensor;

/**
 * The gradients of dense layers by their weights: the product of what {@link DenseRows} keeps of the images, tile by
 * tile. Tiles do not depend on the number of threads.
 */
final class DenseSum {

    private static final int TILE_UNITS = 32;

    /** At most the values of a {@link SumScratch}. */
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

    /** @param target the sums are added to it, in the order of the weights, by stage 0 */
    void plan(final List<DenseGradient> layers, final Stages stages, final float[] target) {
        for (final DenseGradient layer : layers) {
            tiles(layer).forEach(tile -> stages.add(0, scratch -> add(tile, scratch, target)));
            layer.biases().ifPresent(biases -> stages.add(0, scratch -> addBiases(layer, biases, target)));
        }
    }

    private static List<Tile> tiles(final DenseGradient layer) {
        final List<Tile> tiles = new ArrayList<>();
        for (int unit = 0; layer.weights().isPresent() && unit < layer.units(); unit += TILE_UNITS) {
            for (int input = 0; input < layer.inputs(); input += TILE_INPUTS) {
                tiles.add(new Tile(layer, unit, Math.min(TILE_UNITS, layer.units() - unit), input,
                    Math.min(TILE_INPUTS, layer.inputs() - input)));
            }
        }
        return tiles;
    }

    private void add(final Tile tile, final SumScratch scratch, final float[] target) {
        final FloatPointer product = scratch.product((long)TILE_UNITS * TILE_INPUTS);
        final float[] values = scratch.values();
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
    }

    private void addBiases(final DenseGradient layer, final Tensor biases, final float[] target) {
        final float[] gradient = new float[layer.units()];
        for (int image = 0; image < m_images; image++) {
            m_rows.gradients(layer, (long)m_first + image).get(gradient, 0, gradient.length);
            for (int unit = 0; unit < gradient.length; unit++) {
                target[biases.offset() + unit] += gradient[unit];
            }
        }
    }

    /** Some units and some inputs of a layer. */
    private record Tile(DenseGradient layer, int unit, int units, int input, int inputs) {
    }
}
