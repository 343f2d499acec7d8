// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.Proportion;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * What one way reached, and what it cost.
 *
 * @param name its name, unique in a report
 * @param images number of test images, at least 1
 * @param accuracy share of them that were predicted right, in [0,1]
 * @param cost its total
 */
public record Result(String name, int images, double accuracy, CostEntry cost) {

    /** Refuses an accuracy that is none, and no images. */
    public Result {
        if (!(accuracy >= 0 && accuracy <= 1)) {
            throw new DataException(Wording.row(name),
                "\"Accuracy\" must be in [0,1], but is %s.".formatted(Wording.value(accuracy)),
                "Divide percentages by 100.");
        }
        if (images < 1) {
            throw new DataException(Wording.row(name),
                "\"Images\" must be at least 1, but is %s.".formatted(Wording.value(images)),
                "Score at least one image.");
        }
    }

    /** @return where the accuracy on further images like these lies, with a confidence of 95 % */
    public Interval interval() {
        return right().wilson();
    }

    /** How many images were predicted right. */
    Proportion right() {
        return new Proportion(Math.round(accuracy * images), images);
    }
}
