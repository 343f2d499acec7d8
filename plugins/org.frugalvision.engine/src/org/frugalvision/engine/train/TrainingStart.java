// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.function.Consumer;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * What a method is told when a training starts.
 *
 * @param network where the training starts
 * @param images the training images
 * @param labels their classes as the network counts them; shared, not to be changed
 * @param settings of the training
 * @param seeds streams of this training; a method takes the one of its id
 * @param charges takes the cost of work that a method does by other means than {@link Passes}, such as training another
 *   network: the result's ledger then has it
 * @param run asked whether the work is to be canceled
 */
public record TrainingStart(Network network, ImageSet images, int[] labels, TrainingSettings settings, Seeds seeds,
    Consumer<CostEntry> charges, RunControl run) {
}
