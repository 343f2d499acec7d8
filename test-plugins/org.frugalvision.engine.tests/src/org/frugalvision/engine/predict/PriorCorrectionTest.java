// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.run.DataException;
import org.junit.Test;

/** Worked by hand. */
public class PriorCorrectionTest {

    private static final double[] PRIOR = {0.8, 0.15, 0.05};

    @Test
    public void liftsRareClasses() {
        // 0.7/0.8 = 0.875, 0.2/0.15 = 1.3333, 0.1/0.05 = 2; sum 4.2083
        assertArrayEquals(new double[]{0.2079, 0.3168, 0.4752},
            PriorCorrection.toUniform(PRIOR).apply(new double[]{0.7, 0.2, 0.1}), 5e-5);
    }

    @Test
    public void takesSharesOrCounts() {
        final double[] probabilities = {0.7, 0.2, 0.1};
        assertArrayEquals(new PriorCorrection(PRIOR, new double[]{0.5, 0.25, 0.25}).apply(probabilities),
            new PriorCorrection(PRIOR, new double[]{20, 10, 10}).apply(probabilities), 1e-15);
    }

    @Test
    public void changesNothingWhereTheMixIsTheSame() {
        assertArrayEquals(new double[]{0.7, 0.2, 0.1},
            new PriorCorrection(PRIOR, PRIOR).apply(new double[]{0.7, 0.2, 0.1}), 1e-15);
    }

    @Test
    public void leavesTheNetworksProbabilitiesAlone() {
        final double[] probabilities = {0.5, 0.5, 0};
        PriorCorrection.toUniform(PRIOR).apply(probabilities);
        assertArrayEquals(new double[]{0.5, 0.5, 0}, probabilities, 0);
    }

    @Test
    public void givesAClassWithoutTrainingImagesNothing() {
        assertArrayEquals(new double[]{0.75, 0.25, 0},
            PriorCorrection.toUniform(new double[]{0.5, 0.5, 0}).apply(new double[]{0.6, 0.2, 0.2}), 1e-15);
    }

    @Test
    public void givesTheTargetWhereNoClassIsLeft() {
        assertArrayEquals(new double[]{0.5, 0.5, 0},
            PriorCorrection.toUniform(new double[]{0.5, 0.5, 0}).apply(new double[]{0, 0, 1}), 0);
    }

    @Test
    public void refusesTargetsThatNoTrainedClassHas() {
        final var problem = assertThrows(DataException.class,
            () -> new PriorCorrection(new double[]{1, 0}, new double[]{0, 1}));
        assertEquals("Prior correction: no class has both training images and a target share.", problem.getMessage());
    }

    @Test
    public void refusesAnotherNumberOfClasses() {
        final var problem = assertThrows(IllegalArgumentException.class,
            () -> new PriorCorrection(PRIOR, new double[]{1, 1}));
        assertEquals("There are 3 training shares, but 2 target shares.", problem.getMessage());
    }
}
