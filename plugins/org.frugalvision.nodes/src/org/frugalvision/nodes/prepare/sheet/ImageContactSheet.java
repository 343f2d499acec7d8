// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeParameters.Sample;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.view.KeptGallery;
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
        SheetColumns.of(in.getInTableSpec(0), parameters);
        out.setOutSpecs(new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageContactSheetNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final var skipped = new Skipped("Left out");
        final List<Tile> shown = EngineCall.execute(in.getExecutionContext(), run -> {
            final var columns = SheetColumns.of(table.getDataTableSpec(), parameters);
            final List<Tile> tiles = parameters.m_sample == Sample.FIRST
                ? first(table, columns, parameters.toImages(), skipped, run)
                : new TilesPerClass(table, columns, parameters.toImagesPerClass()).read(skipped, run);
            if (tiles.isEmpty() && table.size() > 0) {
                throw new DataException("Table", "there is no readable image to show.",
                    "Connect a table with images.");
            }
            return tiles;
        });
        final long all = table.size() - skipped.count();
        final byte[] sheet = ContactSheet.png(shown, all);
        out.setInternalData(KeptGallery.of(shown, all, in.getExecutionContext()));
        final var picture =
            new ImagePortObject(new PNGImageContent(sheet), new ImagePortObjectSpec(PNGImageContent.TYPE));
        out.setOutData(picture);
        if (table.size() == 0) { // such as the mistakes of a network that makes none
            out.setWarningMessage("The table has no rows, so the sheet is empty.");
        }
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static List<Tile> first(final BufferedDataTable table, final SheetColumns columns, final int most,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final List<Tile> tiles = new ArrayList<>();
        try (var rows = table.iterator()) {
            while (rows.hasNext() && tiles.size() < most) {
                run.checkCanceled();
                columns.tile(rows.next(), skipped).ifPresent(tiles::add);
                run.progress(tiles.size() / (double)most, "reading images");
            }
        }
        return tiles;
    }
}
