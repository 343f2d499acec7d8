// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

/** What is known about a {@link PortObject} before execution. Immutable. */
public interface PortObjectSpec {

    /** Swing views; may be null or empty, and is never called headless. */
    JComponent[] getViews();

    /** Writes and reads the specs of one class; has a public constructor without arguments. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {

        /** Writes the spec as one or more zip entries. */
        public abstract void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream out) throws IOException;

        /** Reads the zip entries. */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
