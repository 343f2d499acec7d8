// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

/**
 * A layer in its place in a network.
 *
 * @param name unique in the network, not empty, not {@value #INPUT}
 * @param layer what it does
 * @param inputs names of earlier nodes, or {@value #INPUT}; copied
 */
public record Node(String name, Layer layer, List<String> inputs) {

    /** The name under which nodes refer to the image that enters the network. */
    public static final String INPUT = "input";

    /** Copies the inputs. */
    public Node {
        inputs = List.copyOf(inputs);
    }
}
