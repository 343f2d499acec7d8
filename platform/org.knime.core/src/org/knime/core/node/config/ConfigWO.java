// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings to write, with values of the data model. */
public interface ConfigWO extends ConfigBaseWO {

    /** Adds new empty settings below the key. */
    Config addConfig(String key);

    /**
     * Adds a cell, which may be null.
     *
     * @throws IllegalArgumentException if it is no string, boolean, number or missing cell
     */
    void addDataCell(String key, DataCell cell);

    /**
     * Adds cells; the array may be null.
     *
     * @throws IllegalArgumentException if one is no string, boolean, number or missing cell
     */
    void addDataCellArray(String key, DataCell... cells);

    /** Adds a type, which may be null. */
    void addDataType(String key, DataType type);
}
