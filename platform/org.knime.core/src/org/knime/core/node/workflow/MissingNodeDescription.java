// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** A name and nothing else. */
final class MissingNodeDescription extends NodeDescription {

    private final String m_name;

    MissingNodeDescription(final String name) {
        m_name = name;
    }

    @Override
    public String getNodeName() {
        return m_name;
    }

    @Override
    public NodeType getType() {
        return NodeType.Missing;
    }

    @Override
    public String getIconPath() {
        return null;
    }

    @Override
    public String getInportDescription(final int index) {
        return null;
    }

    @Override
    public String getInportName(final int index) {
        return null;
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public String getOutportDescription(final int index) {
        return null;
    }

    @Override
    public String getOutportName(final int index) {
        return null;
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewDescription(final int index) {
        return null;
    }

    @Override
    public String getViewName(final int index) {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
