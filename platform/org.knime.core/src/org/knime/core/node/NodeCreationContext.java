// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.net.URL;

/** The file that a node was created from by dropping it into a workflow. Never used headless. */
public class NodeCreationContext {

    private final URL m_url;

    /** @param url the dropped file */
    public NodeCreationContext(final URL url) {
        m_url = url;
    }

    /** @return the dropped file */
    public URL getUrl() {
        return m_url;
    }
}
