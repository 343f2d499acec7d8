// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.Optional;

/**
 * Watches a stream, one observation after the other. Has state and is not thread-safe. The same observations give the
 * same readings; an observation without its {@link Signal} changes nothing.
 */
public interface DriftDetector {

    /**
     * Takes an observation of the time when all was well.
     *
     * @param observation has the signal of the detector
     */
    void learn(Observation observation);

    /**
     * Takes the next observation of the time that is watched. After drift a detector either forgets what was before, or
     * goes on saying drift until the stream is again as it was.
     *
     * @param observation has the signal of the detector
     * @return what it says; empty where it has nothing to say yet
     */
    Optional<Reading> next(Observation observation);
}
