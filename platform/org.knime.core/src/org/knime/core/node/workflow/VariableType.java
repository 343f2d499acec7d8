// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EnumSet;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * The type of a flow variable. This runtime has the scalar types.
 *
 * @param <T> the Java type of the values
 */
public abstract class VariableType<T> {

    private final String m_identifier;

    private final Set<ConfigEntries> m_fits;

    /** Which kinds of settings a variable of this type may control. */
    VariableType(final String identifier, final ConfigEntries first,
        final ConfigEntries... rest) {
        m_identifier = identifier;
        m_fits = EnumSet.of(first, rest);
    }

    /** Returns the Java type of the values. */
    public abstract Class<T> getSimpleType();

    /** Returns the name under which the type is stored. */
    public String getIdentifier() {
        return m_identifier;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    abstract T load(ConfigBaseRO settings, String key) throws InvalidSettingsException;

    abstract void save(ConfigBaseWO settings, String key, T value);

    /** Puts a value in the place of a setting, which keeps its kind. */
    final void overwrite(final T value, final Config config, final String key) throws InvalidSettingsException {
        final var entry = config.getEntry(key);
        if (entry == null) {
            throw new InvalidSettingsException("There is no setting \"" + key + "\" that a variable could control.");
        }
        final var kind = entry.getType();
        if (!m_fits.contains(kind) || kind == ConfigEntries.xboolean && !isBoolean(value)
            || kind == ConfigEntries.xchar && value.toString().length() != 1) {
            throw new InvalidSettingsException("A variable of type " + m_identifier + " with value \"" + value
                + "\" cannot control the setting \"" + key + "\" of type " + kind.name().substring(1) + ".");
        }
        switch (kind) {
            case xint -> config.addInt(key, ((Number)value).intValue());
            case xlong -> config.addLong(key, ((Number)value).longValue());
            case xshort -> config.addShort(key, ((Number)value).shortValue());
            case xbyte -> config.addByte(key, ((Number)value).byteValue());
            case xdouble -> config.addDouble(key, ((Number)value).doubleValue());
            case xfloat -> config.addFloat(key, ((Number)value).floatValue());
            case xboolean -> config.addBoolean(key, Boolean.parseBoolean(value.toString()));
            case xchar -> config.addChar(key, value.toString().charAt(0));
            default -> config.addString(key, String.valueOf(value));
        }
    }

    private static boolean isBoolean(final Object value) {
        return "true".equalsIgnoreCase(String.valueOf(value)) || "false".equalsIgnoreCase(String.valueOf(value));
    }

    /** Text. */
    public static final class StringType extends VariableType<String> {

        /** The type. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super("STRING", ConfigEntries.xstring, ConfigEntries.xboolean, ConfigEntries.xchar);
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        String load(final ConfigBaseRO settings, final String key) throws InvalidSettingsException {
            return settings.getString(key);
        }

        @Override
        void save(final ConfigBaseWO settings, final String key, final String value) {
            settings.addString(key, value);
        }
    }

    /** Whole numbers of 32 bits. */
    public static final class IntType extends VariableType<Integer> {

        /** The type. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super("INTEGER", ConfigEntries.xint, ConfigEntries.xlong, ConfigEntries.xdouble,
                ConfigEntries.xstring);
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        Integer load(final ConfigBaseRO settings, final String key) throws InvalidSettingsException {
            return settings.getInt(key);
        }

        @Override
        void save(final ConfigBaseWO settings, final String key, final Integer value) {
            settings.addInt(key, value);
        }
    }

    /** Whole numbers of 64 bits. */
    public static final class LongType extends VariableType<Long> {

        /** The type. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super("LONG", ConfigEntries.xlong, ConfigEntries.xdouble, ConfigEntries.xstring);
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        Long load(final ConfigBaseRO settings, final String key) throws InvalidSettingsException {
            return settings.getLong(key);
        }

        @Override
        void save(final ConfigBaseWO settings, final String key, final Long value) {
            settings.addLong(key, value);
        }
    }

    /** Numbers with fractions. */
    public static final class DoubleType extends VariableType<Double> {

        /** The type. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super("DOUBLE", ConfigEntries.xdouble, ConfigEntries.xfloat, ConfigEntries.xstring);
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        Double load(final ConfigBaseRO settings, final String key) throws InvalidSettingsException {
            return settings.getDouble(key);
        }

        @Override
        void save(final ConfigBaseWO settings, final String key, final Double value) {
            settings.addDouble(key, value);
        }
    }

    /** True or false. */
    public static final class BooleanType extends VariableType<Boolean> {

        /** The type. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super("BOOLEAN", ConfigEntries.xboolean, ConfigEntries.xstring);
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        Boolean load(final ConfigBaseRO settings, final String key) throws InvalidSettingsException {
            return settings.getBoolean(key);
        }

        @Override
        void save(final ConfigBaseWO settings, final String key, final Boolean value) {
            settings.addBoolean(key, value);
        }
    }
}
