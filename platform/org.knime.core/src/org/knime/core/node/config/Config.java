// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.util.CheckUtils;

/** A tree of settings whose values may come from the data model. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1;

    private static final String ARRAY_SIZE = "array-size";

    private static final String IS_NULL = "is_null";

    /** Empty settings. */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    /** Reads settings from XML into the given ones and closes the stream. */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        ConfigBase.loadFromXML(config, in);
        return config;
    }

    @Override
    public final Config addConfig(final String key) {
        return (Config)addConfigBase(key);
    }

    /** Adds settings that exist already, without a copy. */
    protected final void addConfig(final Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        return (Config)getConfigBase(key);
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        CellConfig.save(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return CellConfig.load(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        try {
            return getDataCell(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... cells) {
        final Config config = addConfig(key);
        if (cells != null) {
            config.addInt(ARRAY_SIZE, cells.length);
            for (int i = 0; i < cells.length; i++) {
                config.addDataCell(Integer.toString(i), cells[i]);
            }
        }
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        if (!config.containsKey(ARRAY_SIZE)) {
            return null;
        }
        final int size = config.getInt(ARRAY_SIZE);
        CheckUtils.checkSetting(size >= 0 && size < config.keySet().size(),
            "Array for key \"%s\" has %s %d, but %d elements.", key, ARRAY_SIZE, size, config.keySet().size() - 1);
        final DataCell[] cells = new DataCell[size];
        for (int i = 0; i < size; i++) {
            cells[i] = config.getDataCell(Integer.toString(i));
        }
        return cells;
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final Config config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
        config.addBoolean(IS_NULL, type == null);
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        try {
            return getDataType(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }
}
