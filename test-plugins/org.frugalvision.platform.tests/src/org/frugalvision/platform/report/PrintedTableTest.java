// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;

public class PrintedTableTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("image", PNGImageContent.TYPE).createSpec(),
            new DataColumnSpecCreator("label", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("n", IntCell.TYPE).createSpec());

    private static DataCell picture() throws IOException {
        final var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return new PNGImageContent(bytes.toByteArray()).toImageCell();
    }

    private static List<String> print(final int rows, final String label) throws IOException {
        final var container = new DataContainer(SPEC);
        for (var i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(i), picture(), new StringCell(label),
                i == 1 ? DataType.getMissingCell() : new IntCell(i)));
        }
        container.close();
        return new PrintedTable(SPEC, rows, container.getTable().iterator()).lines();
    }

    @Test
    public void columnsAreAlignedAndPicturesAreSizes() throws IOException {
        assertEquals(List.of("RowID  image    label  n", "Row0   PNG 3x2  cat    0", "Row1   PNG 3x2  cat    ?"),
            print(2, "cat"));
    }

    @Test
    public void printsTwentyRowsAndSaysHowManyThereAre() throws IOException {
        final var lines = print(21, "cat");

        assertEquals(22, lines.size());
        assertEquals("... 20 of 21 rows", lines.get(21));
        assertEquals(21, print(20, "cat").size());
    }

    @Test
    public void longTextIsWholeAndMovesItsOwnLineOnly() throws IOException {
        final var lines = print(1, "x".repeat(41));

        assertEquals("RowID  image    label" + " ".repeat(37) + "n", lines.get(0));
        assertEquals("Row0   PNG 3x2  " + "x".repeat(41) + "  0", lines.get(1));
    }

    @Test
    public void textOfSeveralLinesIsOneLine() throws IOException {
        assertEquals("Row0   PNG 3x2  a b c  0", print(1, "a\r\nb\nc").get(1));
    }

    @Test
    public void outputsAreNamedByNumbers() {
        assertEquals(Optional.of(new PrintedOutput(7, 1)), PrintedOutput.parse("7"));
        assertEquals(Optional.of(new PrintedOutput(7, 2)), PrintedOutput.parse("7:2"));
        for (final var wrong : List.of("", "x", "7:", ":2", "-1", "7:2:1", "99999999999")) {
            assertEquals(Optional.empty(), PrintedOutput.parse(wrong));
        }
    }
}
