// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as true or false. */
public interface BooleanValue extends DataValue {

    /** The content. */
    boolean getBooleanValue();
}
