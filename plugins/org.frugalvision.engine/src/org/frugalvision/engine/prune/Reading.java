// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * A place where maps of a group's channels are read: of its output, channel c has the {@code length} values from
 * {@code first + c x length} on.
 *
 * @param reader the place of the convolution or the dense layer that reads them
 * @param place the place whose output it reads
 * @param member the weights that it reads them with
 * @param weights the tensor of these weights
 * @param first index of the first value of channel 0
 * @param length values of each channel
 */
record Reading(int reader, int place, ChannelGroup.Member member, Tensor weights, int first, int length) {

    /** All readings of a group, in the order of the readers. */
    static List<Reading> of(final Graph graph, final ChannelGroup group) {
        final List<Reading> readings = new ArrayList<>();
        for (final ChannelGroup.Member member : group.members()) {
            if (member.axis() == 1 && member.role() == Role.WEIGHT) {
                final int reader = graph.place(member.node());
                final int place = graph.inputs(reader).get(0);
                final ImageShape maps = graph.shape(place);
                final int each = graph.layer(reader) instanceof Dense ? 1 : maps.height() * maps.width();
                readings.add(new Reading(reader, place, member, graph.tensors(reader).get(0),
                    member.offset() * each, member.span() * each));
            }
        }
        return readings;
    }

    /** Whether both read the same maps. */
    boolean sameMaps(final Reading other) {
        return place == other.place && first == other.first && length == other.length;
    }

    /** Multiplies the weights that read some channels. */
    void scale(final float[] values, final int[] channels, final double[] factors) {
        final int[] sizes = Shrinking.sizes(weights);
        for (int output = 0; output < sizes[0]; output++) {
            for (int i = 0; i < channels.length; i++) {
                final int from = weights.offset()
                    + (output * sizes[1] + member.offset() + channels[i] * member.span()) * sizes[2];
                for (int at = from; at < from + member.span() * sizes[2]; at++) {
                    values[at] = (float)(values[at] * factors[i]);
                }
            }
        }
    }
}
