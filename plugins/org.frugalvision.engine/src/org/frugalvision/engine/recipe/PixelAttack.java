// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Passes;

/**
 * Changes images within some grey values to make the loss large: steps along the sign of the gradient, each cut back to
 * the surroundings of the image and to [0, 1]. One step of the whole distance is the fast gradient sign method (FGSM),
 * several from a random start projected gradient descent (PGD). The network is seen as it is applied.
 *
 * @param epsilon the most that a value is changed, above 0, at most 1
 * @param steps steps, 1 to 100
 * @param stepSize change by one step, above 0, at most 2
 * @param randomStart whether the attack starts at a random place
 */
record PixelAttack(double epsilon, int steps, double stepSize, boolean randomStart) {

    /** Refuses values out of range. */
    PixelAttack {
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new SettingsException("Largest change", "must be greater than 0 and at most 1", epsilon,
                "Start with 0.016, four gray values of 255.");
        }
        if (steps < 1 || steps > 100) {
            throw new SettingsException("Steps of the attack", "must be between 1 and 100", steps);
        }
        if (!(stepSize > 0 && stepSize <= 2)) {
            throw new SettingsException("Change by one step", "must be greater than 0 and at most 2", stepSize,
                "Start with 1.25 times the largest change.");
        }
    }

    /** One step of the whole distance, from the image itself. */
    static PixelAttack fastGradientSign(final double epsilon) {
        return new PixelAttack(epsilon, 1, epsilon, false);
    }


    /** A value cut back to its surroundings. */
    static float projected(final float value, final float original, final float epsilon) {
        return Math.max(0, Math.min(1, Math.max(original - epsilon, Math.min(original + epsilon, value))));
    }

    /** The batch with other pixels. Cost: for each step a pass forward and one backward to the pixels. */
    Batch on(final Batch batch, final Passes passes, final RandomGenerator random) throws CanceledException {
        final float distance = (float)epsilon;
        final float[] original = Arrays.copyOf(batch.pixels(), batch.size() * batch.shape().size());
        final float[] attacked = original.clone();
        if (randomStart) {
            for (int i = 0; i < attacked.length; i++) {
                final float noise = (2 * random.nextFloat() - 1) * distance;
                attacked[i] = projected(original[i] + noise, original[i], distance);
            }
        }
        final Batch changed = batch.withPixels(attacked);
        for (int step = 0; step < steps; step++) {
            final float[] gradient = passes.inputGradients(changed);
            for (int i = 0; i < attacked.length; i++) {
                attacked[i] = projected(attacked[i] + (float)stepSize * Math.signum(gradient[i]), original[i],
                    distance);
            }
        }
        return changed;
    }
}
