// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Passes with dropout, and smallest changes of pixels. */
public final class DropoutAndChangesTest {

    private static final ImageShape SHAPE = new ImageShape(1, 6, 6);

    private static final int PASSES = 3;

    @Test
    public void passesDifferAndRowsSumToOne() throws CanceledException {
        final double[][][] passes = passes(withDropout(), new InferenceSettings(0, 1), 5);

        assertEquals(7, passes.length);
        for (final double[][] image : passes) {
            assertEquals(PASSES, image.length);
            assertFalse(Arrays.equals(image[0], image[1]));
            assertEquals(1, image[2][0] + image[2][1], 1e-6);
        }
    }

    @Test
    public void theSeedDecidesWhateverTheThreadsAndTheBatch() throws CanceledException {
        final double[][][] expected = passes(withDropout(), new InferenceSettings(4, 1), 5);

        assertEqual(expected, passes(withDropout(), new InferenceSettings(4, 2), 5), 0);
        assertEqual(expected, passes(withDropout(), new InferenceSettings(4, 3), 5), 0);
        // another batch size rounds otherwise, but drops the same
        assertEqual(expected, passes(withDropout(), new InferenceSettings(3, 2), 5), 1e-5);
        assertFalse(Arrays.equals(expected[0][0], passes(withDropout(), new InferenceSettings(4, 1), 6)[0][0]));
    }

    private static void assertEqual(final double[][][] expected, final double[][][] passes, final double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            for (int pass = 0; pass < PASSES; pass++) {
                assertArrayEquals("image " + i, expected[i][pass], passes[i][pass], tolerance);
            }
        }
    }

    @Test
    public void passesAreCharged() throws CanceledException {
        final Network network = withDropout();
        final DropoutPasses dropout = new DropoutPasses(network, InferenceSettings.DEFAULT, PASSES, 5);
        assertEquals(List.of(), dropout.cost());
        dropout.probabilities(images(7), RunControl.none());

        assertEquals(21, dropout.cost().get(0).count(Quantity.SAMPLES_SCORED));
        assertEquals(21 * network.spec().multiplyAdds(), dropout.cost().get(0).count(Quantity.FORWARD_MACS));
    }

    @Test
    public void aNetworkWithoutDropoutIsRefused() {
        final Network network = network(new Node("scores", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT)));
        final var complaint = assertThrows(DataException.class,
            () -> passes(network, InferenceSettings.DEFAULT, 1));

        assertEquals("Network: it has no dropout layer, so all passes with dropout would be equal.",
            complaint.getMessage());
        assertEquals(List.of("Train an architecture with dropout.",
            "Choose a method that looks at one prediction only, such as \"Margin\"."), complaint.fixes());
        assertEquals("\"Passes with dropout\" must be at least 2 and at most 1,000, but is 1.",
            assertThrows(SettingsException.class,
                () -> new DropoutPasses(network, InferenceSettings.DEFAULT, 1, 1)).getMessage());
    }

    /** f = 3 (5 x) + 4 (5 y) - 5 at (3, 4) / 5 is 20: the way to 0 is (-2.4, -3.2) / 5, of length 4 / 5. */
    @Test
    public void deepFoolFindsTheBoundaryOfALine() throws CanceledException {
        assertArrayEquals(new double[]{0.8, 0.16}, new SmallestChanges(line(-5), InferenceSettings.DEFAULT,
            SmallestChanges.Attack.DEEP_FOOL).lengths(points(), RunControl.none()), 1e-5);
    }

    /** By (0.05, 0.05) each time: f falls by 1.75, so 20 takes 12 steps and 4 takes 3; 105 would take 60 of 50. */
    @Test
    public void stepsAlongTheSignCount() throws CanceledException {
        final SmallestChanges changes =
            new SmallestChanges(line(-5), InferenceSettings.DEFAULT, SmallestChanges.Attack.ITERATIVE);

        assertArrayEquals(new double[]{12 * 0.05 * Math.sqrt(2), 3 * 0.05 * Math.sqrt(2)},
            changes.lengths(points(), RunControl.none()), 1e-5);
        assertEquals(2 * 13, changes.cost().get(0).count(Quantity.SAMPLES_SCORED));
        assertEquals(Double.MAX_VALUE, new SmallestChanges(line(80), InferenceSettings.DEFAULT,
            SmallestChanges.Attack.ITERATIVE).lengths(points(), RunControl.none())[0], 0);
        assertEquals(changes.cost().get(0).count(Quantity.FORWARD_MACS),
            changes.cost().get(0).count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void theNumberOfThreadsDoesNotMatter() throws CanceledException {
        final Network network = withDropout();
        for (final var attack : SmallestChanges.Attack.values()) {
            final double[] one = new SmallestChanges(network, new InferenceSettings(4, 1), attack).lengths(images(7),
                RunControl.none());

            assertArrayEquals(one, new SmallestChanges(network, new InferenceSettings(4, 2), attack)
                .lengths(images(7), RunControl.none()), 0);
            assertTrue(Arrays.toString(one), Arrays.stream(one).allMatch(length -> length > 0));
        }
    }

    @Test
    public void noImagesNeedNoChange() throws CanceledException {
        assertEquals(0, new SmallestChanges(line(-5), InferenceSettings.DEFAULT, SmallestChanges.Attack.ITERATIVE)
            .lengths(points().subset(), RunControl.none()).length);
        assertEquals(0, new DropoutPasses(withDropout(), InferenceSettings.DEFAULT, 2, 1)
            .probabilities(images(7).subset(), RunControl.none()).length);
    }

    private static double[][][] passes(final Network network, final InferenceSettings settings, final long seed)
        throws CanceledException {
        return new DropoutPasses(network, settings, PASSES, seed).probabilities(images(7), RunControl.none());
    }

    private static Network withDropout() {
        return network(new Node("conv", new Convolution(4, 3, 1, 1, true, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("drop", new Dropout(0.5), List.of("norm")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("drop")));
    }

    private static Network network(final Node... nodes) {
        return Network.initialise(new NetworkSpec(SHAPE, List.of(nodes)), List.of("a", "b"), Seeds.of(3));
    }

    private static Network line(final float bias) {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(1, 1, 2),
            List.of(new Node("scores", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT))));
        return new Network(spec, List.of("a", "b"), new float[]{15, 20, 0, 0, bias, 0},
            Network.initialise(spec, List.of("a", "b"), Seeds.of(1)).history());
    }

    private static ImageSet points() {
        return new ImageSetBuilder(new ImageShape(1, 1, 2), List.of())
            .add("p", new byte[]{(byte)153, (byte)204}, ImageSet.UNLABELLED)
            .add("q", new byte[]{(byte)153, 0}, ImageSet.UNLABELLED).build();
    }

    private static ImageSet images(final int count) {
        final ImageSetBuilder builder = new ImageSetBuilder(SHAPE, List.of());
        final var random = Seeds.of(4).generator();
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[SHAPE.size()];
            random.nextBytes(pixels);
            builder.add("r" + i, pixels, ImageSet.UNLABELLED);
        }
        return builder.build();
    }
}
