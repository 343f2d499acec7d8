// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;

/** Makes a node that a test has put together. */
final class SampleNodeFactory extends NodeFactory<NodeModel> {

    private final NodeModel m_model;

    SampleNodeFactory(final NodeModel model) {
        m_model = model;
    }

    @Override
    public NodeModel createNodeModel() {
        return m_model;
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
