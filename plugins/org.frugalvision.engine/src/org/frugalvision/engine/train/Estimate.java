// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.run.Wording;

/**
 * What a training is expected to cost, said when its first batches are done; the truth stands in its cost entry.
 *
 * @param parameters values of the network
 * @param cost all epochs, validation included, within the budgets; counts are exact unless the training ends for want
 *   of improvement, or a method chooses among the images. Memory is what the process takes after one batch, seconds
 *   follow from one timed batch
 */
public record Estimate(long parameters, CostEntry cost) {

    String sentence() {
        return "estimate: %s parameters, %s million multiply-adds, %s MB, %s".formatted(Wording.value(parameters),
            Wording.value((cost.count(Quantity.FORWARD_MACS) + cost.count(Quantity.BACKWARD_MACS)) / 1_000_000),
            Wording.value(cost.count(Quantity.PEAK_BYTES) >> 20),
            Progress.duration(Math.round(cost.measure(Quantity.SECONDS))));
    }
}
