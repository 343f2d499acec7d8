// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.util.DuplicateKeyException;
import org.knime.core.util.FileUtil;

public class DataContainerTest {

    private static final DataType MIXED = DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE);

    private static DataTableSpec spec(final DataType... types) {
        return new DataTableSpec(IntStream.range(0, types.length).mapToObj(i -> "c" + i).toArray(String[]::new),
            types);
    }

    private static DataContainer onDisk(final DataTableSpec spec) {
        return new DataContainer(spec, false, 0);
    }

    private static List<DataRow> rows(final DataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static Set<String> temporaryFolders() {
        final String[] names =
            FileUtil.getWorkflowTempDir().list((folder, name) -> name.startsWith("knime_container_"));
        return new TreeSet<>(Arrays.asList(names));
    }

    private static DataCell picture(final int bytes) {
        return new PNGImageContent(TestPictures.ofSize(bytes, bytes)).toImageCell();
    }

    @Test
    public void readsBackEveryCellFromMemoryAndFromDisk() {
        final StringBuilder longText = new StringBuilder();
        IntStream.range(0, 70_000).forEach(i -> longText.append((char)i));
        final DataCell[] cells = {new StringCell(longText.toString()), new StringCell(""), BooleanCell.TRUE,
            BooleanCell.FALSE, new IntCell(Integer.MIN_VALUE), new LongCell(Long.MAX_VALUE),
            new DoubleCell(Double.NaN), new DoubleCell(-0.0), DataType.getMissingCell(),
            CollectionCellFactory.createListCell(List.of(picture(100), DataType.getMissingCell(), picture(50_000))),
            CollectionCellFactory.createListCell(List.of()), picture(100), picture(50_000)};
        final DataType[] types = Arrays.stream(cells).map(DataCell::getType).toArray(DataType[]::new);
        for (final DataContainer container : List.of(new DataContainer(spec(types)), onDisk(spec(types)))) {
            container.addRowToTable(new DefaultRow("Row0", cells));
            container.close();

            final List<DataRow> rows = rows(container.getTable());

            assertEquals(1, rows.size());
            assertEquals("Row0", rows.get(0).getKey().getString());
            assertArrayEquals(cells, rows.get(0).stream().toArray(DataCell[]::new));
            container.dispose();
        }
    }

    @Test
    public void keepsTheReasonOfMissingCells() {
        final DataContainer container = onDisk(spec(StringCell.TYPE));
        container.addRowToTable(new DefaultRow("a", new MissingCell("file is gone")));
        container.addRowToTable(new DefaultRow("b", new MissingCell(null)));
        container.close();

        final List<DataRow> rows = rows(container.getTable());

        assertEquals("file is gone", ((MissingValue)rows.get(0).getCell(0)).getError());
        assertNull(((MissingValue)rows.get(1).getCell(0)).getError());
        container.dispose();
    }

    @Test
    public void keepsTheOrderWhenRowsMoveFromMemoryToDisk() {
        final DataContainer container = new DataContainer(spec(IntCell.TYPE), false, 50);
        for (int i = 0; i < 1000; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, i * 7 % 1000));
        }
        container.close();

        final List<DataRow> rows = rows(container.getTable());

        assertEquals(1000, container.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(new DefaultRow("Row" + i, i * 7 % 1000), new DefaultRow("Row" + i, rows.get(i)));
        }
        container.dispose();
    }

    @Test
    public void makesTemporaryFilesOnlyForLargeTablesAndDeletesThem() {
        final Set<String> before = temporaryFolders();
        final DataContainer small = new DataContainer(spec(IntCell.TYPE));
        small.addRowToTable(new DefaultRow("Row0", 1));
        small.close();
        assertEquals(before, temporaryFolders());

        final DataContainer large = new DataContainer(spec(PNGImageContent.TYPE));
        large.addRowToTable(new DefaultRow("Row0", picture(100)));
        large.addRowToTable(new DefaultRow("Row1", picture(50_000)));
        final Set<String> made = temporaryFolders();
        made.removeAll(before);
        assertEquals(1, made.size());
        assertEquals(Set.of("rows.bin", "blobs.bin"),
            Set.of(new File(FileUtil.getWorkflowTempDir(), made.iterator().next()).list()));
        large.close();
        large.dispose();
        assertEquals(before, temporaryFolders());
    }

    @Test
    public void deletesTemporaryFilesOfAnOpenContainer() {
        final Set<String> before = temporaryFolders();
        final DataContainer container = onDisk(spec(IntCell.TYPE));
        container.addRowToTable(new DefaultRow("Row0", 1));

        container.dispose();

        assertEquals(before, temporaryFolders());
        assertEquals("The rows of table \"default\" are deleted.",
            assertThrows(IllegalStateException.class, () -> container.getTable().iterator()).getMessage());
    }

    @Test
    public void readsSixtyMegabytesOfPicturesTwiceAndAtOnce() throws Exception {
        final DataContainer container = new DataContainer(
            new DataTableSpec(new String[]{"image", "label"}, new DataType[]{PNGImageContent.TYPE, StringCell.TYPE}));
        final long bytes = SpillProof.write(container, 60 << 20);
        final ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            final Future<Long> first = threads.submit(() -> SpillProof.read(container.getTable()));
            final Future<Long> second = threads.submit(() -> SpillProof.read(container.getTable()));
            assertEquals(bytes, (long)first.get());
            assertEquals(bytes, (long)second.get());
        } finally {
            threads.shutdown();
            container.dispose();
        }
    }

    @Test
    public void readsNoBlobBeforeItIsAskedFor() {
        final DataContainer container = new DataContainer(spec(PNGImageContent.TYPE, IntCell.TYPE));
        container.addRowToTable(new DefaultRow("Row0", picture(50_000), new IntCell(3)));
        container.close();
        final DataRow row = container.getTable().iterator().next();

        container.dispose();

        assertEquals(new IntCell(3), row.getCell(1));
        assertThrows(RuntimeException.class, () -> row.getCell(0));
    }

    @Test
    public void stopsAtAClosedIterator() {
        for (final DataContainer container : List.of(new DataContainer(spec(IntCell.TYPE)),
            onDisk(spec(IntCell.TYPE)))) {
            container.addRowToTable(new DefaultRow("Row0", 1));
            container.addRowToTable(new DefaultRow("Row1", 2));
            container.close();
            final CloseableRowIterator rows = container.getBufferedTable().iterator();
            rows.next();

            rows.close();

            assertFalse(rows.hasNext());
            assertThrows(NoSuchElementException.class, rows::next);
            container.dispose();
        }
    }

    @Test
    public void refusesARowKeyThatIsThereAlready() {
        for (final DataContainer container : List.of(new DataContainer(spec(IntCell.TYPE)),
            onDisk(spec(IntCell.TYPE)))) {
            for (int i = 0; i < 500; i++) {
                container.addRowToTable(new DefaultRow("Row" + i, i));
            }

            final DuplicateKeyException refusal = assertThrows(DuplicateKeyException.class,
                () -> container.addRowToTable(new DefaultRow("Row7", 1)));

            assertEquals("Encountered duplicate row ID \"Row7\" at row number 501", refusal.getMessage());
            assertEquals("Row7", refusal.getKey());
            container.addRowToTable(new DefaultRow("Row500", 500));
            container.close();
            assertEquals(501, rows(container.getTable()).size());
            container.dispose();
        }
    }

    @Test
    public void refusesARowWithTooFewCells() {
        final DataContainer container = new DataContainer(spec(IntCell.TYPE, IntCell.TYPE));

        assertEquals("Cell count in row \"Row0\" is not equal to length of column names array: 1 vs. 2",
            assertThrows(IllegalArgumentException.class, () -> container.addRowToTable(new DefaultRow("Row0", 1)))
                .getMessage());
    }

    @Test
    public void refusesACellOfAnotherType() {
        final DataContainer container = new DataContainer(spec(StringCell.TYPE, IntCell.TYPE));

        assertEquals(
            "Runtime class of object \"1.5\" (index 1) in row \"Row0\" is DoubleCell and does not comply with its "
                + "supposed superclass IntCell",
            assertThrows(IllegalArgumentException.class,
                () -> container.addRowToTable(new DefaultRow("Row0", new StringCell("a"), new DoubleCell(1.5))))
                    .getMessage());
    }

    @Test
    public void takesSubtypesAndMissingCells() {
        final DataContainer container = new DataContainer(spec(DoubleCell.TYPE, MIXED, PNGImageContent.TYPE));

        container.addRowToTable(new DefaultRow("a", new IntCell(1), new StringCell("x"), picture(100)));
        container.addRowToTable(new DefaultRow("b", BooleanCell.TRUE, new IntCell(1), picture(50_000)));
        container.addRowToTable(
            new DefaultRow("c", DataType.getMissingCell(), new MissingCell("why"), DataType.getMissingCell()));

        assertEquals(3, container.size());
        container.dispose();
    }

    @Test
    public void refusesRowsOnceItIsClosedAndATableBefore() {
        final DataContainer container = new DataContainer(spec(IntCell.TYPE));
        assertEquals("Cannot get the table: the container is open.",
            assertThrows(IllegalStateException.class, container::getTable).getMessage());

        container.close();

        assertTrue(container.isClosed());
        assertEquals("Cannot add row \"a\": the container is closed.",
            assertThrows(IllegalStateException.class, () -> container.addRowToTable(new DefaultRow("a", 1)))
                .getMessage());
    }
}
