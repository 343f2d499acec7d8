// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.prune.CriterionInfo.Trait;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What every criterion promises. */
@RunWith(Parameterized.class)
public final class CriterionContractTest {

    private static final NetworkSpec SPEC = new NetworkSpec(Networks.SHAPE, List.of(
        node("stem", new Convolution(5, 3, 1, 1, false, Activation.IDENTITY), Node.INPUT),
        node("norm", new BatchNormalization(Activation.RELU), "stem"),
        node("conv", new Convolution(5, 3, 1, 1, true, Activation.RELU), "norm"),
        node("sum", new Addition(Activation.RELU), "norm", "conv"),
        node("last", new Convolution(4, 3, 2, 0, true, Activation.RELU), "sum"),
        node("hidden", new Dense(6, Activation.RELU), "last"),
        node("scores", new Dense(3, Activation.IDENTITY), "hidden")));

    private static final Network NETWORK = named(ZeroedChannels.random(SPEC, 3, false));

    private static final ImageSet IMAGES = Networks.images(45, 4);

    /** The criterion. */
    @Parameter
    public String m_id;

    @Parameters(name = "{0}")
    public static List<String> ids() {
        return Criteria.infos().stream().map(CriterionInfo::id).toList();
    }

    @Test
    public void tellsAboutItself() {
        final CriterionInfo info = Criteria.info(m_id);

        assertFalse(info.label().isBlank());
        assertTrue(info.summary(), info.summary().endsWith("."));
        assertTrue(info.verdict(), info.verdict().endsWith("."));
    }

    @Test
    public void givesOneScoreForEachChannelAndTheSameForAnyNumberOfThreads() throws CanceledException {
        final List<double[]> one = scores(context(Optional.of(IMAGES), 1, 7));
        final List<double[]> three = scores(context(Optional.of(IMAGES), 3, 7));

        assertEquals(List.of(5, 4, 6), one.stream().map(scores -> scores.length).toList());
        for (int i = 0; i < one.size(); i++) {
            assertTrue(Arrays.stream(one.get(i)).noneMatch(Double::isNaN));
            assertArrayEquals(one.get(i), three.get(i), 0);
        }
        assertTrue("they differ", Arrays.stream(one.get(0)).distinct().count() > 1);
    }

    @Test
    public void asksForImagesOnlyIfItSaysSo() throws CanceledException {
        final PruningContext context = context(Optional.empty(), 1, 7);
        if (info().has(Trait.NEEDS_IMAGES)) {
            assertEquals("Training images: the criterion looks at images, but there are none.",
                assertThrows(DataException.class, () -> scores(context)).getMessage());
        } else {
            scores(context);
            assertEquals(0, context.scored());
        }
    }

    @Test
    public void imagesAreChargedOnce() throws CanceledException {
        final PruningContext context = context(Optional.of(IMAGES), 1, 7);
        scores(context);
        final long scored = context.scored();
        scores(context);

        assertEquals(scored, context.scored());
        assertEquals(info().has(Trait.NEEDS_IMAGES), scored > 0);
    }

    @Test
    public void drawsAtRandomOnlyIfItSaysSo() throws CanceledException {
        final double[] one = scores(context(Optional.of(IMAGES), 1, 7)).get(0);
        final double[] other = scores(context(Optional.of(IMAGES), 1, 8)).get(0);
        if (m_id.equals("random")) {
            assertNotEquals(Arrays.toString(one), Arrays.toString(other));
        } else if (!info().has(Trait.DRAWS_AT_RANDOM) && !info().has(Trait.RESCALES)) {
            assertArrayEquals(one, other, 0);
        }
    }

    @Test
    public void channelsWithoutNormalisationStayOnlyIfItSaysSo() throws CanceledException {
        final List<double[]> scores = scores(context(Optional.of(IMAGES), 1, 7));

        assertEquals(info().has(Trait.NEEDS_NORMALIZATION),
            Arrays.stream(scores.get(2)).anyMatch(Double::isInfinite));
    }

    @Test
    public void scalesOnlyIfItSaysSo() throws CanceledException {
        final PruningContext context = context(Optional.of(IMAGES), 1, 7);
        final double[] factors =
            Criteria.create(Choice.of(m_id)).factors(context.groups().get(0), new int[]{0, 2, 3}, context);

        assertEquals(3, factors.length);
        assertEquals(info().has(Trait.RESCALES), Arrays.stream(factors).anyMatch(factor -> factor != 1));
    }

    @Test
    public void worksWithOneClassAndWithOneImage() throws CanceledException {
        for (final int[] some : new int[][]{{0}, {0, 3, 6}}) {
            for (final double[] scores : scores(context(Optional.of(IMAGES.subset(some)), 1, 7))) {
                assertTrue(Arrays.stream(scores).noneMatch(Double::isNaN));
            }
        }
    }

    @Test
    public void refusesImagesOfOtherClasses() throws CanceledException {
        final ImageSet other = new ImageSetBuilder(Networks.SHAPE, List.of("a", "x"))
            .add("Row0", new byte[Networks.SHAPE.size()], 1).build();
        if (info().has(Trait.NEEDS_IMAGES)) {
            assertEquals("Row \"Row0\": the network does not know the class \"x\".", assertThrows(DataException.class,
                () -> scores(context(Optional.of(other), 1, 7))).getMessage());
        } else {
            scores(context(Optional.of(other), 1, 7));
        }
    }

    @Test
    public void canBeCanceled() {
        if (info().has(Trait.NEEDS_IMAGES)) {
            assertThrows(CanceledException.class, () -> scores(new PruningContext(NETWORK, ChannelGroups.of(SPEC),
                Optional.of(IMAGES), 1, Seeds.of(7), new CanceledAtCheck(1))));
        }
    }

    private CriterionInfo info() {
        return Criteria.info(m_id);
    }

    private List<double[]> scores(final PruningContext context) throws CanceledException {
        final List<double[]> scores = new ArrayList<>();
        for (final ChannelGroup group : context.groups()) {
            scores.add(Criteria.create(Choice.of(m_id)).scores(group, context));
        }
        return scores;
    }

    private static PruningContext context(final Optional<ImageSet> images, final int threads, final long seed) {
        return new PruningContext(NETWORK, ChannelGroups.of(SPEC), images, threads, Seeds.of(seed),
            RunControl.none());
    }

    private static Network named(final Network network) {
        return new Network(network.spec(), Networks.CLASSES, network.weights(), network.history());
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
