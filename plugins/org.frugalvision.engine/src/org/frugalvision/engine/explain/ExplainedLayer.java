// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.Split;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * The layer whose maps are looked at: one that makes maps of more than one place (so no pooling, padding or dropout,
 * which only hand on what another layer made), and behind which the network can be cut, because nothing passes it by.
 */
final class ExplainedLayer {

    private ExplainedLayer() {
    }

    /**
     * @param spec the network for the images
     * @param name of a layer; empty: the last possible one, which sees most of the image and still tells places
     * @return the network cut behind it
     */
    static Split of(final NetworkSpec spec, final String name) {
        final List<Split> possible = possible(spec);
        if (possible.isEmpty()) {
            throw new DataException("Network", "it has no layer whose maps show where in the image something is, "
                + "because none of them has more than one place and is passed by all that the later layers see.",
                "Train an architecture with convolutions.", "Use larger images.");
        }
        if (name.isBlank()) {
            return possible.get(possible.size() - 1);
        }
        return possible.stream().filter(split -> split.node().equals(name.strip())).findFirst()
            .orElseThrow(() -> new SettingsException("Layer", "must be a layer of the network whose maps show places "
                + "and that nothing passes by: " + Wording.some(possible.stream().map(Split::node).toList()), name,
                "Enter one of these names.", "Leave the field empty for the last of them."));
    }

    private static List<Split> possible(final NetworkSpec spec) {
        final Graph graph = spec.graph();
        return IntStream.range(1, graph.last()).filter(place -> makesMaps(graph, place))
            .mapToObj(place -> spec.split(graph.name(place))).flatMap(Optional::stream).toList();
    }

    private static boolean makesMaps(final Graph graph, final int place) {
        final ImageShape shape = graph.shape(place);
        final var layer = graph.layer(place);
        return shape.height() * shape.width() > 1 && !(layer instanceof Pooling || layer instanceof Padding
            || layer instanceof Dropping || layer instanceof GlobalAveragePooling
            || layer instanceof AverageAndMaximum || layer instanceof ChannelAverageAndMaximum);
    }
}
