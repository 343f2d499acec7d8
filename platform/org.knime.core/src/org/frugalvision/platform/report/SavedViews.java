// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.node.workflow.NativeNodeContainer;

/**
 * HTML files of the interactive views of nodes, opened on what the nodes have kept.
 *
 * @param folder made if it is not there
 */
record SavedViews(Path folder) {

    /** Writes the view of a node that has run; empty if it has none. */
    Optional<Path> save(final NativeNodeContainer node) throws IOException {
        final Optional<String> page =
            node.getNodeModel() instanceof ShowsPage model ? model.pageOfView() : Optional.empty();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        return Optional.of(Files.writeString(OutputFiles.of(folder, node, "view.html"), page.get()));
    }
}
