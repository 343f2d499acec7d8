// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

/** Knows the input table it is about. */
public interface InputTableIndexHolder {
    /** @return the index of the input table */
    default int getInputTableIndex() {
        return 0;
    }
}
