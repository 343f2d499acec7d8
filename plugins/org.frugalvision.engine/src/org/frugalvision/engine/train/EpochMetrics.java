// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Map;
import java.util.Optional;

/**
 * What one epoch brought.
 *
 * @param epoch 1 for the first
 * @param loss mean cross-entropy of the training images, each measured just before the update it took part in; weights
 *   counted
 * @param accuracy share of the training images whose highest score was right, measured at the same moments; NaN if a
 *   method mixed images, as then no single class is right
 * @param validation the same on the validation images after the epoch, if there are any
 * @param images images trained in this epoch; fewer than there are if a budget was used up
 * @param updates updates of the weights in this epoch
 * @param learningRate of the last of them
 * @param seconds time the epoch took, validation included
 * @param measures what methods of the recipe measured after the epoch, by name, see {@link Part#measured}; copied
 */
public record EpochMetrics(int epoch, double loss, double accuracy, Optional<Score> validation, long images,
    long updates, double learningRate, double seconds, Map<String, Double> measures) {

    /** Copies the measures. */
    public EpochMetrics {
        measures = Map.copyOf(measures);
    }

    /**
     * Loss and accuracy over a set of images.
     *
     * @param loss mean cross-entropy
     * @param accuracy share of the images whose highest score is right; ties: lowest class
     */
    public record Score(double loss, double accuracy) {
    }
}
