// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as a whole number of 32 bit. */
public interface IntValue extends DataValue {

    /** The content. */
    int getIntValue();
}
