// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.function.Function;

/**
 * A confidence interval of 95 %.
 *
 * @param lower its lower end
 * @param upper its upper end
 */
public record Interval(double lower, double upper) {

    /** How sure every interval is. */
    public static final double CONFIDENCE = 0.95;

    /**
     * The interval of the difference of two shares of different images, by adding the squares of the distances from
     * each share to the ends of its interval (Newcombe 1998, method 10,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, where the method is Wilson's). Of
     * shares of the same images it is wider than need be, as most images are right or wrong in both.
     *
     * @param first a share
     * @param second another one
     * @param method makes the interval of each share
     * @return where first less second lies
     */
    public static Interval ofDifference(final Proportion first, final Proportion second,
        final Function<Proportion, Interval> method) {
        final double difference = first.value() - second.value();
        final Interval one = method.apply(first);
        final Interval other = method.apply(second);
        return new Interval(difference - Math.hypot(first.value() - one.lower(), other.upper() - second.value()),
            difference + Math.hypot(one.upper() - first.value(), second.value() - other.lower()));
    }
}
