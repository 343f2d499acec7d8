// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.network.Network;

/**
 * What a training gave.
 *
 * @param network the trained network; its ledger holds {@code cost} and everything spent before
 * @param epochs one entry per epoch; copied
 * @param cost what this training cost
 * @param bestEpoch the epoch whose weights the network has, see {@link StoppingSettings}
 * @param ending why it ended
 * @param estimate what it was expected to cost when it began
 * @param images ids of the training images, in order; copied
 * @param outcomes what the methods of the recipe found out about each training image, by name; one value per image
 * @param warnings what is to be looked at, each a sentence with a remedy; copied
 */
public record FitResult(Network network, List<EpochMetrics> epochs, CostEntry cost, int bestEpoch, Ending ending,
    Estimate estimate, List<String> images, Map<String, double[]> outcomes, List<String> warnings) {

    /** Copies the lists. */
    public FitResult {
        epochs = List.copyOf(epochs);
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }
}
