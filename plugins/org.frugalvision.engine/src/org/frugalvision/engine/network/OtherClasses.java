// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.run.Seeds;

/** Gives a network a new last layer for other classes; everything below keeps its weights. */
public final class OtherClasses {

    private OtherClasses() {
    }

    /**
     * @param network the network; stays as it is
     * @param classes names of the new classes; unique
     * @param seeds source of the weights of the new layer
     * @return the network for them; its history goes on, its prior is uniform
     */
    public static Network of(final Network network, final List<String> classes, final Seeds seeds) {
        final List<Node> nodes = new ArrayList<>(network.spec().nodes());
        final Node last = nodes.remove(nodes.size() - 1);
        nodes.add(new Node(last.name(), new Dense(classes.size(), Activation.IDENTITY), last.inputs()));
        final NetworkSpec spec = new NetworkSpec(network.spec().input(), nodes);
        final float[] weights = Initialiser.weights(spec, seeds);
        final int kept = spec.tensors().stream().filter(tensor -> tensor.node().equals(last.name()))
            .mapToInt(Tensor::offset).min().orElseThrow();
        System.arraycopy(network.weights(), 0, weights, 0, kept);
        final double[] prior = new double[classes.size()];
        Arrays.fill(prior, 1.0 / prior.length);
        final NetworkHistory before = network.history();
        return new Network(spec, classes, weights,
            new NetworkHistory(before.architecture(), prior, before.provenance(), before.ledger()));
    }
}
