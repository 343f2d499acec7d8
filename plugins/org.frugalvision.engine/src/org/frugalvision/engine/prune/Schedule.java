// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import org.frugalvision.engine.run.SettingsException;

/**
 * In which steps a network becomes smaller.
 *
 * @param kind how large the steps are
 * @param steps how many, 1 to 100; one shot takes 1 whatever it says
 */
public record Schedule(Kind kind, int steps) {

    /** How large the steps are. */
    public enum Kind {
        /** All at once. */
        ONE_SHOT,
        /** Each step keeps the same share of what the step before left: (1 - s)^(t / T). */
        GEOMETRIC,
        /** Large steps first: s (1 - (1 - t / T)^3) is gone after t of T steps (Zhu and Gupta 2017). */
        CUBIC
    }

    /** All at once. */
    public static final Schedule ONE_SHOT = new Schedule(Kind.ONE_SHOT, 1);

    /** Refuses values out of range. */
    public Schedule {
        if (steps < 1 || steps > 100) {
            throw new SettingsException("Steps", "must be between 1 and 100", steps);
        }
    }

    /** @return how many steps it has */
    public int count() {
        return kind == Kind.ONE_SHOT ? 1 : steps;
    }

    /**
     * @param step 1 for the first
     * @param share what is left in the end, above 0 and at most 1
     * @return the share that is left after the step
     */
    public double left(final int step, final double share) {
        final double done = (double)step / count();
        return kind == Kind.GEOMETRIC ? Math.pow(share, done) : 1 - (1 - share) * (1 - Math.pow(1 - done, 3));
    }
}
