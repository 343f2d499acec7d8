// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.engine.explain.HeatMap;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.picture.HeatOverlay;
import org.frugalvision.nodes.evaluate.explain.CnnExplainerNodeParameters.ExplainedClass;
import org.frugalvision.nodes.table.AppendedCells;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * Where images and classes stand in the table, and what is appended to it.
 *
 * @param spec the columns of the result
 * @param image index of the column of images
 * @param label index of the column of classes; empty: predicted ones are explained
 * @param enlargement how many times larger than the image the overlay is
 * @param heat whether the heat alone is appended
 */
record ExplainedColumns(DataTableSpec spec, int image, OptionalInt label, int enlargement, boolean heat) {

    private static final int LONGEST_SIDE = 4096;

    static ExplainedColumns of(final DataTableSpec table, final CnnExplainerNodeParameters parameters)
        throws InvalidSettingsException {
        final List<DataColumnSpec> columns = new ArrayList<>(
            List.of(new DataColumnSpecCreator("Explained class", StringCell.TYPE).createSpec(),
                NumberCells.doubles("Probability of the explained class"),
                new DataColumnSpecCreator("Overlay", PNGImageContent.TYPE).createSpec()));
        if (parameters.m_heat) {
            columns.add(new DataColumnSpecCreator("Heat map", PNGImageContent.TYPE).createSpec());
        }
        for (final DataColumnSpec column : columns) {
            if (table.containsName(column.getName())) {
                throw Message.fromSummaryWithResolution(
                    "The table must not have a column \"%s\" already, because the explanation appends one."
                        .formatted(column.getName()), "Rename or remove that column of the input table.")
                    .toInvalidSettingsException();
            }
        }
        return new ExplainedColumns(
            new DataTableSpecCreator(table).addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec(),
            Columns.image(table, parameters.m_imageColumn),
            parameters.m_class == ExplainedClass.COLUMN ? OptionalInt.of(
                Columns.find(table, parameters.m_explainedColumn, "Class column", "strings", StringValue.class))
                : OptionalInt.empty(),
            parameters.toEnlargement(), parameters.m_heat);
    }

    /** The row with what was found in its image. */
    DataRow explained(final DataRow row, final DecodedImage image, final String label, final HeatMap map) {
        final int longer = Math.max(image.shape().height(), image.shape().width());
        final int factor = Math.max(1, Math.min(enlargement, LONGEST_SIDE / longer));
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(label), new DoubleCell(map.probability()),
            png(HeatOverlay.of(image, map.heat(), factor))));
        if (heat) {
            cells.add(png(HeatOverlay.grays(map.heat(), image.shape())));
        }
        return AppendedCells.to(row, cells.toArray(DataCell[]::new));
    }

    /** The row with missing cells. */
    DataRow missing(final DataRow row) {
        return AppendedCells.to(row,
            Collections.nCopies(heat ? 4 : 3, DataType.getMissingCell()).toArray(DataCell[]::new));
    }

    private static DataCell png(final DecodedImage image) {
        return new PNGImageContent(PngImages.encode(image.shape(), image.values())).toImageCell();
    }
}
