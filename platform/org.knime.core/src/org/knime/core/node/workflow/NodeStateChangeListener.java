// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Hears when nodes come into another state. */
public interface NodeStateChangeListener {

    /** Called after the change, on the thread that caused it; the workflow may be locked meanwhile. */
    void stateChanged(NodeStateEvent event);
}
