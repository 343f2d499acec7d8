// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import java.util.Arrays;

import org.frugalvision.engine.resample.ClassWeighting;
import org.frugalvision.engine.resample.LabelledPool;
import org.frugalvision.engine.resample.SemanticScale;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeParameters.Weight;

/**
 * How often each row will be there, and what follows for its class.
 *
 * @param pool the images by their classes
 * @param numbers of each row of the table, its number in the pool; -1 for rows that are left out
 * @param times how often each image of the pool is there
 * @param scales semantic scale of each class; all NaN if it is not measured
 * @param beta of the effective number
 */
record RebalancePlan(LabelledPool pool, int[] numbers, int[] times, double[] scales, double beta) {

    /** Images of each class in the result. */
    int[] after() {
        return pool.counts(times);
    }

    /** Different images of each class in the result. */
    int[] different() {
        return pool.counts(Arrays.stream(times).map(count -> Math.min(1, count)).toArray());
    }

    /** How often the image of each class that is there most often is there. */
    int[] most() {
        final int[] most = new int[pool.classes().size()];
        for (int i = 0; i < times.length; i++) {
            most[pool.labels()[i]] = Math.max(most[pool.labels()[i]], times[i]);
        }
        return most;
    }

    /** Weights of the classes. */
    double[] weights(final Weight kind) {
        return switch (kind) {
            case NONE -> new double[scales.length];
            case INVERSE_FREQUENCY -> ClassWeighting.inverseFrequency(after());
            case EFFECTIVE_NUMBER -> ClassWeighting.effectiveNumber(after(), beta);
            case SEMANTIC_SCALE -> SemanticScale.weights(scales);
        };
    }
}
