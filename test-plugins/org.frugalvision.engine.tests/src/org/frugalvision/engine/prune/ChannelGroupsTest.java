// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.prune.ChannelGroup.Member;
import org.junit.Test;

/** Which channels must go together. */
public final class ChannelGroupsTest {

    @Test
    public void flattenedMapsAreSlicesOfADenseLayer() {
        final var groups = groups(node("conv", conv(3), Node.INPUT), node("scores", dense(2), "conv"));

        assertEquals(List.of(new ChannelGroup(0, 3, List.of(new Member("conv", Role.WEIGHT, 0, 0, 1),
            new Member("conv", Role.BIAS, 0, 0, 1), new Member("scores", Role.WEIGHT, 1, 0, 16)))), groups);
    }

    @Test
    public void normalisationAndDepthwiseConvolutionShrinkWithTheirInput() {
        final var groups = groups(node("conv", conv(3), Node.INPUT),
            node("norm", new BatchNormalization(1e-3, Activation.RELU), "conv"),
            node("depthwise", new DepthwiseConvolution(3, 1, 1, true, Activation.RELU), "norm"),
            node("mean", new GlobalAveragePooling(), "depthwise"), node("scores", dense(2), "mean"));

        assertEquals(List.of("conv WEIGHT 0 0 1", "conv BIAS 0 0 1", "norm SCALE 0 0 1", "norm SHIFT 0 0 1",
            "norm MEAN 0 0 1", "norm VARIANCE 0 0 1", "depthwise WEIGHT 0 0 1", "depthwise BIAS 0 0 1",
            "scores WEIGHT 1 0 1"), texts(groups.get(0)));
        assertEquals(1, groups.size());
    }

    @Test
    public void concatenationMovesOffsets() {
        final var groups = groups(node("a", conv(3), Node.INPUT), node("b", conv(2), Node.INPUT),
            node("both", new Concatenation(), Node.INPUT, "a", "b", "a"), node("c", conv(1), "both"),
            node("scores", dense(2), "c"));

        assertEquals(List.of(3, 2, 1), groups.stream().map(ChannelGroup::channels).toList());
        assertEquals(List.of("a WEIGHT 0 0 1", "a BIAS 0 0 1", "c WEIGHT 1 2 1", "c WEIGHT 1 7 1"),
            texts(groups.get(0)));
        assertEquals(List.of("b WEIGHT 0 0 1", "b BIAS 0 0 1", "c WEIGHT 1 5 1"), texts(groups.get(1)));
    }

    @Test
    public void sumOfAConcatenationTiesTheHalvesOfTheOtherSummand() {
        final var groups = groups(node("half", conv(2), Node.INPUT), node("both", new Concatenation(), "half", "half"),
            node("whole", conv(4), Node.INPUT), node("sum", new Addition(Activation.IDENTITY), "whole", "both"),
            node("scores", dense(2), "sum"));

        assertEquals(1, groups.size());
        assertEquals(2, groups.get(0).channels());
        assertEquals(List.of("half WEIGHT 0 0 1", "half BIAS 0 0 1", "whole WEIGHT 0 0 1", "whole WEIGHT 0 2 1",
            "whole BIAS 0 0 1", "whole BIAS 0 2 1", "scores WEIGHT 1 0 16", "scores WEIGHT 1 32 16"),
            texts(groups.get(0)));
    }

    @Test
    public void gatesOfChannelsAreTiedAndThoseOfPixelsAreNot() {
        final var groups = groups(node("conv", conv(3), Node.INPUT), node("mean", new GlobalAveragePooling(), "conv"),
            node("gate", conv(3), "mean"), node("gated", new Multiplication(), "conv", "gate"),
            node("statistics", new ChannelAverageAndMaximum(), "gated"), node("pixel", conv(1), "statistics"),
            node("end", new Multiplication(), "gated", "pixel"), node("scores", dense(2), "end"));

        assertEquals(List.of(3, 1), groups.stream().map(ChannelGroup::channels).toList());
        assertEquals(List.of("conv WEIGHT 0 0 1", "conv BIAS 0 0 1", "gate WEIGHT 0 0 1", "gate WEIGHT 1 0 1",
            "gate BIAS 0 0 1", "scores WEIGHT 1 0 16"), texts(groups.get(0)));
        assertEquals(List.of("pixel WEIGHT 0 0 1", "pixel BIAS 0 0 1"), texts(groups.get(1)));
    }

