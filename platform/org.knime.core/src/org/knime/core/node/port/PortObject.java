// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What travels from node to node after execution: a table, a model, a picture. Immutable. */
public interface PortObject {

    /** Accepts any object. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** Accepts any object, or none. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** One line for the user. */
    String getSummary();

    /** What was known, or could have been, before execution. */
    PortObjectSpec getSpec();

    /** Swing views; may be null or empty, and is never called headless. */
    JComponent[] getViews();

    /** Writes and reads the objects of one class; has a public constructor without arguments. */
    abstract class PortObjectSerializer<T extends PortObject> {

        /** Writes the object as one or more zip entries. */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        /** Reads the zip entries; the spec was read before. */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
