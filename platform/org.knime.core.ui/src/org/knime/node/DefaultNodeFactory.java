// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.IOException;
import java.util.Optional;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.xml.sax.SAXException;

/**
 * Creates the nodes of a {@link DefaultNode}. Subclasses are public and have a public constructor without arguments.
 */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {
    private final DefaultNode m_node;

    /**
     * Checks all texts.
     *
     * @param node the declaration
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
        init();
    }

    @Override
    protected final NodeDescription createNodeDescription() throws SAXException, IOException {
        return DefaultNodeDescription.of(m_node);
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        return Optional.of(m_node.ports().builder());
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration configuration) {
        final NodeModel model = m_node.model().createNodeModel(configuration.getPortConfig().orElseThrow());
        if (model instanceof StandardNodeModel standard) {
            m_node.view().ifPresent(standard::show);
        }
        return model;
    }

    @Override
    protected final int getNrNodeViews() {
        return 0;
    }

    @Override
    public final NodeView<NodeModel> createNodeView(final int index, final NodeModel model) {
        throw new UnsupportedOperationException("This runtime shows no views.");
    }

    @Override
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration configuration) {
        throw new UnsupportedOperationException("This runtime shows no dialogs.");
    }
}
