// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;

import org.frugalvision.engine.network.Network;

/**
 * A network read from a file.
 *
 * @param network the network
 * @param remarks what the user should know about it, a sentence each; copied
 */
public record ImportedNetwork(Network network, List<String> remarks) {

    /** Copies the remarks. */
    public ImportedNetwork {
        remarks = List.copyOf(remarks);
    }
}
