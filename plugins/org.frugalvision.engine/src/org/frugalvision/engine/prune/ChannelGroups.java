// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.prune.ChannelGroup.Member;
import org.frugalvision.engine.run.DataException;

/**
 * The groups of channels of a network that must shrink together. Convolutions and dense layers make channels; layers
 * that combine inputs value by value tie theirs together; all others pass channels on. Those of the image, of the
 * scores and of statistics over channels cannot be removed. Cost: O(channels x tensors).
 */
public final class ChannelGroups {

    private final Graph m_graph;

    /** Ties channels, by number, to another one of their class; 0 stands for all that cannot be removed. */
    private final List<Integer> m_ties = new ArrayList<>(List.of(0));

    /** The numbers of the channels that each place gives. */
    private final List<int[]> m_channels = new ArrayList<>();

    private ChannelGroups(final Graph graph) {
        m_graph = graph;
        m_channels.add(new int[graph.shape(0).channels()]);
        for (int place = 1; place <= graph.last(); place++) {
            m_channels.add(channels(graph.layer(place), place));
        }
        Arrays.stream(m_channels.get(graph.last())).forEach(channel -> tie(channel, 0));
    }

    /**
     * @param spec a network
     * @return its groups, in the order of their first tensors
     * @throws DataException if a node does something to channels that is not understood; it says which
     */
    public static List<ChannelGroup> of(final NetworkSpec spec) {
        return new ChannelGroups(spec.graph()).groups();
    }

    private int[] channels(final Layer layer, final int place) {
        final List<int[]> inputs = m_graph.inputs(place).stream().map(m_channels::get).toList();
        final int count = m_graph.shape(place).channels();
        if (sums(layer)) {
            return IntStream.range(0, count).map(channel -> fresh()).toArray();
        }
        if (layer instanceof ChannelAverageAndMaximum) {
            if (!m_graph.readers(place).stream().map(m_graph::layer).allMatch(ChannelGroups::sums)) {
                throw notUnderstood(place, "averages over channels for a layer that is no convolution");
            }
            return new int[count];
        }
        if (layer instanceof Concatenation) {
            return inputs.stream().flatMapToInt(Arrays::stream).toArray();
        }
        if (layer instanceof SpatialPyramidPooling) {
            final int bins = count / inputs.get(0).length;
            return IntStream.range(0, count).map(i -> inputs.get(0)[i / bins]).toArray();
        }
        if (inputs.get(0).length != count) {
            throw notUnderstood(place, "gives other channels than it takes in");
        }
        for (final int[] input : inputs.subList(1, inputs.size())) {
            for (int channel = 0; input.length == count && channel < count; channel++) {
                tie(input[channel], inputs.get(0)[channel]);
            }
        }
        return inputs.get(0);
    }

    /** Whether each output is a weighted sum over all channels. */
    static boolean sums(final Layer layer) {
        return layer instanceof Convolution || layer instanceof Dense;
    }

    private DataException notUnderstood(final int place, final String problem) {
        return new DataException("Network", "node \"%s\" (%s) %s, so it is not known which channels belong together."
            .formatted(m_graph.name(place), m_graph.layer(place).description(), problem),
            "Prune a network without this layer.");
    }

    private int fresh() {
        m_ties.add(m_ties.size());
        return m_ties.size() - 1;
    }

    /** The lowest number that a channel is tied to. */
    private int root(final int channel) {
        int root = channel;
        while (m_ties.get(root) != root) {
            root = m_ties.get(root);
        }
        m_ties.set(channel, root);
        return root;
    }

    private void tie(final int channel, final int other) {
        final int low = Math.min(root(channel), root(other));
        m_ties.set(root(channel), low);
        m_ties.set(root(other), low);
    }

    /** Channels whose members follow each other in all tensors make a group. */
    private List<ChannelGroup> groups() {
        final List<ChannelGroup> groups = new ArrayList<>();
        List<Member> next = List.of();
        for (final List<Member> members : members().values()) {
            if (members.equals(next)) {
                final ChannelGroup last = groups.remove(groups.size() - 1);
                groups.add(new ChannelGroup(last.id(), last.channels() + 1, last.members()));
            } else {
                groups.add(new ChannelGroup(groups.size(), 1, members));
            }
            next = members.stream().map(it -> new Member(it.node(), it.role(), it.axis(), it.offset() + it.span(),
                it.span())).toList();
        }
        return groups;
    }

    /** The members of each class of channels, in the order of the tensors. */
    private Map<Integer, List<Member>> members() {
        final Map<Integer, List<Member>> members = new TreeMap<>();
        for (int place = 1; place <= m_graph.last(); place++) {
            for (final Tensor tensor : m_graph.tensors(place)) {
                collect(tensor, 0, 1, m_channels.get(place), members);
                final Layer layer = m_graph.layer(place);
                if (tensor.shape().shape().length > 1 && sums(layer)) {
                    final int input = m_graph.inputs(place).get(0);
                    final ImageShape maps = m_graph.shape(input);
                    collect(tensor, 1, layer instanceof Dense ? maps.height() * maps.width() : 1,
                        m_channels.get(input), members);
                }
            }
        }
        return members;
    }

    /** Entries of a channel that stand beside each other make one slice. */
    private void collect(final Tensor tensor, final int axis, final int span, final int[] channels,
        final Map<Integer, List<Member>> members) {
        int next = 0;
        for (int i = 0; i < channels.length; i = next) {
            final int root = root(channels[i]);
            while (next < channels.length && root(channels[next]) == root) {
                next++;
            }
            if (root != 0) {
                members.computeIfAbsent(root, channel -> new ArrayList<>()).add(
                    new Member(tensor.node(), tensor.shape().role(), axis, i * span, (next - i) * span));
            }
        }
    }
}
