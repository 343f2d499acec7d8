// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.awt.Component;

/**
 * A Swing view on a node model. This runtime never opens one.
 *
 * @param <T> the model
 */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> {

    private Component m_component;

    /** @param model the model */
    protected NodeView(final T model) {
        super(model);
    }

    /** Called when the view is closed. */
    protected abstract void onClose();

    /** Called when the view is opened. */
    protected abstract void onOpen();

    /** @return the model */
    protected T getNodeModel() {
        return getViewableModel();
    }

    /** @param component what the view shows */
    protected final void setComponent(final Component component) {
        m_component = component;
    }

    /** @return what the view shows */
    protected final Component getComponent() {
        return m_component;
    }
}
