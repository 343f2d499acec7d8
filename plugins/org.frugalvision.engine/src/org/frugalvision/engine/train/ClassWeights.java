// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * How much the images of each class count, on top of their own weights.
 *
 * @param kind where the weights come from
 * @param given weights by name of the class, finite and not negative; classes not named count 1; read by given; copied
 */
public record ClassWeights(Kind kind, Map<String, Double> given) {

    /** All classes count the same per image. */
    public static final ClassWeights NONE = new ClassWeights(Kind.NONE, Map.of());

    /** All classes count the same in all: each image by one over the number of images of its class. */
    public static final ClassWeights BALANCED = new ClassWeights(Kind.BALANCED, Map.of());

    /** Where weights come from. */
    public enum Kind {
        /** Every image counts 1. */
        NONE,
        /** From the number of images of each class. */
        BALANCED,
        /** From the user. */
        GIVEN
    }

    private static final String TITLE = "Weights of the classes";

    /** Refuses weights that are negative or not finite. */
    public ClassWeights {
        given = Map.copyOf(given);
        new TreeMap<>(given).forEach((name, weight) -> {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new SettingsException(TITLE,
                    "must give " + Wording.value(name) + " a number of at least 0", weight);
            }
        });
    }

    /** Factors by class of the network; {@code labels} index them. */
    double[] factors(final List<String> classes, final int[] labels) {
        final double[] factors = new double[classes.size()];
        if (kind == Kind.BALANCED) {
            for (final int label : labels) {
                factors[label]++;
            }
            for (int k = 0; k < factors.length; k++) {
                factors[k] = factors[k] == 0 ? 0 : 1 / factors[k];
            }
            return factors;
        }
        for (final String name : new TreeMap<>(given).keySet()) {
            if (!classes.contains(name)) {
                throw new SettingsException(TITLE, "must name classes out of " + Wording.some(classes), name);
            }
        }
        for (int k = 0; k < factors.length; k++) {
            factors[k] = given.getOrDefault(classes.get(k), 1.0);
        }
        return factors;
    }
}
