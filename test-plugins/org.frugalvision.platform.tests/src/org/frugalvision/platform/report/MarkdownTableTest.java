// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;

public class MarkdownTableTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void showsThreeRowsAndSaysHowManyThereAre() throws IOException {
        assertEquals(List.of("| RowID | c1 |", "|---|---|", "| Row0 | a |", "| Row1 | a |", "| Row2 | a |", "",
            "3 of 1,200 rows."), lines(1200, texts("a")));
    }

    @Test
    public void tableOfManyColumnsIsTurned() throws IOException {
        final DataCell[] row = new DataCell[30];
        Arrays.fill(row, DataType.getMissingCell());
        final List<String> lines = lines(1, row);

        assertEquals(List.of("| RowID | Row0 |", "|---|---|", "| c1 | ? |"), lines.subList(0, 3));
        assertEquals(List.of("| c24 | ? |", "", "1 of 1 rows, 24 of 30 columns."), lines.subList(25, 28));
    }

    @Test
    public void markupIsText() throws IOException {
        assertEquals("| Row0 | a\\|b &lt;i> c | " + "x".repeat(57) + "... |",
            lines(1, texts("a|b <i>\nc", "x".repeat(61))).get(2));
    }

    @Test
    public void emptyTableSaysSo() throws IOException {
        assertEquals(List.of("| RowID | c1 |", "|---|---|", "", "No rows."), lines(0, texts("a")));
    }

    @Test
    public void imagesAreFilesNamedAfterTheirPlace() throws IOException {
        final var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);

        assertEquals("| Row0 | a | ![](<out 1-2.png>) |", lines(1, new StringCell("a"),
            new PNGImageContent(bytes.toByteArray()).toImageCell()).get(2));
        assertArrayEquals(bytes.toByteArray(), Files.readAllBytes(m_folder.getRoot().toPath().resolve("out 1-2.png")));
    }

    private static DataCell[] texts(final String... texts) {
        return Arrays.stream(texts).map(StringCell::new).toArray(DataCell[]::new);
    }

    /** Of a table with so many equal rows. */
    private List<String> lines(final int rows, final DataCell... cells) throws IOException {
        final var spec = new DataTableSpec(IntStream.range(0, cells.length)
            .mapToObj(i -> new DataColumnSpecCreator("c" + (i + 1),
                cells[i].isMissing() ? StringCell.TYPE : cells[i].getType()).createSpec())
            .toArray(DataColumnSpec[]::new));
        final var container = new DataContainer(spec);
        for (final var row : Collections.nCopies(rows, cells)) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), row));
        }
        container.close();
        return new MarkdownTable(spec, rows, container.getTable().iterator(),
            m_folder.getRoot().toPath().resolve("out")).lines();
    }
}
