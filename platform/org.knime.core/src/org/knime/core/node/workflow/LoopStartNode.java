// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Begins a loop. This runtime refuses workflows with loops; the type is here so that such nodes are recognised. */
public interface LoopStartNode {
}
