// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;

/** Gives a network new last layers for other classes; everything below keeps its weights. */
public final class OtherClasses {

    private OtherClasses() {
    }

    /**
     * @param network the network; stays as it is
     * @param classes names of the new classes; unique
     * @param labelling how many of them an image belongs to
     * @param seeds source of the weights of the new layers, those of {@link NetworkSpec#scoring}
     * @return the network for them; its history goes on, its prior is uniform
     * @throws DataException if the scores come from a layer that cannot give another number of them
     */
    public static Network of(final Network network, final List<String> classes, final Labelling labelling,
        final Seeds seeds) {
        final NetworkSpec before = network.spec();
        final List<Node> scoring = before.scoring();
        final List<Node> nodes = new ArrayList<>();
        final Set<String> fresh = new HashSet<>();
        for (final Node node : before.nodes()) {
            final boolean scores = scoring.contains(node);
            nodes.add(scores ? new Node(node.name(), resized(node, classes.size()), node.inputs()) : node);
            if (scores || node.inputs().stream().anyMatch(fresh::contains)) {
                fresh.add(node.name());
            }
        }
        final NetworkSpec spec = new NetworkSpec(before.input(), nodes);
        final float[] weights = Initialiser.weights(spec, seeds);
        final float[] old = network.weights();
        for (int i = 0; i < spec.tensors().size(); i++) {
            final Tensor tensor = spec.tensors().get(i);
            if (!fresh.contains(tensor.node())) {
                System.arraycopy(old, before.tensors().get(i).offset(), weights, tensor.offset(), tensor.length());
            }
        }
        final NetworkHistory history = network.history();
        return new Network(spec, classes, weights,
            new NetworkHistory(history.architecture(), labelling, NetworkHistory.uniform(labelling, classes.size()),
                history.provenance(), history.ledger()));
    }

    private static Layer resized(final Node node, final int classes) {
        if (node.layer() instanceof Dense dense) {
            return new Dense(classes, dense.activation());
        }
        if (node.layer() instanceof Convolution it) {
            return new Convolution(classes, it.kernel(), it.stride(), it.padding(), it.bias(), it.activation());
        }
        throw new DataException("Network", "its scores come from node \"%s\" (%s), which cannot give those of other"
            .formatted(node.name(), node.layer().description()) + " classes.", "Train a new network.");
    }
}
