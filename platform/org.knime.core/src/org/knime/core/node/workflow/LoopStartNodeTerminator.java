// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Begins a loop and knows when it is over. */
public interface LoopStartNodeTerminator extends LoopStartNode {

    /** Whether the present iteration is the last. */
    boolean terminateLoop();
}
