// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Scores computed by hand. */
public final class CriteriaTest {

    private static final double[] P = {3, 6, 14};

    private static final double[] Q = {3, 3, 5};

    private static final Contrast CONTRAST = Contrast.of(P, Q);

    /** Class rows (1, 2, 3) and others (0, 1, 2). */
    @Test
    public void closedFormScoresAreThoseOfTheSpecification() {
        assertEquals(0.612335, SignalToNoise.of(CONTRAST), 1e-6);
        assertEquals(0.749944, FisherRatio.of(CONTRAST), 1e-6);
        assertEquals(2.583357, SymmetricDivergence.of(CONTRAST), 1e-6);
        assertEquals(0.666667 + (0.666667 - 1.5) * (0.666667 - 1.5) / 1.383333, EvolvedScore.of(CONTRAST), 1e-5);
    }

    /** The channel that is kept is 2, 1, 3 and -1 where all three give 2, 1, 3.5 and -1. */
    @Test
    public void channelsGoWhereTheNextLayerChangesLeast() {
        final double[][] rows = {{1, 2, -1}, {2, 1, -2}, {0, 3, 0.5}, {1, -1, -1}};
        final double[][] products = NextLayer.products(rows, 3);

        assertArrayEquals(new double[]{0, 2, 1}, NextLayer.order(products), 0);
        assertArrayEquals(new double[]{1.1}, NextLayer.factors(products, new int[]{1}), 1e-5);
        assertEquals(0.5, residual(rows, 1), 1e-12);
        assertEquals(0.316228, residual(rows, NextLayer.factors(products, new int[]{1})[0]), 1e-6);
        assertArrayEquals(new double[]{1, 1}, NextLayer.factors(new double[2][2], new int[]{0, 1}), 0);
    }

    /** What the second channel times a factor leaves of the sums of all. */
    private static double residual(final double[][] rows, final double factor) {
        return Math.sqrt(Arrays.stream(rows).mapToDouble(row -> Math.pow(row[0] + row[1] + row[2] - factor * row[1], 2))
            .sum());
    }

    @Test
    public void linearSystemsAreSolved() {
        assertArrayEquals(new double[]{1, -2}, LinearSystem.solve(new double[][]{{4, 2}, {2, 3}},
            new double[]{0, -4}), 1e-12);
    }

    /** Filters (1, -1) and (0.2, 0.1): sums 2 and 0.3, lengths 1.414 and 0.224, distance sqrt(0.8^2 + 1.1^2). */
    @Test
    public void normsOfFilters() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(2, 1, 1),
            List.of(node("a", new Convolution(2, 1, 1, 0, true, Activation.RELU), Node.INPUT),
                node("norm", new BatchNormalization(Activation.RELU), "a"),
                node("scores", new Dense(2, Activation.IDENTITY), "norm")));
        final PruningContext context = context(spec, Optional.empty(), 1, -1, 0.2f, 0.1f, 9, 9, -0.9f, 0.05f);

        assertArrayEquals(new double[]{2, 0.3}, scores("l1", context), 1e-6);
        assertArrayEquals(new double[]{1.414214, 0.223607}, scores("l2", context), 1e-6);
        assertArrayEquals(new double[]{1.360147, 1.360147}, scores("geometric-median", context), 1e-6);
        assertArrayEquals(new double[]{0.9, 0.05}, scores("scale", context), 1e-6);
        assertEquals(0, context.scored());
    }

    @Test
    public void channelsWithoutNormalisationStay() throws CanceledException {
        final PruningContext context = context(plain(), Optional.empty());

        assertArrayEquals(new double[]{Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, scores("scale", context),
            0);
    }

    /**
     * One pixel of 0.2 and 0.8 (as 51 and 204 of 255), two classes. Channels: relu(pixel) and relu(0.5 - pixel), so
     * maps 0.2, 0.8 and 0.3, 0.
     */
    @Test
    public void scoresOfMaps() throws CanceledException {
        final PruningContext context = context(plain(), Optional.of(images()), 1, -1, 0, 0.5f, 1, 2, 3, 5);

        assertArrayEquals(new double[]{0.5, 0.15}, scores("mean-activation", context), 1e-6);
        assertArrayEquals(new double[]{1, 0.5}, scores("zeros", context), 1e-6);
        assertArrayEquals(new double[]{2 * 0.36 / 1e-4, 2 * 0.09 / 1e-4}, scores("fisher", context), 1e-2);
        assertEquals("one pass for all of them", 2, context.scored());
    }

    /** With scores s = (a + 2 b, 3 a + 5 b): dL/ds = p - y; the change of channel a is |a (ds1 + 3 ds2)|. */
    @Test
    public void changesOfTheLoss() throws CanceledException {
        final PruningContext context = context(plain(), Optional.of(images()), 1, -1, 0, 0.5f, 1, 2, 3, 5);
        final double first = 1 / (1 + Math.exp(-(2 * 0.2 + 3 * 0.3))); // of class 2 for the image of class 1
        final double second = -1 / (1 + Math.exp(2 * 0.8)); // less 1 for the image of class 2

        assertArrayEquals(new double[]{Math.abs(0.2 * 2 * first + 0.8 * 2 * second) / 2, 0.3 * 3 * first / 2},
            scores("taylor", context), 1e-6);
        assertEquals(2, context.backward());
    }

    private static ImageSet images() {
        return new ImageSetBuilder(new ImageShape(1, 1, 1), List.of("class 0", "class 1"))
            .add("a", new byte[]{51}, 0).add("b", new byte[]{(byte)204}, 1).build();
    }

    private static NetworkSpec plain() {
        return new NetworkSpec(new ImageShape(1, 1, 1),
            List.of(node("a", new Convolution(2, 1, 1, 0, true, Activation.RELU), Node.INPUT),
                node("scores", new Dense(2, Activation.IDENTITY), "a")));
    }

    private static double[] scores(final String criterion, final PruningContext context) throws CanceledException {
        return Criteria.create(Choice.of(criterion)).scores(context.groups().get(0), context);
    }

    /** The first weights given, the others 0. */
    private static PruningContext context(final NetworkSpec spec, final Optional<ImageSet> images,
        final float... first) {
        final float[] weights = new float[(int)spec.parameters()];
        System.arraycopy(first, 0, weights, 0, first.length);
        final Network start = ZeroedChannels.random(spec, 1, false);
        return new PruningContext(new Network(spec, start.classes(), weights, start.history()),
            ChannelGroups.of(spec), images, 1, Seeds.of(0), RunControl.none());
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
