// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as a text. */
public interface StringValue extends DataValue {

    /** The content, never null. */
    String getStringValue();
}
