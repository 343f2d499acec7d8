// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.load.NaturalOrder;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Gathers the files that gave no image. */
final class RejectedTable {

    static final DataTableSpec SPEC = new DataTableSpec("Rejected files",
        new DataColumnSpecCreator("path", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("reason", StringCell.TYPE).createSpec(), NumberCells.longs("bytes"));

    private final Path m_folder;

    private final List<Rejection> m_rejections;

    /** {@code folder} is the folder or the archive that is read. */
    RejectedTable(final Path folder, final List<Rejection> rejections) {
        m_folder = folder;
        m_rejections = new ArrayList<>(rejections);
    }

    void add(final Rejection rejection) {
        m_rejections.add(rejection);
    }

    /** How many there are. */
    int count() {
        return m_rejections.size();
    }

    /** All of them in natural order. */
    BufferedDataTable write(final ExecutionContext context) {
        sort();
        final var rows = context.createDataContainer(SPEC);
        try {
            final boolean archive = Files.isRegularFile(m_folder);
            final var ids = new UniqueIds();
            for (final Rejection rejection : m_rejections) {
                rows.addRowToTable(new DefaultRow(new RowKey(ids.of(rejection.id())),
                    new StringCell(archive ? m_folder.toString() : m_folder + "/" + rejection.id()),
                    new StringCell(rejection.reason()), new LongCell(rejection.bytes())));
            }
        } finally {
            rows.close();
        }
        return rows.getTable();
    }

    /** One sentence, if there are any. */
    Optional<String> warning(final long files) {
        sort();
        return m_rejections.isEmpty() ? Optional.empty() : Optional.of("Rejected %s of %s, the first is \"%s\": %s."
            .formatted(Wording.value(m_rejections.size()), Wording.count(files, "file", "files"),
                m_rejections.get(0).id(), m_rejections.get(0).reason()));
    }

    private void sort() {
        m_rejections.sort(Comparator.comparing(Rejection::id, NaturalOrder.INSTANCE));
    }
}
