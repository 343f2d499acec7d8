// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * How many channels a layer may have.
 *
 * @param least no layer that has more is left with fewer, 1 to 65,536
 * @param multiple widths are rounded to multiples of it, half to even, 1 to 1,024; a layer with fewer stays as it is
 * @param keep names of nodes whose channels all stay; copied
 */
public record WidthRules(int least, int multiple, List<String> keep) {

    /** A channel of each layer stays. */
    public static final WidthRules DEFAULT = new WidthRules(1, 1, List.of());

    /** Refuses values out of range; copies the names. */
    public WidthRules {
        keep = List.copyOf(keep);
        if (least < 1 || least > 65_536) {
            throw new SettingsException("Least channels", "must be between 1 and 65,536", least);
        }
        if (multiple < 1 || multiple > 1_024) {
            throw new SettingsException("Round channels to a multiple of", "must be between 1 and 1,024", multiple);
        }
    }

    /**
     * @param group a group of channels
     * @param wanted how many channels it shall keep, at least 0
     * @return how many it keeps, at least 1
     */
    int kept(final ChannelGroup group, final double wanted) {
        final int all = group.channels();
        final int lowest = (Math.min(least, all) + multiple - 1) / multiple * multiple;
        return wanted >= all ? all : Math.min(all, Math.max(lowest, multiple * (int)Math.rint(wanted / multiple)));
    }

    /**
     * @param spec a network
     * @return its groups of which channels may go, at least one
     * @throws SettingsException if a node to keep is not there, or nothing else is left
     * @throws DataException if no channel of the network can go
     */
    List<ChannelGroup> prunable(final NetworkSpec spec) {
        final Set<String> names = new HashSet<>(spec.nodes().stream().map(Node::name).toList());
        for (final String name : keep) {
            if (!names.contains(name)) {
                throw new SettingsException("Layers to keep",
                    "must be names of layers of the network, such as " + Wording.value(spec.nodes().get(0).name()),
                    name);
            }
        }
        final List<ChannelGroup> all =
            ChannelGroups.of(spec).stream().filter(group -> group.channels() > 1).toList();
        if (all.isEmpty()) {
            throw new DataException("Network", "no layer has more than one channel that could be removed.",
                "Prune a network with wider layers.");
        }
        final List<ChannelGroup> free = all.stream().filter(group -> group.members().stream()
            .noneMatch(member -> member.axis() == 0 && keep.contains(member.node()))).toList();
        if (free.isEmpty()) {
            throw new SettingsException("Layers to keep", "must leave a layer whose channels can be removed",
                String.join(", ", keep), "Remove a layer from the list.");
        }
        return free;
    }
}
