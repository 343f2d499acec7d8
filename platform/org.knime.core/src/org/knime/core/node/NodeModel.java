// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/**
 * What a node does. A subclass overrides one of the two configure methods and one of the two execute methods; the ports
 * do not include the flow variable ports.
 */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    private final NodeLogger m_logger = NodeLogger.getLogger(getClass());

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private final List<NodeModelWarningListener> m_warningListeners = new CopyOnWriteArrayList<>();

    private Message m_warning;

    private FlowObjectStack m_incoming;

    private FlowObjectStack m_outgoing;

    /** With tables only. */
    protected NodeModel(final int tablesIn, final int tablesOut) {
        this(tables(tablesIn), tables(tablesOut));
    }

    /** With ports of any type. */
    protected NodeModel(final PortType[] in, final PortType[] out) {
        m_inTypes = in == null ? new PortType[0] : in.clone();
        m_outTypes = out == null ? new PortType[0] : out.clone();
    }

    private static PortType[] tables(final int count) {
        final var types = new PortType[count];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    /** Reads what {@link #saveInternals} wrote. */
    protected abstract void loadInternals(File directory, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /** Writes what an executed node needs beside its outputs. */
    protected abstract void saveInternals(File directory, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /** Writes the settings. */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /** Checks settings without taking them over. */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Takes over settings that were checked. */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Drops what the last execution left; settings stay. */
    protected abstract void reset();

    /** Called once when the node goes away. */
    protected void onDispose() {
        // for subclasses
    }

    /** Says what the outputs will look like; null for an output if that is not known yet. */
    protected PortObjectSpec[] configure(final PortObjectSpec[] specs) throws InvalidSettingsException {
        final var tables = new DataTableSpec[specs.length];
        for (var i = 0; i < specs.length; i++) {
            tables[i] = (DataTableSpec)specs[i];
        }
        return configure(tables);
    }

    /** The same for nodes that have tables only. */
    protected DataTableSpec[] configure(final DataTableSpec[] specs) throws InvalidSettingsException {
        throw new IllegalStateException(getClass().getName() + " overrides no configure method.");
    }

    /** Computes the outputs. */
    protected PortObject[] execute(final PortObject[] inputs, final ExecutionContext exec) throws Exception {
        final var tables = new BufferedDataTable[inputs.length];
        for (var i = 0; i < inputs.length; i++) {
            tables[i] = (BufferedDataTable)inputs[i];
        }
        return execute(tables, exec);
    }

    /** The same for nodes that have tables only. */
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext exec)
        throws Exception {
        throw new IllegalStateException(getClass().getName() + " overrides no execute method.");
    }

    /** Checks the settings of the view; they are never used here. */
    protected void validateViewSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        // views are never shown
    }

    /** Writes the settings that a new view has. */
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO settings) {
        // views are never shown
    }

    /** Returns the number of inputs. */
    protected final int getNrInPorts() {
        return m_inTypes.length;
    }

    /** Returns the number of outputs. */
    protected final int getNrOutPorts() {
        return m_outTypes.length;
    }

    /** Returns the type of an input. */
    protected final PortType getInPortType(final int index) {
        return m_inTypes[index];
    }

    /** Returns the type of an output. */
    protected final PortType getOutPortType(final int index) {
        return m_outTypes[index];
    }

    /** Returns the logger of this class. */
    protected final NodeLogger getLogger() {
        return m_logger;
    }

    /** Starts a message. */
    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    /** Shows a warning at the node; null takes it away. */
    protected final void setWarningMessage(final String warning) {
        setWarning(warning == null ? null : Message.fromSummary(warning));
    }

    /** Returns the text of the warning, null if there is none. */
    protected final String getWarningMessage() {
        return Message.getSummaryFrom(m_warning);
    }

    /** Shows a warning at the node; null takes it away. */
    protected final void setWarning(final Message warning) {
        if (!Objects.equals(m_warning, warning)) {
            m_warning = warning;
            m_warningListeners.forEach(listener -> listener.warningChanged(warning));
        }
    }

    /** Returns the warning, null if there is none. */
    protected final Message getWarning() {
        return m_warning;
    }

    /** Adds who wants to hear of warnings. */
    public void addWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.add(listener);
    }

    /** Removes who does not want to hear of warnings any more. */
    public void removeWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.remove(listener);
    }

    /** Tells open views that the model has changed. */
    protected final void stateChanged() {
        // views are never shown
    }

    /** Tells something to open views. */
    protected final void notifyViews(final Object argument) {
        // views are never shown
    }

    final void setFlowObjectStack(final FlowObjectStack incoming, final FlowObjectStack outgoing) {
        m_incoming = incoming;
        m_outgoing = outgoing;
    }

    final FlowObjectStack getFlowObjectStack() {
        return m_incoming;
    }

    final FlowObjectStack getOutgoingFlowObjectStack() {
        return m_outgoing;
    }

    /** Adds a variable for the nodes behind this one. */
    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        m_outgoing.push(new FlowVariable(name, type, value));
    }

    /** Adds a variable for the nodes behind this one. */
    protected final void pushFlowVariableString(final String name, final String value) {
        pushFlowVariable(name, VariableType.StringType.INSTANCE, value);
    }

    /** Adds a variable for the nodes behind this one. */
    protected final void pushFlowVariableInt(final String name, final int value) {
        pushFlowVariable(name, VariableType.IntType.INSTANCE, value);
    }

    /** Adds a variable for the nodes behind this one. */
    protected final void pushFlowVariableDouble(final String name, final double value) {
        pushFlowVariable(name, VariableType.DoubleType.INSTANCE, value);
    }

    /** Returns the value of a variable that reaches this node. */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        final var variable = getAvailableFlowVariables(new VariableType<?>[]{type}).get(name);
        if (variable == null) {
            throw new NoSuchElementException(
                "No flow variable with name \"" + name + "\" of type " + type.getIdentifier());
        }
        return variable.getValue(type);
    }

    /** Returns the value of a variable that reaches this node. */
    public final String peekFlowVariableString(final String name) {
        return peekFlowVariable(name, VariableType.StringType.INSTANCE);
    }

    /** Returns the value of a variable that reaches this node. */
    public final int peekFlowVariableInt(final String name) {
        return peekFlowVariable(name, VariableType.IntType.INSTANCE);
    }

    /** Returns the value of a variable that reaches this node. */
    public final double peekFlowVariableDouble(final String name) {
        return peekFlowVariable(name, VariableType.DoubleType.INSTANCE);
    }

    /** Returns the texts and numbers that this node has pushed or that reach it, by name. */
    public final Map<String, FlowVariable> getAvailableFlowVariables() {
        return getAvailableFlowVariables(new VariableType<?>[]{VariableType.StringType.INSTANCE,
            VariableType.IntType.INSTANCE, VariableType.DoubleType.INSTANCE});
    }

    /** Returns the variables of some types that this node has pushed or that reach it, by name. */
    public final Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        if (m_outgoing != null) {
            variables.putAll(m_outgoing.getAvailableFlowVariables(types));
        }
        getAvailableInputFlowVariables(types).forEach(variables::putIfAbsent);
        return variables;
    }

    /** Returns the variables of some types that reach this node, by name. */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>[] types) {
        return m_incoming == null ? Map.of() : m_incoming.getAvailableFlowVariables(types);
    }

    /** The null spec of a mandatory table input becomes an empty spec. */
    final PortObjectSpec[] configureModel(final PortObjectSpec[] specs) throws InvalidSettingsException {
        setWarning(null);
        final var given = specs.clone();
        for (var i = 0; i < given.length; i++) {
            if (given[i] == null && !m_inTypes[i].isOptional()
                && m_inTypes[i].getPortObjectClass() == BufferedDataTable.class) {
                given[i] = new DataTableSpec();
            }
        }
        final var outputs = configure(given);
        if (outputs == null && m_outTypes.length > 0) {
            return new PortObjectSpec[m_outTypes.length];
        }
        if (outputs != null && outputs.length != m_outTypes.length) {
            throw new InvalidSettingsException("configure returned " + outputs.length + " specs, but there are "
                + m_outTypes.length + " output(s).");
        }
        return outputs == null ? new PortObjectSpec[0] : outputs.clone();
    }

    final PortObject[] executeModel(final PortObject[] inputs, final ExecutionContext exec) throws Exception {
        setWarning(null);
        final var outputs = execute(inputs, exec);
        exec.checkCanceled();
        final var count = outputs == null ? 0 : outputs.length;
        if (count != m_outTypes.length) {
            throw new IllegalStateException("Invalid result. Execution returned " + count + " output(s), but there are "
                + m_outTypes.length + ".");
        }
        for (var i = 0; i < count; i++) {
            if (outputs[i] == null) {
                throw new IllegalStateException("Invalid result. Execution failed, reason: data at output " + i
                    + " is null.");
            }
            if (!m_outTypes[i].acceptsPortObject(outputs[i])) {
                throw new IllegalStateException("Invalid result. Output " + i + " is a "
                    + outputs[i].getClass().getName() + ", but must be a "
                    + m_outTypes[i].getPortObjectClass().getName() + ".");
            }
        }
        return outputs == null ? new PortObject[0] : outputs.clone();
    }
}
