// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.OptionalDouble;
import java.util.Random;

import org.junit.Test;

/** Area under the ROC curve. */
public final class AucTest {

    /** The four pairs: .7 beats .4, loses to .9; .4 ties with .4, loses to .9; (1 + 0 + .5 + 0) / 4. */
    @Test
    public void countsPairsByHand() {
        assertEquals(OptionalDouble.of(0.375),
            Auc.of(new double[]{0.7, 0.4, 0.4, 0.9}, new boolean[]{true, false, true, false}));
    }

    @Test
    public void isOneHalfWhenAllScoresAreEqual() {
        assertEquals(OptionalDouble.of(0.5), Auc.of(new double[]{1, 1, 1}, new boolean[]{true, false, false}));
    }

    @Test
    public void isOneAndZeroForPerfectAndReversedOrder() {
        final double[] scores = {0.1, 0.2, 0.8, 0.9};

        assertEquals(OptionalDouble.of(1), Auc.of(scores, new boolean[]{false, false, true, true}));
        assertEquals(OptionalDouble.of(0), Auc.of(scores, new boolean[]{true, true, false, false}));
    }

    @Test
    public void treatsBothZerosAsEqual() {
        assertEquals(OptionalDouble.of(0.5), Auc.of(new double[]{0.0, -0.0}, new boolean[]{true, false}));
    }

    @Test
    public void isNotDefinedForOneKindOnly() {
        assertFalse(Auc.of(new double[]{1, 2}, new boolean[]{true, true}).isPresent());
        assertFalse(Auc.of(new double[]{1, 2}, new boolean[2]).isPresent());
        assertFalse(Auc.of(new double[0], new boolean[0]).isPresent());
    }

    @Test
    public void equalsTheShareOfPairsInRightOrder() {
        for (int seed = 0; seed < 50; seed++) {
            final var random = new Random(seed);
            final var scores = random.doubles(40).map(score -> Math.round(10 * score)).toArray();
            final var positive = new boolean[scores.length];
            positive[0] = true;
            for (int i = 2; i < positive.length; i++) {
                positive[i] = random.nextBoolean();
            }

            assertEquals("seed " + seed, byPairs(scores, positive), Auc.of(scores, positive).getAsDouble(), 1e-12);
        }
    }

    private static double byPairs(final double[] scores, final boolean[] positive) {
        double right = 0;
        int pairs = 0;
        for (int p = 0; p < scores.length; p++) {
            for (int n = 0; n < scores.length; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    right += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
