// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.util.function.IntFunction;

import org.frugalvision.platform.config.Defaults;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.util.CheckUtils;

/** A tree of settings whose values may be arrays and come from the data model. */
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
        return Defaults.orElse(() -> getDataCell(key), def);
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        addArray(key, values, (config, element, i) -> config.addDataCell(element, values[i]));
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        return getArray(key, DataCell[]::new, (array, i, config, element) -> array[i] = config.getDataCell(element));
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        return Defaults.orElse(() -> getDataCellArray(key), def);
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
        return Defaults.orElse(() -> getDataType(key), def);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return getArray(key, int[]::new, (array, i, config, element) -> array[i] = config.getInt(element));
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return Defaults.orElse(() -> getIntArray(key), def);
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        addArray(key, values, (config, element, i) -> config.addInt(element, values[i]));
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return getArray(key, double[]::new, (array, i, config, element) -> array[i] = config.getDouble(element));
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return Defaults.orElse(() -> getDoubleArray(key), def);
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        addArray(key, values, (config, element, i) -> config.addDouble(element, values[i]));
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return getArray(key, float[]::new, (array, i, config, element) -> array[i] = config.getFloat(element));
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        return Defaults.orElse(() -> getFloatArray(key), def);
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        addArray(key, values, (config, element, i) -> config.addFloat(element, values[i]));
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return getArray(key, char[]::new, (array, i, config, element) -> array[i] = config.getChar(element));
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        return Defaults.orElse(() -> getCharArray(key), def);
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        addArray(key, values, (config, element, i) -> config.addChar(element, values[i]));
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return getArray(key, short[]::new, (array, i, config, element) -> array[i] = config.getShort(element));
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        return Defaults.orElse(() -> getShortArray(key), def);
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        addArray(key, values, (config, element, i) -> config.addShort(element, values[i]));
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return getArray(key, long[]::new, (array, i, config, element) -> array[i] = config.getLong(element));
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return Defaults.orElse(() -> getLongArray(key), def);
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        addArray(key, values, (config, element, i) -> config.addLong(element, values[i]));
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return getArray(key, byte[]::new, (array, i, config, element) -> array[i] = config.getByte(element));
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        return Defaults.orElse(() -> getByteArray(key), def);
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        addArray(key, values, (config, element, i) -> config.addByte(element, values[i]));
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return getArray(key, boolean[]::new, (array, i, config, element) -> array[i] = config.getBoolean(element));
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return Defaults.orElse(() -> getBooleanArray(key), def);
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        addArray(key, values, (config, element, i) -> config.addBoolean(element, values[i]));
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return getArray(key, String[]::new, (array, i, config, element) -> array[i] = config.getString(element));
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return Defaults.orElse(() -> getStringArray(key), def);
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        addArray(key, values, (config, element, i) -> config.addString(element, values[i]));
    }

    private interface Reader<A> {
        void read(A array, int index, Config config, String key) throws InvalidSettingsException;
    }

    private interface Writer {
        void write(Config config, String key, int index);
    }

    /** An array is settings of its own: its size, then its elements at the keys 0, 1, ...; nothing at all for null. */
    private <A> A getArray(final String key, final IntFunction<A> create, final Reader<A> element)
        throws InvalidSettingsException {
        final Config config = getConfig(key);
        if (!config.containsKey(ARRAY_SIZE)) {
            return null;
        }
        final int size = config.getInt(ARRAY_SIZE);
        CheckUtils.checkSetting(size >= 0 && size < config.keySet().size(),
            "Array for key \"%s\" has %s %d, but %d elements.", key, ARRAY_SIZE, size, config.keySet().size() - 1);
        final A array = create.apply(size);
        for (int i = 0; i < size; i++) {
            element.read(array, i, config, Integer.toString(i));
        }
        return array;
    }

    private void addArray(final String key, final Object array, final Writer element) {
        final Config config = addConfig(key);
        if (array != null) {
            config.addInt(ARRAY_SIZE, Array.getLength(array));
            for (int i = 0; i < Array.getLength(array); i++) {
                element.write(config, Integer.toString(i), i);
            }
        }
    }
}
