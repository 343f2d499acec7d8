// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;

/** Creates classic nodes without description, dialog and views. */
abstract class ClassicProbeNodeFactory extends NodeFactory<ClassicProbe> {
    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<ClassicProbe> createNodeView(final int index, final ClassicProbe model) {
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
