// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/**
 * A view on a node. This runtime never opens one; the type is here so that nodes that have views load.
 *
 * @param <T> what is viewed
 */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    /** Something that can be viewed. */
    public interface ViewableModel {
    }

    private final T m_model;

    /** @param model what is viewed */
    protected AbstractNodeView(final T model) {
        m_model = model;
    }

    /** Called when the model has changed. */
    protected abstract void modelChanged();

    /** @return what is viewed */
    protected final T getViewableModel() {
        return m_model;
    }
}
