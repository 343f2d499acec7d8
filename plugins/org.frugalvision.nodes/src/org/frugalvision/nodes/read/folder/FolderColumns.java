// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.StringCell;

/**
 * The columns of the table of images.
 *
 * @param bands whether images are multi-band images, with a preview for people
 * @param label whether there is one for labels
 * @param lists whether labels are lists, as an image may have several
 * @param group whether there is one for groups
 * @param further the further columns of a list of files; renamed where a name is taken
 */
record FolderColumns(boolean bands, boolean label, boolean lists, boolean group, List<String> further) {

    private static final String LABEL = "label";

    /** {@code labels} are the possible values of the label column, none if they are not known yet. */
    DataTableSpec spec(final Collection<String> labels) {
        final List<DataColumnSpec> columns = new ArrayList<>(ImageCell.columns(bands));
        if (label) {
            columns.add(lists
                ? new DataColumnSpecCreator(LABEL, ListCell.getCollectionType(StringCell.TYPE)).createSpec()
                : label(labels));
        }
        if (group) {
            columns.add(strings("group"));
        }
        columns.addAll(List.of(strings("path"), NumberCells.ints("width"), NumberCells.ints("height"),
            NumberCells.ints("channels"), NumberCells.longs("bytes")));
        for (final String name : further) {
            columns.add(strings(DataTableSpec.getUniqueColumnName(
                new DataTableSpec(columns.toArray(DataColumnSpec[]::new)), name)));
        }
        return new DataTableSpec("Images", columns.toArray(DataColumnSpec[]::new));
    }

    /** KNIME lists the values of a column only up to 60; all classes must be known. */
    DataTableSpec withLabels(final DataTableSpec spec, final Collection<String> labels) {
        final DataColumnSpec[] columns = spec.stream().toArray(DataColumnSpec[]::new);
        columns[Arrays.asList(spec.getColumnNames()).indexOf(LABEL)] = label(labels);
        return new DataTableSpec(spec.getName(), columns);
    }

    private static DataColumnSpec label(final Collection<String> labels) {
        final var label = new DataColumnSpecCreator(LABEL, StringCell.TYPE);
        if (!labels.isEmpty()) {
            label.setDomain(new DataColumnDomainCreator(
                labels.stream().map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        }
        return label.createSpec();
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
