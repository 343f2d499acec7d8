// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings to read, with values of the data model. */
public interface ConfigRO extends ConfigBaseRO {

    /** The settings below the key. */
    Config getConfig(String key) throws InvalidSettingsException;

    /** The cell at the key; null if null was stored. */
    DataCell getDataCell(String key) throws InvalidSettingsException;

    /** The cell at the key, or the default. */
    DataCell getDataCell(String key, DataCell def);

    /** The cells at the key; null if null was stored. */
    DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

    /** The cells at the key, or the default. */
    DataCell[] getDataCellArray(String key, DataCell... def);

    /** The type at the key; null if null was stored. */
    DataType getDataType(String key) throws InvalidSettingsException;

    /** The type at the key, or the default. */
    DataType getDataType(String key, DataType def);
}
