// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Ensemble;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.DataException;
import org.junit.Test;

/** Networks become smaller and compute the same. */
public final class ShrinkingTest {

    private static final int GRAPHS = 300;

    @Test
    public void randomGraphsComputeAsWithTheChannelsSetToZero() {
        final Set<Class<?>> layers = new HashSet<>();
        for (int seed = 0; seed < GRAPHS; seed++) {
            final NetworkSpec spec = RandomGraphs.of(seed);
            spec.nodes().forEach(node -> layers.add(node.layer().getClass()));
            ZeroedChannels.check(ZeroedChannels.random(spec, seed, false), seed);
        }
        assertEquals(Set.of(Layer.class.getPermittedSubclasses()).size() + 4, layers.size());
    }

    @Test
    public void everyArchitectureComputesAsWithTheChannelsSetToZero() {
        for (final ArchitectureInfo info : Architectures.infos()) {
            for (final Head head : info.options().contains(ArchitectureOption.HEAD) ? Head.values()
                : new Head[]{Head.USUAL}) {
                final NetworkSpec spec = Architectures.create(info.id()).build(new ImageShape(2, 16, 16), 3,
                    new ArchitectureOptions(info.options().contains(ArchitectureOption.WIDTH) ? 0.25 : 1,
                        BatchNorm.USUAL, 0, head));
                ZeroedChannels.check(ZeroedChannels.random(spec, 7, true), 7);
            }
        }
    }

    @Test
    public void ensemblesShrinkLikeAnyNetwork() {
        final Network one = ZeroedChannels.random(RandomGraphs.of(3), 3, false);
        final Network two = ZeroedChannels.random(RandomGraphs.of(4), 4, false);

        ZeroedChannels.check(Ensemble.of(List.of(one, two)), 5);
    }

    @Test
    public void filtersGoWithWhatReadsThem() {
        final Network network = network(node("a", convolution(2, 1), Node.INPUT), node("b", convolution(1, 1), "a"),
            node("scores", new Dense(2, Activation.IDENTITY), "b"));
        final List<ChannelGroup> groups = ChannelGroups.of(network.spec());

        final Network smaller = Shrinking.of(network, new Removal(groups, List.of(new int[]{1}, new int[0])), false);

        assertArrayEquals(new float[]{1, 3, 5, 7, 8}, first(smaller, 5), 0);
        assertEquals(new Convolution(1, 1, 1, 0, true, Activation.RELU), smaller.spec().nodes().get(0).layer());
    }

    @Test
    public void constantsAreFoldedExactlyWithoutPadding() {
        for (int seed = 0; seed < 20; seed++) {
            final Network network = ZeroedChannels.random(new NetworkSpec(new ImageShape(2, 9, 8), List.of(
                node("a", new Convolution(4, 3, 1, 0, false, Activation.IDENTITY), Node.INPUT),
                node("norm", new BatchNormalization(Activation.SWISH), "a"),
                node("each", new DepthwiseConvolution(3, 1, 0, true, Activation.RELU6), "norm"),
                node("b", new Convolution(3, 3, 1, 0, false, Activation.IDENTITY), "each"),
                node("norm2", new BatchNormalization(Activation.RELU), "b"),
                node("c", convolution(4, 2), "norm2"),
                node("scores", new Dense(3, Activation.IDENTITY), "c"))), seed, false);
            final List<ChannelGroup> groups = ChannelGroups.of(network.spec());
            final Removal removal = new Removal(groups, List.of(new int[]{1, 2}, new int[]{0}, new int[]{3}));
            final float[] weights = network.weights();
            for (final Tensor tensor : network.spec().tensors()) {
                silence(weights, tensor, "norm", Role.SCALE, 1, 2);
                silence(weights, tensor, "norm2", Role.SCALE, 0);
                silence(weights, tensor, "c", Role.WEIGHT, 3);
            }
            final Network silent = new Network(network.spec(), network.classes(), weights, network.history());

            final Network smaller = Shrinking.of(silent, removal, true);

            ZeroedChannels.assertAgree(ZeroedChannels.scores(silent, weights, seed),
                ZeroedChannels.scores(smaller, smaller.weights(), seed), 1e-5);
        }
    }

    @Test
    public void foldingChangesNothingWhereChannelsGiveNothing() {
        final Network network = ZeroedChannels.random(RandomGraphs.of(11), 11, false);
        final Removal none = new Removal(List.of(), List.of());

        assertArrayEquals(network.weights(), Shrinking.of(network, none, true).weights(), 0);
    }

    @Test
    public void graphsThatAreNotUnderstoodAreRefusedByNode() {
        final var e = assertThrows(DataException.class, () -> ChannelGroups.of(new NetworkSpec(
            new ImageShape(2, 4, 4), List.of(node("conv", convolution(3, 1), Node.INPUT),
                node("statistics", new ChannelAverageAndMaximum(), "conv"),
                node("each", new DepthwiseConvolution(1, 1, 0, true, Activation.RELU), "statistics"),
                node("scores", new Dense(2, Activation.IDENTITY), "each")))));

        assertEquals("Network: node \"statistics\" (average and maximum over channels) averages over channels for a "
            + "layer that is no convolution, so it is not known which channels belong together.", e.getMessage());
    }

    @Test
    public void noGroupIsEmptied() {
        final List<ChannelGroup> groups = List.of(new ChannelGroup(4, 2, List.of()));

        assertEquals("Group 4 must keep one of its 2 channels.", assertThrows(IllegalArgumentException.class,
            () -> new Removal(groups, List.of(new int[]{0, 1}))).getMessage());
        assertEquals("Group 4 has 2 channels, but [2] shall go.", assertThrows(IllegalArgumentException.class,
            () -> new Removal(groups, List.of(new int[]{2}))).getMessage());
    }

    @Test
    public void theLowestScoresGoAndOfEqualOnesTheFirst() {
        final Removal removal = Removal.lowest(List.of(new ChannelGroup(0, 4, List.of())),
            List.of(new double[]{2, 1, 3, 1}), new int[]{3});

        assertArrayEquals(new int[]{1}, removal.channels().get(0));
    }

    @Test
    public void binsOfAPyramidAreOneSlice() {
        final List<ChannelGroup> groups = ChannelGroups.of(Architectures.create("lenet").build(
            new ImageShape(1, 28, 28), 10, new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.PYRAMID)));

        assertTrue(groups.toString(), groups.stream().allMatch(group -> group.channels() > 1));
    }

    private static void silence(final float[] weights, final Tensor tensor, final String node, final Role role,
        final int... channels) {
        if (tensor.node().equals(node) && tensor.shape().role() == role) {
            final int length = tensor.length() / tensor.shape().shape()[0];
            for (final int channel : channels) {
                Arrays.fill(weights, tensor.offset() + channel * length,
                    tensor.offset() + (channel + 1) * length, 0);
            }
        }
    }

    /** On images of one channel and one pixel, with the weights 1, 2, 3, ... */
    private static Network network(final Node... nodes) {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(1, 1, 1), List.of(nodes));
        final Network network = ZeroedChannels.random(spec, 1, false);
        final float[] weights = new float[(int)spec.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i + 1;
        }
        return new Network(spec, network.classes(), weights, network.history());
    }

    private static float[] first(final Network network, final int count) {
        return Arrays.copyOf(network.weights(), count);
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    private static Layer convolution(final int filters, final int kernel) {
        return new Convolution(filters, kernel, 1, 0, true, Activation.RELU);
    }
}
