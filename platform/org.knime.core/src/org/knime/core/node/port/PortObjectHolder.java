// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

/** A node that keeps port objects beside its outputs from its execution until it is reset. */
public interface PortObjectHolder {

    /** @return what is kept, null if there is nothing */
    PortObject[] getInternalPortObjects();

    /** @param objects what is kept from now on */
    void setInternalPortObjects(PortObject[] objects);
}
