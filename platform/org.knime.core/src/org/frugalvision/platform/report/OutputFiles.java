// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.nio.file.Path;

import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.util.FileUtil;

/**
 * Names of files for what nodes hand out: {@code CNN Learner (#5) 3 Learning curve.png} is that of output 3 of node 5.
 * Characters that file names cannot hold become underscores.
 */
final class OutputFiles {

    private OutputFiles() {
    }

    static Path of(final Path folder, final NativeNodeContainer node, final int port, final String ending) {
        return of(folder, node, port + " " + node.getNode().getFactory().getOutportName(port - 1) + ending);
    }

    static Path of(final Path folder, final NativeNodeContainer node, final String rest) {
        final var name = "%s (#%d) %s".formatted(node.getName(), node.getID().getIndex(), rest);
        return folder.resolve(FileUtil.ILLEGAL_FILENAME_CHARS_PATTERN.matcher(name).replaceAll("_"));
    }
}
