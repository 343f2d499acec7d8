// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;

public class ExecutionContextTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE});

    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    private final ExecutionContext m_context = new ExecutionContext(m_progress, null);

    private static BufferedDataTable oneRow(final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("Row0", 1));
        container.close();
        return container.getTable();
    }

    @Test
    public void addsUpTheProgressOfItsParts() {
        final ExecutionMonitor first = m_context.createSubProgress(0.5);
        final ExecutionMonitor second = m_context.createSubProgress(0.25);
        assertNull(m_progress.getProgress());
        first.setProgress(0.5, "half of the first");
        second.setProgress(1);
        first.setProgress(0.25);

        assertEquals(0.5, m_progress.getProgress(), 0);
        assertEquals("half of the first", m_progress.getMessage());
        first.setProgress(7);
        assertEquals(0.75, m_progress.getProgress(), 0);
    }

    @Test
    public void clipsTheProgress() {
        m_context.setProgress(-3);
        assertEquals(0, m_progress.getProgress(), 0);
        m_context.setProgress(1.5);
        assertEquals(1, m_progress.getProgress(), 0);
    }

    @Test
    public void showsNoMessageOfASilentPart() {
        m_context.setMessage("loud");
        m_context.createSilentSubProgress(1).setProgress(0.5, "silent");

        assertEquals("loud", m_progress.getMessage());
        assertEquals(0.5, m_progress.getProgress(), 0);
    }

    @Test
    public void cancelsItsParts() throws CanceledExecutionException {
        m_context.createSubExecutionContext(0.5).checkCanceled();
        m_progress.setExecuteCanceled();

        final ExecutionMonitor part = m_context.createSubExecutionContext(0.5).createSubProgress(1);

        assertEquals("Execution canceled",
            assertThrows(CanceledExecutionException.class, part::checkCanceled).getMessage());
        m_context.createNonCancelableSubProgress().checkCanceled();
        m_progress.reset();
        part.checkCanceled();
    }

    @Test
    public void deletesItsTables() {
        final BufferedDataTable table = oneRow(m_context);
        final BufferedDataTable fromPart = oneRow(m_context.createSubExecutionContext(0.5));
        final BufferedDataContainer open = m_context.createDataContainer(SPEC);

        m_context.disposeTables();
        m_context.disposeTables();

        assertThrows(IllegalStateException.class, table::iterator);
        assertThrows(IllegalStateException.class, fromPart::iterator);
        assertThrows(IllegalStateException.class, () -> open.addRowToTable(new DefaultRow("Row0", 1)));
    }

    @Test
    public void sharesTheRowsOfAWrappedTable() {
        final BufferedDataTable table = oneRow(m_context);
        final BufferedDataTable wrapped = m_context.createWrappedTable(table);
        final DataTableSpec renamed = new DataTableSpec(new String[]{"b"}, new DataType[]{IntCell.TYPE});

        assertNotSame(table, wrapped);
        assertEquals(1, wrapped.size());
        assertEquals("b", m_context.createSpecReplacerTable(table, renamed).getSpec().getColumnSpec(0).getName());
        assertEquals("Table has 1 columns, but its new spec 0.", assertThrows(IllegalArgumentException.class,
            () -> m_context.createSpecReplacerTable(table, new DataTableSpec())).getMessage());
        m_context.clearTable(table);
        assertThrows(IllegalStateException.class, wrapped::iterator);
    }

    @Test
    public void copiesForeignTablesOnly() throws CanceledExecutionException {
        final DataContainer foreign = new DataContainer(SPEC);
        foreign.addRowToTable(new DefaultRow("Row0", 5));
        foreign.close();

        final BufferedDataTable copy = m_context.createBufferedDataTable(foreign.getTable(), m_context);

        assertEquals(new IntCell(5), copy.iterator().next().getCell(0));
        assertEquals(1, copy.getRowCount());
        assertSame(copy, m_context.createBufferedDataTable(copy, m_context));
    }

    @Test
    public void givesAlwaysTheSameTableOfAContainer() {
        final BufferedDataContainer container = m_context.createDataContainer(SPEC);
        container.close();

        assertSame(container.getTable(), container.getTable());
    }
}
