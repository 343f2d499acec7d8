// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import java.util.Optional;
import java.util.OptionalInt;

import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeParameters.Caption;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeParameters.Sample;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the sheet's images, captions and classes stand.
 *
 * @param image index of the column of images
 * @param caption index of the column of captions; none: row IDs
 * @param label index of the column of classes; none: they are not asked for
 */
record SheetColumns(int image, OptionalInt caption, OptionalInt label) {

    static SheetColumns of(final DataTableSpec table, final ImageContactSheetNodeParameters parameters)
        throws InvalidSettingsException {
        return new SheetColumns(Columns.image(table, parameters.m_imageColumn),
            parameters.m_caption == Caption.COLUMN ? OptionalInt.of(caption(table, parameters.m_captionColumn))
                : OptionalInt.empty(),
            parameters.m_sample == Sample.PER_CLASS
                ? OptionalInt.of(Columns.find(table, parameters.m_classColumn, "Class column", "strings",
                    StringValue.class))
                : OptionalInt.empty());
    }

    private static int caption(final DataTableSpec table, final String chosen) throws InvalidSettingsException {
        final boolean any = chosen != null && !chosen.isEmpty();
        return Columns.find(table, chosen, "Caption column", any ? "values" : "strings",
            any ? DataValue.class : StringValue.class);
    }

    /** The image of a row with its caption; empty if it cannot be read. */
    Optional<Tile> tile(final DataRow row, final Skipped skipped) {
        return ImageCell.decode(row, image, skipped).map(cell -> new Tile(caption(row), cell.image().preview()));
    }

    private String caption(final DataRow row) {
        if (caption.isEmpty()) {
            return row.getKey().getString();
        }
        final DataCell cell = row.getCell(caption.getAsInt());
        return cell.isMissing() ? "" : cell instanceof StringValue text ? text.getStringValue() : cell.toString();
    }
}
