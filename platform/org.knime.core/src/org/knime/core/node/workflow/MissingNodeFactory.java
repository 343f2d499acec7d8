// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Arrays;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Makes placeholders for nodes that this runtime cannot run. */
final class MissingNodeFactory extends NodeFactory<NodeModel> {

    private final String m_name;

    private final String m_reason;

    private final int m_inputs;

    private final int m_outputs;

    /** Numbers of ports without the flow variable port. */
    MissingNodeFactory(final String name, final String reason, final int inputs, final int outputs) {
        super(true);
        m_name = name;
        m_reason = reason;
        m_inputs = inputs;
        m_outputs = outputs;
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return new MissingNodeDescription("MISSING " + m_name);
    }

    @Override
    public NodeModel createNodeModel() {
        return new MissingNodeModel(anything(m_inputs), anything(m_outputs), m_reason);
    }

    private static PortType[] anything(final int ports) {
        final var types = new PortType[ports];
        Arrays.fill(types, PortTypeRegistry.getInstance().getPortType(PortObject.class));
        return types;
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<NodeModel> createNodeView(final int index, final NodeModel model) {
        return null;
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }
}
