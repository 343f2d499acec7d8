// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

public class ColumnRearrangerTest {

    private static final DataColumnSpec SQUARE = new DataColumnSpecCreator("square", IntCell.TYPE).createSpec();

    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    private final ExecutionContext m_context = new ExecutionContext(m_progress, null);

    /** Columns a, b, c with the values 100 + i, 200 + i, 300 + i. */
    private BufferedDataTable table(final int rows) {
        final BufferedDataContainer container = m_context.createDataContainer(new DataTableSpec(
            new String[]{"a", "b", "c"}, new DataType[]{IntCell.TYPE, IntCell.TYPE, IntCell.TYPE}));
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, 100 + i, 200 + i, 300 + i));
        }
        container.close();
        return container.getTable();
    }

    private BufferedDataTable rearranged(final int rows, final ColumnRearranger rearranger)
        throws CanceledExecutionException {
        return m_context.createColumnRearrangeTable(table(rows), rearranger, m_context);
    }

    private ColumnRearranger rearranger() {
        return new ColumnRearranger(table(0).getDataTableSpec());
    }

    private static SingleCellFactory square(final boolean parallel) {
        return new SingleCellFactory(parallel, SQUARE) {
            @Override
            public DataCell getCell(final DataRow row) {
                final int a = ((IntValue)row.getCell(0)).getIntValue();
                return new IntCell(a * a);
            }
        };
    }

    private static List<String> cells(final BufferedDataTable table) {
        final List<String> cells = new ArrayList<>();
        table.forEach(row -> cells.add(row.getKey() + "=" + row.stream().map(DataCell::toString).toList()));
        return cells;
    }

    @Test
    public void appends() throws CanceledExecutionException {
        final ColumnRearranger rearranger = rearranger();
        rearranger.append(square(false));

        final BufferedDataTable table = rearranged(2, rearranger);

        assertArrayEquals(new String[]{"a", "b", "c", "square"}, table.getDataTableSpec().getColumnNames());
        assertEquals(List.of("Row0=[100, 200, 300, 10000]", "Row1=[101, 201, 301, 10201]"), cells(table));
        assertEquals("Rows: 2, Cols: 4", table.getSummary());
    }

    @Test
    public void replaces() throws CanceledExecutionException {
        final ColumnRearranger rearranger = rearranger();
        rearranger.replace(square(false), "b");

        assertEquals(List.of("Row0=[100, 10000, 300]"), cells(rearranged(1, rearranger)));
        assertArrayEquals(new String[]{"a", "square", "c"}, rearranger.createSpec().getColumnNames());
    }

    @Test
    public void replacesSeveralColumnsEachByOne() throws CanceledExecutionException {
        final DataColumnSpec[] columns = {SQUARE, new DataColumnSpecCreator("key", StringCell.TYPE).createSpec()};
        final AbstractCellFactory factory = new AbstractCellFactory(columns) {
            @Override
            public DataCell[] getCells(final DataRow row, final long index) {
                return new DataCell[]{new IntCell((int)index), new StringCell(row.getKey().getString())};
            }
        };
        final ColumnRearranger rearranger = rearranger();
        rearranger.replace(factory, 2, 0);

        assertEquals(List.of("Row0=[Row0, 200, 0]", "Row1=[Row1, 201, 1]"), cells(rearranged(2, rearranger)));
        assertThrows(IllegalArgumentException.class, () -> rearranger.replace(factory, 1));
    }

    @Test
    public void insertsAtAnIndex() throws CanceledExecutionException {
        final ColumnRearranger rearranger = rearranger();
        rearranger.insertAt(0, square(false));

        assertEquals(List.of("Row0=[10000, 100, 200, 300]"), cells(rearranged(1, rearranger)));
    }

    @Test
    public void removesAndKeepsOnly() throws CanceledExecutionException {
        final ColumnRearranger removed = rearranger();
        removed.remove("b");
        final ColumnRearranger kept = rearranger();
        kept.keepOnly("c", "a");
        final ColumnRearranger none = rearranger();
        none.keepOnly(new int[0]);

        assertEquals(List.of("Row0=[100, 300]"), cells(rearranged(1, removed)));
        assertEquals(List.of("Row0=[100, 300]"), cells(rearranged(1, kept)));
        assertEquals(List.of("Row0=[]"), cells(rearranged(1, none)));
        assertEquals("No such column: \"b\".",
            assertThrows(IllegalArgumentException.class, () -> removed.remove("b")).getMessage());
    }

    @Test
    public void movesAndPermutes() {
        final ColumnRearranger moved = rearranger();
        moved.move("a", 3);
        final ColumnRearranger back = rearranger();
        back.move(2, 0);
        final ColumnRearranger permuted = rearranger();
        permuted.permute(new int[]{1, 2, 0});

        assertArrayEquals(new String[]{"b", "c", "a"}, moved.createSpec().getColumnNames());
        assertArrayEquals(new String[]{"c", "a", "b"}, back.createSpec().getColumnNames());
        assertArrayEquals(new String[]{"b", "c", "a"}, permuted.createSpec().getColumnNames());
        assertEquals(1, back.indexOf("a"));
        assertEquals(-1, back.indexOf("x"));
        assertThrows(IllegalArgumentException.class, () -> permuted.permute(new int[]{0, 0, 1}));
    }

    @Test
    public void keepsTheDomainsOfTheInputAndLearnsThoseOfNewColumns() throws CanceledExecutionException {
        final ColumnRearranger rearranger = rearranger();
        rearranger.append(square(false));

        final DataTableSpec spec = rearranged(3, rearranger).getDataTableSpec();

        assertEquals(new IntCell(102), spec.getColumnSpec("a").getDomain().getUpperBound());
        assertEquals(new IntCell(102 * 102), spec.getColumnSpec("square").getDomain().getUpperBound());
    }

    @Test
    public void computesSeveralRowsAtOnceInTheirOrder() throws CanceledExecutionException {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final CountDownLatch bothStarted = new CountDownLatch(2);
        final SingleCellFactory factory = new SingleCellFactory(true, SQUARE) {
            @Override
            public DataCell getCell(final DataRow row, final long index) {
                threads.add(Thread.currentThread());
                bothStarted.countDown();
                try {
                    assertTrue(bothStarted.await(30, TimeUnit.SECONDS));
                } catch (final InterruptedException ex) {
                    throw new IllegalStateException(ex);
                }
                return new IntCell((int)index);
            }
        };
        factory.setParallelProcessing(true, 2, 10);
        final ColumnRearranger rearranger = rearranger();
        rearranger.keepOnly("a");
        rearranger.append(factory);

        final List<String> cells = cells(rearranged(500, rearranger));

        assertEquals(2, threads.size());
        assertEquals(500, cells.size());
        for (int i = 0; i < 500; i++) {
            assertEquals("Row" + i + "=[" + (100 + i) + ", " + i + "]", cells.get(i));
        }
    }

    @Test
    public void givesTheFailureOfARowToTheCallerAndEndsTheFactory() {
        for (final boolean parallel : new boolean[]{false, true}) {
            final boolean[] ended = new boolean[1];
            final SingleCellFactory factory = new SingleCellFactory(parallel, SQUARE) {
                @Override
                public DataCell getCell(final DataRow row) {
                    if (row.getKey().getString().equals("Row3")) {
                        throw new IllegalStateException("Row3 is bad");
                    }
                    return new IntCell(1);
                }

                @Override
                public void afterProcessing() {
                    ended[0] = true;
                }
            };
            final ColumnRearranger rearranger = rearranger();
            rearranger.append(factory);

            assertEquals("Row3 is bad",
                assertThrows(IllegalStateException.class, () -> rearranged(5, rearranger)).getMessage());
            assertTrue(ended[0]);
        }
    }

    @Test
    public void checksForCancelPerRow() {
        final ColumnRearranger rearranger = rearranger();
        final List<String> seen = new ArrayList<>();
        rearranger.append(new SingleCellFactory(SQUARE) {
            @Override
            public DataCell getCell(final DataRow row) {
                seen.add(row.getKey().getString());
                if (seen.size() == 2) {
                    m_progress.setExecuteCanceled();
                }
                return new IntCell(1);
            }
        });

        assertThrows(CanceledExecutionException.class, () -> rearranged(5, rearranger));
        assertEquals(List.of("Row0", "Row1"), seen);
    }

    @Test
    public void reportsItsProgress() throws CanceledExecutionException {
        final ColumnRearranger rearranger = rearranger();
        rearranger.append(square(false));

        rearranged(4, rearranger);

        assertEquals(1, m_progress.getProgress(), 0);
        assertEquals("Processed row 4/4 (\"Row3\")", m_progress.getMessage());
    }

    @Test
    public void refusesATableWithOtherColumns() {
        final ColumnRearranger rearranger =
            new ColumnRearranger(new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE}));

        final String message =
            assertThrows(IllegalArgumentException.class, () -> rearranged(1, rearranger)).getMessage();

        assertTrue(message, message.startsWith("The rearranger was made for the columns name=default,columns=[a "));
    }

    @Test
    public void refusesAFactoryWithTooFewCells() {
        final ColumnRearranger rearranger = rearranger();
        rearranger.append(new AbstractCellFactory(SQUARE) {
            @Override
            public DataCell[] getCells(final DataRow row) {
                return new DataCell[0];
            }
        });

        assertEquals("A cell factory made 0 cells for the 1 new columns of row \"Row0\".",
            assertThrows(IllegalArgumentException.class, () -> rearranged(1, rearranger)).getMessage());
    }
}
