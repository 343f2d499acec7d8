// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.util.FileUtil;

/**
 * Files of the pictures at the outputs of nodes: {@code CNN Learner (#5) 3 Learning curve.png} is that of output 3 of
 * node 5. Characters that file names cannot hold become underscores.
 *
 * @param folder made if it is not there
 */
record SavedPictures(Path folder) {

    /** Writes the picture at an output of a node; false if there is none. */
    boolean save(final NativeNodeContainer node, final int port) throws IOException {
        if (!(node.getOutputObject(port) instanceof ImagePortObject picture)
            || !(picture.toDataCell() instanceof PNGImageValue image)) {
            return false;
        }
        Files.createDirectories(folder);
        Files.write(file(node, port), image.getImageContent().getByteArray());
        return true;
    }

    Path file(final NativeNodeContainer node, final int port) {
        final var name = "%s (#%d) %d %s".formatted(node.getName(), node.getID().getIndex(), port,
            node.getNode().getFactory().getOutportName(port - 1));
        return folder.resolve(FileUtil.ILLEGAL_FILENAME_CHARS_PATTERN.matcher(name).replaceAll("_") + ".png");
    }
}