    @Test
    public void binsOfAPyramidGoWithTheirChannel() {
        final var groups = groups(node("conv", conv(2), Node.INPUT),
            node("bins", new SpatialPyramidPooling(List.of(2)), "conv"), node("scores", dense(2), "bins"));

        assertEquals(List.of(new ChannelGroup(0, 2, List.of(new Member("conv", Role.WEIGHT, 0, 0, 1),
            new Member("conv", Role.BIAS, 0, 0, 1), new Member("scores", Role.WEIGHT, 1, 0, 4)))), groups);
    }

    @Test
    public void whatIsAddedToTheImageStays() {
        assertEquals(List.of(), groups(node("conv", conv(2), Node.INPUT),
            node("sum", new Addition(Activation.RELU), "conv", Node.INPUT), node("scores", dense(2), "sum")));
    }

    @Test
    public void residualNetworkHasOneGroupForEachStageAndBlock() {
        final List<ChannelGroup> groups =
            ChannelGroups.of(Architectures.create("resnet14").build(new ImageShape(1, 28, 28), 10));

        assertEquals(List.of(16, 16, 16, 32, 32, 32, 64, 64, 64),
            groups.stream().map(ChannelGroup::channels).sorted().toList());
        final ChannelGroup stage = groups.get(0);
        assertEquals(List.of("stem", "stem-norm", "stage1-block1-conv1", "stage1-block1-conv2",
            "stage1-block1-conv2-norm", "stage1-block2-conv1", "stage1-block2-conv2", "stage1-block2-conv2-norm",
            "stage2-block1-shortcut", "stage2-block1-conv1"),
            stage.members().stream().map(Member::node).distinct().toList());
        assertTrue(stage.members().contains(new Member("stage2-block1-conv1", Role.WEIGHT, 1, 0, 1)));
        assertEquals(List.of("stage1-block1-conv1 WEIGHT 0 0 1", "stage1-block1-conv1-norm SCALE 0 0 1",
            "stage1-block1-conv1-norm SHIFT 0 0 1", "stage1-block1-conv1-norm MEAN 0 0 1",
            "stage1-block1-conv1-norm VARIANCE 0 0 1", "stage1-block1-conv2 WEIGHT 1 0 1"), texts(groups.get(1)));
    }

    /** In every architecture: within the tensors, and none twice. */
    @Test
    public void slicesNeverOverlap() {
        for (final ArchitectureInfo info : Architectures.infos()) {
            final NetworkSpec spec = Architectures.create(info.id()).build(new ImageShape(3, 32, 32), 10);
            final Set<String> seen = new HashSet<>();
            for (final ChannelGroup group : ChannelGroups.of(spec)) {
                for (final Member member : group.members()) {
                    final int size = spec.tensors().stream().filter(it -> it.node().equals(member.node())
                        && it.shape().role() == member.role()).findAny().orElseThrow().shape().shape()[member.axis()];
                    for (int i = 0; i < group.channels() * member.span(); i++) {
                        assertTrue(info.id() + member, member.offset() + i < size);
                        assertTrue(info.id() + member, seen.add("%s %s %d %d".formatted(member.node(), member.role(),
                            member.axis(), member.offset() + i)));
                    }
                }
            }
            assertTrue(info.id(), seen.size() > 20);
        }
    }

    private static List<String> texts(final ChannelGroup group) {
        return group.members().stream().map(it -> "%s %s %d %d %d".formatted(it.node(), it.role(), it.axis(),
            it.offset(), it.span())).toList();
    }

    private static List<ChannelGroup> groups(final Node... nodes) {
        return ChannelGroups.of(new NetworkSpec(new ImageShape(2, 4, 4), List.of(nodes)));
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    private static Layer conv(final int filters) {
        return new Convolution(filters, 1, 1, 0, true, Activation.RELU);
    }

    private static Layer dense(final int units) {
        return new Dense(units, Activation.IDENTITY);
    }
}
