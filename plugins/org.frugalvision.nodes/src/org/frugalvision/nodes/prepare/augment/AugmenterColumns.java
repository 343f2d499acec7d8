// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import java.util.OptionalInt;

import org.frugalvision.nodes.image.MultiBandImageValue;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeParameters.Amount;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.SourceColumn;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the node finds what it reads.
 *
 * @param table the columns of the table
 * @param image index of the column of images
 * @param label index of the column of labels; none: all images get as many copies
 * @param bands whether the images are multi-band images
 */
record AugmenterColumns(DataTableSpec table, int image, OptionalInt label, boolean bands) {

    static AugmenterColumns of(final DataTableSpec table, final ImageAugmenterNodeParameters parameters)
        throws InvalidSettingsException {
        final int image = Columns.image(table, parameters.m_imageColumn);
        return new AugmenterColumns(table, image,
            parameters.m_amount == Amount.EACH ? OptionalInt.empty()
                : OptionalInt.of(Columns.label(table, parameters.m_labelColumn)),
            table.getColumnSpec(image).getType().isCompatible(MultiBandImageValue.class));
    }

    /** The same columns, and the one that says where a row comes from. */
    DataTableSpec augmented() {
        final DataColumnSpec[] columns = new DataColumnSpec[table.getNumColumns() + 1];
        for (int i = 0; i < table.getNumColumns(); i++) {
            columns[i] = table.getColumnSpec(i);
        }
        final var creator = new DataColumnSpecCreator(columns[image]);
        creator.setType(DataType.getCommonSuperType(columns[image].getType(),
            ImageCell.columns(bands).get(0).getType()));
        columns[image] = creator.createSpec();
        columns[table.getNumColumns()] = SourceColumn.of(table, "augmented from");
        return new DataTableSpec(table.getName(), columns);
    }
}
