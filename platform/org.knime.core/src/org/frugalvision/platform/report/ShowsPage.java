// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.util.Optional;

/** The model of a node that may have an interactive view. */
@FunctionalInterface
public interface ShowsPage {

    /** @return the page of the view, opened on what the node has kept; empty if it has no view or has not run */
    Optional<String> pageOfView();
}
