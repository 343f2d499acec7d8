// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node, as opposed to a workflow. */
public abstract class SingleNodeContainer extends NodeContainer {

    /** Where the output tables of a node are kept. */
    public enum MemoryPolicy {
        /** In memory. */
        CacheInMemory,
        /** In memory if small. */
        CacheSmallInMemory,
        /** On disc. */
        CacheOnDisc
    }

    SingleNodeContainer(final WorkflowManager parent, final NodeID id, final ReferencedFile directory) {
        super(parent, id, directory);
    }

    /** Returns the type of an output; 0 is the flow variable port. */
    public abstract PortType getOutputType(int index);

    /** Returns what is known of an output, null if nothing; 0 is the flow variable port. */
    public abstract PortObjectSpec getOutputSpec(int index);

    /** Returns an output, null before execution; 0 is the flow variable port. */
    public abstract PortObject getOutputObject(int index);

    /** Returns one line on an output, null before execution. */
    public abstract String getOutputObjectSummary(int index);

    /** Returns the variables that reach the node. */
    public abstract FlowObjectStack getFlowObjectStack();

    /** Returns the variables that the node has pushed. */
    public abstract FlowObjectStack getOutgoingFlowObjectStack();
}
