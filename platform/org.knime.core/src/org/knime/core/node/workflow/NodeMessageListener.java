// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears when a node has a new message. */
public interface NodeMessageListener extends EventListener {

    /** Called with the new message. */
    void messageChanged(NodeMessageEvent event);
}
