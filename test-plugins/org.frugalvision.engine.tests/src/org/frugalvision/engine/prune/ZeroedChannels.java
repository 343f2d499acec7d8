// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.Seeds;

/** Cutting channels off gives what the network gave with their maps set to zero, by plain loops. */
public final class ZeroedChannels {

    private static final int IMAGES = 2;

    private ZeroedChannels() {
    }

    /** Weights, biases and statistics at random; summands of normalisations above 0 or any. */
    public static Network random(final NetworkSpec spec, final long seed, final boolean positive) {
        final List<String> classes =
            IntStream.range(0, spec.classes()).mapToObj(k -> "class " + k).toList();
        final Network start = Network.initialise(spec, classes, Seeds.of(seed).named("initialise"));
        final float[] weights = start.weights();
        final RandomGenerator random = Seeds.of(seed).named("others").generator();
        for (final Tensor tensor : spec.tensors()) {
            for (int i = tensor.offset(); i < tensor.end(); i++) {
                weights[i] = switch (tensor.shape().role()) {
                    case WEIGHT -> weights[i];
                    case SHIFT, BIAS -> (float)(positive ? 3 + random.nextDouble() : random.nextDouble() - 0.5);
                    case SCALE, VARIANCE -> (float)(0.5 + random.nextDouble());
                    case MEAN -> (float)(random.nextDouble() - 0.5);
                };
            }
        }
        return new Network(spec, start.classes(), weights, start.history());
    }

    /** Takes about a half of the channels of every group. */
    public static void check(final Network network, final long seed) {
        final RandomGenerator random = Seeds.of(seed).named("removal").generator();
        final List<ChannelGroup> groups = ChannelGroups.of(network.spec());
        final List<int[]> channels = new ArrayList<>();
        for (final ChannelGroup group : groups) {
            final int[] some = IntStream.range(0, group.channels()).filter(i -> random.nextBoolean()).toArray();
            channels.add(Arrays.copyOf(some, Math.min(some.length, group.channels() - 1)));
        }
        check(network, new Removal(groups, channels), seed);
    }

    static void check(final Network network, final Removal removal, final long seed) {
        final Network smaller = Shrinking.of(network, removal, false);

        assertTrue(channels(removal) == 0 || smaller.spec().parameters() < network.spec().parameters());
        assertAgree(scores(network, zeroed(network, removal), seed), scores(smaller, smaller.weights(), seed), 1e-5);
    }

    static int channels(final Removal removal) {
        return removal.channels().stream().mapToInt(some -> some.length).sum();
    }

    static double[][] scores(final Network network, final float[] weights, final long seed) {
        final RandomGenerator random = Seeds.of(seed).named("images").generator();
        final float[] pixels = new float[IMAGES * network.spec().input().size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new PlainGraph(network.spec(), false).scores(PlainGraph.doubles(weights), pixels, IMAGES);
    }

    static void assertAgree(final double[][] expected, final double[][] actual, final double tolerance) {
        double largest = 1;
        for (final double[] scores : expected) {
            largest = Math.max(largest, Arrays.stream(scores).map(Math::abs).max().orElseThrow());
        }
        for (int image = 0; image < IMAGES; image++) {
            for (int k = 0; k < expected[image].length; k++) {
                assertEquals(expected[image][k], actual[image][k], tolerance * largest);
            }
        }
    }

    private static float[] zeroed(final Network network, final Removal removal) {
        final float[] weights = network.weights();
        for (int i = 0; i < removal.groups().size(); i++) {
            for (final ChannelGroup.Member member : removal.groups().get(i).members()) {
                final Tensor tensor = network.spec().tensors().stream().filter(it -> it.node().equals(member.node())
                    && it.shape().role() == member.role()).findAny().orElseThrow();
                if (member.role() != Role.MEAN && member.role() != Role.VARIANCE) {
                    zero(weights, tensor, member, removal.channels().get(i));
                }
            }
        }
        return weights;
    }

    private static void zero(final float[] weights, final Tensor tensor, final ChannelGroup.Member member,
        final int[] channels) {
        final int[] shape = tensor.shape().shape();
        final int inputs = shape.length > 1 ? shape[1] : 1;
        final int values = tensor.length() / shape[0] / inputs;
        for (int i = 0; i < tensor.length(); i++) {
            final int entry = member.axis() == 0 ? i / values / inputs : i / values % inputs;
            for (final int channel : channels) {
                final int from = member.offset() + channel * member.span();
                if (entry >= from && entry < from + member.span()) {
                    weights[tensor.offset() + i] = 0;
                }
            }
        }
    }
}
