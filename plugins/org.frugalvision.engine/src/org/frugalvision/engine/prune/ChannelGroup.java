// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;

import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Channels of a network each of which can be removed by itself, and everything that must then go with it.
 *
 * @param id number of the group in its network, from 0 on
 * @param channels how many there are
 * @param members all slices of tensors that belong to them, in the order of the tensors; copied
 */
public record ChannelGroup(int id, int channels, List<Member> members) {

    /** Copies the members. */
    public ChannelGroup {
        members = List.copyOf(members);
    }

    /** @return the names of the layers whose outputs these channels are, in order */
    public List<String> layers() {
        return members.stream().filter(member -> member.axis() == 0 && member.role() == Role.WEIGHT)
            .map(Member::node).distinct().toList();
    }

    /**
     * Slices of a tensor, one for each channel of the group: along the axis, channel c has the {@code span} entries
     * from {@code offset + c x span} on.
     *
     * @param node name of the node that owns the tensor
     * @param role what the tensor is to the node
     * @param axis 0: outputs of the node; 1: its inputs
     * @param offset entry at which the slice of channel 0 begins
     * @param span entries of each slice; more than 1 where maps are read as a vector
     */
    public record Member(String node, Role role, int axis, int offset, int span) {
    }
}
