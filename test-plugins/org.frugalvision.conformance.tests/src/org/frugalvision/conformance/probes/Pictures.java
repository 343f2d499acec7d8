// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Pictures of chosen size. */
final class Pictures {
    private Pictures() {
    }

    /** A PNG file with zeros behind its end, which readers ignore. */
    static byte[] png(final int bytes) {
        final var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.toByteArray(), bytes);
    }

    static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("image", PNGImageContent.TYPE).createSpec());
    }

    /** A small picture, one just below the limit, one on it, and none. */
    static BufferedDataTable table(final ExecutionContext context) {
        final var container = context.createDataContainer(spec());
        for (final var bytes : List.of(1024, 40 * 1024 - 1, 40 * 1024)) {
            final var cell = new PNGImageContent(png(bytes)).toImageCell();
            Journal.write("cell " + bytes + " " + cell.getClass().getSimpleName());
            container.addRowToTable(new DefaultRow("Row" + bytes, cell));
        }
        container.addRowToTable(new DefaultRow("Missing", DataType.getMissingCell()));
        container.close();
        return container.getTable();
    }

    static void read(final BufferedDataTable table) {
        Journal.write("type " + table.getDataTableSpec().getColumnSpec(0).getType().equals(PNGImageContent.TYPE));
        for (final var row : table) {
            final var cell = row.getCell(0);
            if (cell instanceof PNGImageValue value) {
                final var content = value.getImageContent();
                final var intact = Arrays.equals(content.getByteArray(), png(content.getByteArray().length));
                Journal.write("image " + row.getKey() + " " + content.getPreferredSize().width + " " + intact);
            } else {
                Journal.write("missing " + row.getKey() + " " + cell.isMissing());
            }
        }
    }

    static void refuse() {
        try {
            new PNGImageContent(new byte[]{1, 2, 3});
        } catch (final IllegalArgumentException e) {
            Journal.write("refused " + e.getClass().getSimpleName());
        }
    }
}
