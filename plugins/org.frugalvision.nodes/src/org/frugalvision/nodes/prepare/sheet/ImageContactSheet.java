// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeParameters.Caption;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Contact Sheet does. */
final class ImageContactSheet {

    private ImageContactSheet() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageContactSheetNodeParameters parameters = in.getParameters();
        parameters.validate();
        columns(in.getInTableSpec(0), parameters);
        out.setOutSpecs(new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageContactSheetNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final var skipped = new Skipped("Left out");
        final byte[] sheet = EngineCall.execute(in.getExecutionContext(),
            run -> ContactSheet.png(tiles(table, parameters, skipped, run)));
        final var picture =
            new ImagePortObject(new PNGImageContent(sheet), new ImagePortObjectSpec(PNGImageContent.TYPE));
        out.setOutData(picture);
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static List<Tile> tiles(final BufferedDataTable table, final ImageContactSheetNodeParameters parameters,
        final Skipped skipped, final RunControl run) throws CanceledException, InvalidSettingsException {
        final int[] columns = columns(table.getDataTableSpec(), parameters);
        final int most = parameters.toImages();
        final List<Tile> tiles = new ArrayList<>();
        try (var rows = table.iterator()) {
            while (rows.hasNext() && tiles.size() < most) {
                run.checkCanceled();
                final DataRow row = rows.next();
                ImageCell.decode(row, columns[0], skipped)
                    .ifPresent(image -> tiles.add(new Tile(caption(row, columns[1]), image.image().preview())));
                run.progress(tiles.size() / (double)most, "reading images");
            }
        }
        if (tiles.isEmpty()) {
            throw new DataException("Table", "there is no readable image to show.", "Connect a table with images.");
        }
        return tiles;
    }

    private static String caption(final DataRow row, final int column) {
        if (column < 0) {
            return row.getKey().getString();
        }
        final DataCell cell = row.getCell(column);
        return cell.isMissing() ? "" : ((StringValue)cell).getStringValue();
    }

    /** Image and caption column, -1 for row IDs. */
    private static int[] columns(final DataTableSpec table, final ImageContactSheetNodeParameters parameters)
        throws InvalidSettingsException {
        return new int[]{Columns.image(table, parameters.m_imageColumn), parameters.m_caption == Caption.COLUMN
            ? Columns.find(table, parameters.m_captionColumn, "Caption column", "strings", StringValue.class) : -1};
    }
}
