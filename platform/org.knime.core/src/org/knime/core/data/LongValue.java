// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as a whole number of 64 bit. */
public interface LongValue extends DataValue {

    /** The content. */
    long getLongValue();
}
