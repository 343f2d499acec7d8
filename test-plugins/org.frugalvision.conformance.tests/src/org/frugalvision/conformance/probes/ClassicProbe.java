// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.io.File;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A classic node that writes down every call. Its settings are kept as they come; <code>configure</code> and
 * <code>execute</code> say what it does then, <code>refuse</code> makes it refuse them.
 */
public final class ClassicProbe extends NodeModel {
    private NodeSettings m_settings = new NodeSettings("model");

    ClassicProbe(final int inputs) {
        super(inputs, 1);
        Journal.write("constructor");
    }

    private String name() {
        return m_settings.getString("name", "node");
    }

    private void note(final String event) {
        Journal.write(name() + " " + event);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        Journal.write(settings.getString("name", "node") + " validate");
        if (settings.getBoolean("refuse", false)) {
            throw new InvalidSettingsException("asked to refuse");
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        m_settings = new NodeSettings("model");
        settings.copyTo(m_settings);
        note("load");
        note("number " + m_settings.getInt("number", 0));
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        m_settings.copyTo(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] specs) throws InvalidSettingsException {
        note("configure");
        note("configured " + Stream.of(specs).map(spec -> List.of(spec.getColumnNames())).toList());
        switch (m_settings.getString("configure", "know")) {
            case "refuse" -> throw new InvalidSettingsException("asked to refuse");
            case "break" -> throw new IllegalStateException("asked to break");
            case "warn" -> setWarningMessage("asked to warn");
            case "push" -> pushFlowVariableString("pushed", "by configure");
            case "forget" -> {
                return new DataTableSpec[1];
            }
            default -> note("variables " + new TreeMap<>(getAvailableFlowVariables()).values().stream()
                .map(v -> v.getName() + "=" + v.getValueAsString()).toList());
        }
        return new DataTableSpec[]{specs.length == 0 ? Tables.spec() : specs[0]};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] tables, final ExecutionContext context)
        throws Exception {
        note("execute");
        note("thread " + Thread.currentThread().getName());
        final var table = tables.length == 0 ? Tables.numbers(context, m_settings.getInt("rows", 3)) : tables[0];
        return new BufferedDataTable[]{outcome(m_settings.getString("execute", "succeed"), table, context)};
    }

    private BufferedDataTable outcome(final String execute, final BufferedDataTable table,
        final ExecutionContext context) throws Exception {
        switch (execute) {
            case "fail" -> throw new IllegalStateException("asked to fail");
            case "fail without text" -> throw new IllegalStateException();
            case "fail with" -> throw new IllegalStateException(m_settings.getString("text"));
            case "refuse" -> throw new InvalidSettingsException("asked to refuse");
            case "err" -> throw new AssertionError("asked to err");
            case "cancel" -> throw new CanceledExecutionException("asked to stop");
            case "wait" -> Waiting.untilCanceled(context);
            case "meet" -> Waiting.meet(name(), m_settings.getString("other"), context);
            case "warn" -> setWarningMessage("asked to warn");
            case "warn twice" -> {
                setWarningMessage("asked to warn");
                setWarningMessage("asked to warn again");
            }
            case "push" -> {
                pushFlowVariableString("text", "a");
                pushFlowVariableInt("whole", 7);
                pushFlowVariableDouble("real", 2.5);
            }
            case "check order" -> note("in order " + Tables.rowsInOrder(table));
            case "locate" -> Journal.write("located " + Paths.workflow());
            case "resolve" -> Paths.resolve(m_settings.getString("path"));
            default -> note(execute);
        }
        return switch (execute) {
            case "give null" -> null;
            case "give nothing" -> Tables.numbers(context, 0);
            case "give nothing and say so" -> {
                setWarningMessage("nothing was asked for");
                yield Tables.numbers(context, 0);
            }
            case "give something else" -> Tables.texts(context);
            default -> table;
        };
    }

    @Override
    protected void reset() {
        note("reset");
    }

    @Override
    protected void onDispose() {
        note("dispose");
    }

    @Override
    protected void loadInternals(final File directory, final ExecutionMonitor monitor) {
        note("loadInternals");
    }

    @Override
    protected void saveInternals(final File directory, final ExecutionMonitor monitor) {
        note("saveInternals");
    }
}
