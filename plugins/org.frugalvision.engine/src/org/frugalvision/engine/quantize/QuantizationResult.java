// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.List;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.prune.Latency;

/**
 * What quantizing gave.
 *
 * @param network the network with rounded weights; its ledger holds everything that was spent
 * @param layers one for each layer with weights, in order; copied
 * @param before the network that was given
 * @param after the new network
 * @param warnings what is to be looked at; copied
 */
public record QuantizationResult(Network network, List<Layer> layers, Side before, Side after,
    List<String> warnings) {

    /** Copies the lists. */
    public QuantizationResult {
        layers = List.copyOf(layers);
        warnings = List.copyOf(warnings);
    }

    /**
     * One of the two networks.
     *
     * @param accuracy on the images that were looked at
     * @param bytes of its file
     * @param bitOperations of one image: over layers with weights, multiply-adds x bits of a weight x 32 bits of an
     *            activation, or 8 if it is applied in whole numbers
     * @param single time for one image alone
     * @param batch time for one image in a batch of the usual size
     */
    public record Side(double accuracy, long bytes, long bitOperations, Latency single, Latency batch) {
    }

    /**
     * A layer.
     *
     * @param name of its node
     * @param weights how many it has
     * @param bits of each
     * @param error mean squared difference of its weights
     * @param lossAlone by how much the mean cross-entropy rises if this layer alone has these bits, or is
     *            estimated to; NaN unless bits are
     *            mixed
     * @param least lower end of the values that it gives for the images with rounded weights
     * @param most upper end of them
     */
    public record Layer(String name, int weights, int bits, double error, double lossAlone, double least,
        double most) {
    }
}
