// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears how far nodes are. */
public interface NodeProgressListener extends EventListener {

    /** Called on the thread of the node. */
    void progressChanged(NodeProgressEvent event);
}
