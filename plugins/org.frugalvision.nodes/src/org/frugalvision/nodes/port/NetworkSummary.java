// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.util.Locale;

import org.frugalvision.engine.network.Network;

/** The one line that KNIME shows at a network port. */
final class NetworkSummary {

    private NetworkSummary() {
    }

    /**
     * @param architecture id of the architecture
     * @param network a trained network
     * @return architecture, size, cost and the hash by which two trainings are compared bit for bit
     */
    static String of(final String architecture, final Network network) {
        final var input = network.spec().input();
        return String.format(Locale.US,
            "%s, trained, %d classes, input %d x %d x %d, %,d parameters, %,d multiply-adds per image, hash %s",
            architecture, network.classes().size(), input.channels(), input.height(), input.width(),
            network.spec().parameters(), network.spec().multiplyAdds(), network.hash());
    }
}
