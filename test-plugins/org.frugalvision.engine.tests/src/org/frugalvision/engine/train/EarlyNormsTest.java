// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Answer;
import org.junit.Test;

/** How hard images are early in training. */
public final class EarlyNormsTest {

    private static final double[][] PROBABILITIES =
        {{0.7, 0.2, 0.1}, {0.4, 0.35, 0.25}, {0.5, 0.49, 0.01}, {0.34, 0.33, 0.33}};

    /** EL2N (0.374166, 0.803119, 0.700143, 0.820610), the second and third under their second class. */
    @Test
    public void errorsByHand() {
        assertEquals(0.374166, EarlyNorms.error(PROBABILITIES[0], 0), 1e-6);
        assertEquals(0.803119, EarlyNorms.error(PROBABILITIES[1], 1), 1e-6);
        assertEquals(0.820610, EarlyNorms.error(PROBABILITIES[3], 2), 1e-6);
    }

    /** With an embedding of (1, 2): 0.374166 x the root of 1 + 5. */
    @Test
    public void gradientsByHand() {
        assertEquals(0.916515, EarlyNorms.gradient(EarlyNorms.error(PROBABILITIES[0], 0), new float[]{1, 2}), 1e-6);
    }

    /** Two networks for both answers, each with what it trained and what it then looked at. */
    @Test
    public void bothAnswersCostTheSameTrainings() throws CanceledException {
        final EarlyNorms norms = norms(2, 1);
        final Answer<double[]> errors = norms.errors();
        final Answer<double[]> gradients = norms.gradients();
        final double[] first = errors.compute(RunControl.none());
        final double[] second = gradients.compute(RunControl.none());

        assertEquals(4, errors.cost().size());
        assertEquals(errors.cost(), gradients.cost());
        assertEquals(16, errors.cost().stream().mapToLong(entry -> entry.count(Quantity.SAMPLES_TRAINED)).sum());
        assertEquals(16, scored(errors.cost()));
        for (int i = 0; i < first.length; i++) {
            assertTrue(first[i] > 0 && first[i] < Math.sqrt(2) && second[i] > first[i]);
        }
        assertArrayEquals(first, norms(2, 1).errors().compute(RunControl.none()), 0);
    }

    private static long scored(final List<CostEntry> entries) {
        return entries.stream().mapToLong(entry -> entry.count(Quantity.SAMPLES_SCORED)).sum();
    }

    @Test
    public void refusesNumbersOutOfRange() {
        assertEquals("\"Networks to train\" must be at least 1 and at most 100, but is 0.",
            assertThrows(SettingsException.class, () -> norms(0, 1)).getMessage());
        assertEquals("\"Epochs\" must be at least 1 and at most 10,000, but is 0.",
            assertThrows(SettingsException.class, () -> norms(1, 0)).getMessage());
    }

    private static EarlyNorms norms(final int networks, final int epochs) {
        final ImageSet images = images();
        return new EarlyNorms(
            seed -> StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed), images, networks,
            epochs, 7);
    }

    private static ImageSet images() {
        final ImageShape shape = new ImageShape(1, 28, 28);
        final ImageSetBuilder builder = new ImageSetBuilder(shape, List.of("a", "b"));
        final var random = Seeds.of(4).generator();
        for (int i = 0; i < 8; i++) {
            final byte[] pixels = new byte[shape.size()];
            random.nextBytes(pixels);
            Arrays.fill(pixels, 0, 300, (byte)(i % 2 * 200));
            builder.add("r" + i, pixels, i % 2);
        }
        return builder.build();
    }
}
