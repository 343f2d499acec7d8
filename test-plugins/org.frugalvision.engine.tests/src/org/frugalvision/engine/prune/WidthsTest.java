// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.prune.Schedule.Kind;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** How many channels stay, by hand. */
public final class WidthsTest {

    private static final double[] GAMMA = {0.9, 0.05, 0.5, 0.01, 0.3, 0.02, 0.8, 0.6};

    @Test
    public void geometricStepsLeaveEqualShares() {
        assertArrayEquals(new double[]{0.668740, 0.447214, 0.299070, 0.2}, left(new Schedule(Kind.GEOMETRIC, 4), 0.2),
            1e-6);
    }

    @Test
    public void cubicStepsAreLargeFirst() {
        assertArrayEquals(new double[]{1 - 0.4625, 1 - 0.7, 1 - 0.7875, 1 - 0.8},
            left(new Schedule(Kind.CUBIC, 4), 0.2), 1e-12);
        assertEquals(1 - 0.7, new Schedule(Kind.CUBIC, 10).left(5, 0.2), 1e-12);
    }

    @Test
    public void oneShotTakesOneStep() {
        assertArrayEquals(new double[]{0.2}, left(new Schedule(Kind.ONE_SHOT, 7), 0.2), 1e-12);
    }

    @Test
    public void widthsAreRoundedHalfToEvenAndNeverNothing() {
        final WidthRules eights = new WidthRules(1, 8, List.of());

        assertArrayEquals(new int[]{8, 8, 16, 16, 32, 40}, IntStream.of(0, 11, 12, 20, 28, 40)
            .map(wanted -> eights.kept(group(40), wanted)).toArray());
        assertEquals("narrower than the multiple", 5, eights.kept(group(5), 1));
        assertEquals("what loses nothing is not rounded", 41, eights.kept(group(41), 41));
        assertEquals("not rounded up beyond all", 14, eights.kept(group(14), 13.9));
        assertEquals(8, eights.kept(group(12), 11));
        assertEquals(1, WidthRules.DEFAULT.kept(group(4), 0));
        assertEquals(3, new WidthRules(3, 1, List.of()).kept(group(4), 0));
        assertEquals(4, new WidthRules(6, 1, List.of()).kept(group(4), 0));
    }

    @Test
    public void halfOfTheFactorsStays() {
        final Widths widths = Widths.global(List.of(group(8)), List.of(GAMMA), Criteria.info("scale"),
            WidthRules.DEFAULT);

        assertArrayEquals(new int[]{4}, widths.at(0.5));
        assertArrayEquals(new int[]{1, 3, 5}, Removal.ascending(GAMMA, 3));
    }

    @Test
    public void comparableScoresAreComparedAsTheyAreAndOthersInUnitsOfTheirGroup() {
        final List<ChannelGroup> groups = List.of(group(2), group(2));
        final List<double[]> scores = List.of(new double[]{1, 2}, new double[]{10, 30});

        assertArrayEquals(new int[]{1, 2},
            Widths.global(groups, scores, Criteria.info("scale"), WidthRules.DEFAULT).at(0.5));
        assertArrayEquals(new int[]{1, 1},
            Widths.global(groups, scores, Criteria.info("l1"), WidthRules.DEFAULT).at(0.5));
    }

    @Test
    public void uniformWidthsAreShares() {
        assertArrayEquals(new int[]{5, 2}, Widths.uniform(List.of(group(10), group(4)), WidthRules.DEFAULT).at(0.5));
    }

    /** Group 0 loses nothing up to 1/2 and 0.4 at 3/4; group 1 loses 0.2 for each quarter. */
    @Test
    public void layersThatCostNothingGoFirst() {
        final Widths widths = Widths.sensitive(List.of(group(8), group(8)),
            new double[][]{{-0.1, 0, 0.4}, {0.2, 0.4, 0.6}}, WidthRules.DEFAULT);

        assertArrayEquals(new int[]{4, 8}, widths.at(0));
        assertArrayEquals(new int[]{3, 6}, widths.at(0.2 / 0.6));
        assertArrayEquals(new int[]{2, 2}, widths.at(0.9999999));
        assertArrayEquals(new int[]{1, 1}, widths.at(1));
    }

    @Test
    public void wrongRulesAreRefused() {
        assertEquals("\"Least channels\" must be between 1 and 65,536, but is 0.", assertThrows(
            SettingsException.class, () -> new WidthRules(0, 1, List.of())).getMessage());
        assertEquals("\"Round channels to a multiple of\" must be between 1 and 1,024, but is 0.", assertThrows(SettingsException.class,
            () -> new WidthRules(1, 0, List.of())).getMessage());
        assertEquals("\"Steps\" must be between 1 and 100, but is 101.", assertThrows(SettingsException.class,
            () -> new Schedule(Kind.CUBIC, 101)).getMessage());
        assertEquals("\"Layers to keep\" must be names of layers of the network, such as \"a\", but is \"x\".",
            assertThrows(SettingsException.class,
                () -> new WidthRules(1, 1, List.of("x")).prunable(spec(2))).getMessage());
        assertEquals("\"Layers to keep\" must leave a layer whose channels can be removed, but is \"a, scores\".",
            assertThrows(SettingsException.class,
                () -> new WidthRules(1, 1, List.of("a", "scores")).prunable(spec(2))).getMessage());
        assertEquals("Network: no layer has more than one channel that could be removed.", assertThrows(
            DataException.class, () -> WidthRules.DEFAULT.prunable(spec(1))).getMessage());
    }

    @Test
    public void timesAreSummedUpByQuartiles() {
        assertEquals(new Latency(3, 2), Latency.summary(new double[]{9, 1, 3, 2, 4}));
        assertEquals(new Latency(1, 0), Latency.summary(new double[]{1}));
    }

    private static double[] left(final Schedule schedule, final double share) {
        return IntStream.rangeClosed(1, schedule.count()).mapToDouble(step -> schedule.left(step, share)).toArray();
    }

    private static ChannelGroup group(final int channels) {
        return new ChannelGroup(0, channels, List.of());
    }

    private static NetworkSpec spec(final int filters) {
        return new NetworkSpec(new ImageShape(1, 2, 2), List.of(
            new Node("a", new Convolution(filters, 1, 1, 0, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("a"))));
    }
}
