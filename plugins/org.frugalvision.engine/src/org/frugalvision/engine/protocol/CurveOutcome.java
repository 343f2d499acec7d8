// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import org.frugalvision.engine.cost.CostEntry;

/**
 * What came out of one training.
 *
 * @param cell which one
 * @param accuracy share of the test images predicted right
 * @param balancedAccuracy mean recall of the classes
 * @param chosen indices of the training images, in the order in which they were chosen; shared, not to be modified
 * @param cost everything it took: in rounds that of the rounds before, too. Labels are those that had to be known
 */
public record CurveOutcome(CurveCell cell, double accuracy, double balancedAccuracy, int[] chosen, CostEntry cost) {
}
