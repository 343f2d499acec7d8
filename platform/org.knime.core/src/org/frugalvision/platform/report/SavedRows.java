// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.workflow.NativeNodeContainer;

/**
 * Markdown files of the outputs of nodes that are no pictures: of tables the first rows, with files of their images
 * beside them, of everything else its summary.
 *
 * @param folder made if it is not there
 */
record SavedRows(Path folder) implements SavedOutput {

    @Override
    public boolean save(final NativeNodeContainer node, final int port) throws IOException {
        final PortObject object = node.getOutputObject(port);
        if (object == null || object instanceof ImagePortObject) {
            return false;
        }
        Files.createDirectories(folder);
        Files.write(file(node, port), lines(node, port, object));
        return true;
    }

    private List<String> lines(final NativeNodeContainer node, final int port, final PortObject object)
        throws IOException {
        if (object instanceof BufferedDataTable table) {
            final var images = OutputFiles.of(folder, node, port, "");
            try (var rows = table.iterator()) {
                return new MarkdownTable(table.getDataTableSpec(), table.size(), rows, images).lines();
            }
        }
        return List.of("```", object.getSummary().strip(), "```");
    }

    @Override
    public String title() {
        return "Output";
    }

    @Override
    public Path file(final NativeNodeContainer node, final int port) {
        return OutputFiles.of(folder, node, port, ".md");
    }
}
