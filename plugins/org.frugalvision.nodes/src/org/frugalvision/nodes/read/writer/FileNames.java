// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.writer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.frugalvision.engine.save.SafeNames;
import org.frugalvision.nodes.table.Classes;
import org.knime.core.data.DataRow;

/** Which file each row goes to; asked once per row, in the order of the table. */
final class FileNames {

    private static final String IMAGE_EXTENSION = "(?i)\\.(png|jpe?g|gif|bmp|tiff?|webp)$";

    private final Path m_folder;

    private final String m_extension;

    private final SafeNames m_ofClasses = new SafeNames();

    private final Map<String, Path> m_folders = new HashMap<>();

    private final Map<Path, SafeNames> m_names = new HashMap<>();

    /** {@code extension} with its dot. */
    FileNames(final Path folder, final String extension) {
        m_folder = folder;
        m_extension = extension;
    }

    /** The file of a row; {@code labelColumn} is -1 without folders per class. */
    Path of(final DataRow row, final int labelColumn) {
        final Path folder = labelColumn < 0 || row.getCell(labelColumn).isMissing() ? m_folder
            : m_folders.computeIfAbsent(Classes.nameOf(row.getCell(labelColumn)),
                label -> m_folder.resolve(m_ofClasses.unique(label, "")));
        final String id = row.getKey().getString();
        final String name = id.substring(id.lastIndexOf('/') + 1).replaceAll(IMAGE_EXTENSION, "");
        return folder.resolve(m_names.computeIfAbsent(folder, f -> new SafeNames()).unique(name, m_extension));
    }
}
