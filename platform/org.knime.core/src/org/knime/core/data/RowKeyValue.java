// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Something with the text of a row key. */
public interface RowKeyValue {

    /** The text. */
    String getString();
}
