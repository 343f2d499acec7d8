// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

/**
 * A confidence interval of 95 %.
 *
 * @param lower its lower end
 * @param upper its upper end
 */
public record Interval(double lower, double upper) {

    /** How sure every interval is. */
    public static final double CONFIDENCE = 0.95;
}
