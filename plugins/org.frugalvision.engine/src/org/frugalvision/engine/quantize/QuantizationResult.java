// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.List;

import org.frugalvision.engine.network.Network;

/**
 * What quantizing gave.
 *
 * @param network the network with rounded weights; its ledger holds everything that was spent
 * @param layers one for each layer with weights, in order; copied
 * @param accuracyBefore on the images that were looked at
 * @param accuracyAfter on the same images
 * @param bytesBefore of the network's file
 * @param bytesAfter of the new network's file
 * @param warnings what is to be looked at; copied
 */
public record QuantizationResult(Network network, List<Layer> layers, double accuracyBefore, double accuracyAfter,
    long bytesBefore, long bytesAfter, List<String> warnings) {

    /** Copies the lists. */
    public QuantizationResult {
        layers = List.copyOf(layers);
        warnings = List.copyOf(warnings);
    }

    /**
     * A layer.
     *
     * @param name of its node
     * @param weights how many it has
     * @param bits of each
     * @param error mean squared difference of its weights
     * @param lossAlone by how much the mean cross-entropy rises if this layer alone has these bits; NaN unless bits are
     *            mixed
     * @param least smallest value that it gave for the images, before quantizing
     * @param most largest value that it gave for the images, before quantizing
     */
    public record Layer(String name, int weights, int bits, double error, double lossAlone, double least,
        double most) {
    }
}
