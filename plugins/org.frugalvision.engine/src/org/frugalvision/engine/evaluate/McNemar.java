// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.OptionalDouble;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Whether one of two classifiers is right more often on the same images (McNemar 1947, doi:10.1007/BF02295996). Only
 * images on which exactly one of them is right tell them apart.
 *
 * @param both images on which both are right
 * @param firstOnly images on which only the first is right
 * @param secondOnly images on which only the second is right
 * @param neither images on which neither is right
 */
public record McNemar(long both, long firstOnly, long secondOnly, long neither) {

    /** From so many discordant images on chi-square stands for the exact distribution. */
    public static final long LEAST_FOR_CHI_SQUARE = 25;

    /** @return images on which exactly one is right */
    public long discordant() {
        return firstOnly + secondOnly;
    }

    /** @return all images */
    public long images() {
        return both + discordant() + neither;
    }

    /** @return whether p is exact, by the binomial distribution: below 25 discordant images */
    public boolean exact() {
        return discordant() < LEAST_FOR_CHI_SQUARE;
    }

    /**
     * @return (|firstOnly - secondOnly| - 1)^2 / discordant, with the continuity correction of Edwards; 0 where both
     *   numbers are the same; empty where p is exact
     */
    public OptionalDouble chiSquare() {
        final double difference = Math.max(0, Math.abs(firstOnly - secondOnly) - 1.0);
        return exact() ? OptionalDouble.empty() : OptionalDouble.of(difference * difference / discordant());
    }

    /**
     * @return how likely numbers that are at least as different would be if both were equally often right, two-sided,
     *   in [0,1]; 1 without discordant images
     */
    public double p() {
        if (exact()) {
            final var fair = new BinomialDistribution(null, (int)discordant(), 0.5);
            return Math.min(1, 2 * fair.cumulativeProbability((int)Math.min(firstOnly, secondOnly)));
        }
        return Normal.twoSided(Math.sqrt(chiSquare().getAsDouble()));
    }

    /**
     * @return interval of the accuracy of the first less that of the second, in [-1,1], by the adjusted Wald method for
     *   pairs (Bonett and Price 2012, doi:10.3102/1076998611411915); at least one image
     */
    public Interval difference() {
        final double all = images() + 2.0;
        final double first = (firstOnly + 1) / all;
        final double second = (secondOnly + 1) / all;
        final double variance = (first + second - (first - second) * (first - second)) / all;
        final double half = Normal.ENDS * Math.sqrt(variance);
        return new Interval(Math.max(-1, first - second - half), Math.min(1, first - second + half));
    }
}
