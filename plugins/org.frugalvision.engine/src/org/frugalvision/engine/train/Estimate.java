// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.Wording;

/**
 * What a training is expected to cost, said before its first update; the truth stands in its cost entry.
 *
 * @param parameters values of the network
 * @param multiplyAdds forward and backward, all epochs, validation included; exact unless the training ends early
 * @param bytes resident memory of the process after one batch
 * @param seconds from one timed batch
 */
public record Estimate(long parameters, long multiplyAdds, long bytes, double seconds) {

    String sentence() {
        return "estimate: %s parameters, %s million multiply-adds, %s MB, %s".formatted(Wording.value(parameters),
            Wording.value(multiplyAdds / 1_000_000), Wording.value(bytes >> 20),
            Progress.duration(Math.round(seconds)));
    }
}
