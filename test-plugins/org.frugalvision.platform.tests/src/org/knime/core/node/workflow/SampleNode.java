// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Hands on the number of its setting in a table of one row, after doing what a test wants; notes its calls. */
final class SampleNode extends NodeModel {

    /** What a test wants done within execute. */
    interface Work {
        void run(ExecutionContext exec) throws Exception;
    }

    static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("number", IntCell.TYPE).createSpec());

    private final List<String> m_calls = new ArrayList<>();

    private final Work m_work;

    private final boolean m_announces;

    private int m_number = 1;

    SampleNode(final int inputs, final Work work) {
        this(inputs, true, work);
    }

    SampleNode(final int inputs, final boolean announces, final Work work) {
        super(inputs, 1);
        m_announces = announces;
        m_work = work;
    }

    List<String> calls() {
        return m_calls;
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] specs) {
        m_calls.add("configure");
        pushFlowVariableInt("from configure", m_number);
        return new DataTableSpec[]{m_announces ? SPEC : null};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext exec)
        throws Exception {
        m_calls.add("execute " + NodeContext.getContext());
        m_work.run(exec);
        final var container = exec.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("Row0", new IntCell(m_number)));
        container.close();
        return new BufferedDataTable[]{container.getTable()};
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        settings.addInt("number", m_number);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_calls.add("validate");
        if (settings.getInt("number") < 0) {
            throw new InvalidSettingsException("\"Number\" must not be negative.");
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_calls.add("load");
        m_number = settings.getInt("number");
    }

    @Override
    protected void reset() {
        m_calls.add("reset");
    }

    @Override
    protected void onDispose() {
        m_calls.add("dispose");
    }

    @Override
    protected void loadInternals(final File directory, final ExecutionMonitor exec) {
        m_calls.add("loadInternals");
    }

    @Override
    protected void saveInternals(final File directory, final ExecutionMonitor exec) {
        m_calls.add("saveInternals");
    }
}
