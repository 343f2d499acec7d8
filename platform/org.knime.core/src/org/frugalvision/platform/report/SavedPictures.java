// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.workflow.NativeNodeContainer;

/**
 * PNG files of the pictures at the outputs of nodes.
 *
 * @param folder made if it is not there
 */
record SavedPictures(Path folder) implements SavedOutput {

    @Override
    public boolean save(final NativeNodeContainer node, final int port) throws IOException {
        if (!(node.getOutputObject(port) instanceof ImagePortObject picture)
            || !(picture.toDataCell() instanceof PNGImageValue image)) {
            return false;
        }
        Files.createDirectories(folder);
        Files.write(file(node, port), image.getImageContent().getByteArray());
        return true;
    }

    @Override
    public String title() {
        return "Picture";
    }

    @Override
    public Path file(final NativeNodeContainer node, final int port) {
        return OutputFiles.of(folder, node, port, ".png");
    }
}
