// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network cut behind a node: everything up to the node is the body, everything behind it the head, which takes the
 * node's output for its image.
 *
 * @param node the last node of the body
 * @param head the rest as a network of its own; its weights are the last ones of the whole
 * @param offset index of the head's first weight among those of the whole
 */
public record Split(String node, NetworkSpec head, int offset) {

    /** Empty if something behind the place takes what stands before it, or if there is nothing behind it. */
    static Optional<Split> at(final Graph graph, final int place) {
        final List<Node> head = new ArrayList<>();
        int offset = -1;
        for (int behind = place + 1; behind <= graph.last(); behind++) {
            if (graph.inputs(behind).stream().anyMatch(input -> input < place)) {
                return Optional.empty();
            }
            final Node node = graph.node(behind);
            head.add(new Node(node.name(), node.layer(),
                node.inputs().stream().map(name -> name.equals(graph.name(place)) ? Node.INPUT : name).toList()));
            if (offset < 0 && !graph.tensors(behind).isEmpty()) {
                offset = graph.tensors(behind).get(0).offset();
            }
        }
        return head.isEmpty() ? Optional.empty() : Optional.of(new Split(graph.name(place),
            new NetworkSpec(graph.shape(place), head), offset < 0 ? graph.parameters() : offset));
    }
}
