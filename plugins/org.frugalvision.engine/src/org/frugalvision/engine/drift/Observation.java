// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one prediction.
 *
 * @param id row key
 * @param error 0 if it was right and 1 if it was wrong or, without labels, 1 - the probability of the predicted class;
 *            in [0,1]; empty if neither is known
 * @param prediction the predicted class; empty if there is none
 * @param embedding the embedding, of the same length in all observations; shared, not to be modified; empty if there is
 *            none
 */
public record Observation(String id, OptionalDouble error, Optional<String> prediction,
    Optional<float[]> embedding) {

    /** Refuses an error out of range. */
    public Observation {
        if (error.isPresent() && !(error.getAsDouble() >= 0 && error.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("The error must be in [0,1], but is " + error.getAsDouble() + ".");
        }
    }
}
