// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.util.Optional;

import org.knime.core.node.port.PortObject;

/** A factory whose nodes may have an interactive view. */
@FunctionalInterface
public interface ShowsPage {

    /**
     * @param kept what a node has kept for its view; null if it has not run
     * @return the page of the view, opened on that; empty if the nodes have no view
     */
    Optional<String> pageOfView(PortObject[] kept);
}
