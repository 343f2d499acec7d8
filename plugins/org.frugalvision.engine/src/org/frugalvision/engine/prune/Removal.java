// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Channels to cut off.
 *
 * @param groups groups of a network
 * @param channels for each of them the channels that go, each once; shared, not to be modified
 */
public record Removal(List<ChannelGroup> groups, List<int[]> channels) {

    /** Refuses to take all channels of a group, and channels that it has not. */
    public Removal {
        groups = List.copyOf(groups);
        channels = List.copyOf(channels);
        if (groups.size() != channels.size()) {
            throw new IllegalArgumentException("Each group must have its channels.");
        }
        for (int i = 0; i < groups.size(); i++) {
            final int all = groups.get(i).channels();
            if (channels.get(i).length >= all) {
                throw new IllegalArgumentException("Group %d must keep one of its %d channels."
                    .formatted(groups.get(i).id(), all));
            }
            if (Arrays.stream(channels.get(i)).anyMatch(channel -> channel < 0 || channel >= all)
                || Arrays.stream(channels.get(i)).distinct().count() < channels.get(i).length) {
                throw new IllegalArgumentException("Group %d has %d channels, but %s shall go."
                    .formatted(groups.get(i).id(), all, Arrays.toString(channels.get(i))));
            }
        }
    }

    /**
     * The channels with the lowest scores go; of equal ones the first.
     *
     * @param groups groups of a network
     * @param scores for each group those of its channels
     * @param kept for each group how many channels stay, at least 1
     * @return what goes
     */
    public static Removal lowest(final List<ChannelGroup> groups, final List<double[]> scores, final int[] kept) {
        return new Removal(groups, IntStream.range(0, kept.length)
            .mapToObj(i -> ascending(scores.get(i), groups.get(i).channels() - kept[i])).toList());
    }

    /** The first of the indices of scores, lowest score first; ties: lowest index. */
    static int[] ascending(final double[] scores, final int count) {
        return IntStream.range(0, scores.length).boxed()
            .sorted((a, b) -> scores[a] == scores[b] ? Integer.compare(a, b) : Double.compare(scores[a], scores[b]))
            .limit(count).mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The channels of a group that stay, ascending. */
    int[] kept(final int group) {
        final int[] gone = channels.get(group);
        return IntStream.range(0, groups.get(group).channels())
            .filter(channel -> Arrays.stream(gone).noneMatch(it -> it == channel)).toArray();
    }

    /** For each tensor, named by node and role, along both axes which entries go. */
    Map<String, boolean[][]> entries(final Map<String, int[]> sizes) {
        final Map<String, boolean[][]> gone = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (final ChannelGroup.Member member : groups.get(i).members()) {
                final String key = member.node() + " " + member.role();
                final int[] size = sizes.get(key);
                final boolean[] axis = gone.computeIfAbsent(key,
                    name -> new boolean[][]{new boolean[size[0]], new boolean[size[1]]})[member.axis()];
                for (final int channel : channels.get(i)) {
                    final int from = member.offset() + channel * member.span();
                    Arrays.fill(axis, from, from + member.span(), true);
                }
            }
        }
        return gone;
    }
}
