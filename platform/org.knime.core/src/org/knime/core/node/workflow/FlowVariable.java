// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBaseRO;

/** A named value that travels along the connections and can control settings. Immutable but for its owner. */
public final class FlowVariable extends FlowObject {

    /** Names that begin with it belong to the platform. */
    public static final String GLOBAL_CONST_ID = "knime";

    private static final List<VariableType<?>> TYPES = List.of(VariableType.StringType.INSTANCE,
        VariableType.IntType.INSTANCE, VariableType.DoubleType.INSTANCE, VariableType.LongType.INSTANCE,
        VariableType.BooleanType.INSTANCE);

    /** The types that old API knows. */
    public enum Type {
        /** Double. */
        DOUBLE,
        /** Integer. */
        INTEGER,
        /** String. */
        STRING,
        /** A login; not offered by this runtime. */
        CREDENTIALS,
        /** Any later type. */
        OTHER
    }

    private final String m_name;

    private final VariableType<?> m_type;

    private final Object m_value;

    /** Of any type. */
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        m_name = Objects.requireNonNull(name, "name");
        m_type = Objects.requireNonNull(type, "type");
        m_value = value;
    }

    /** A text. */
    public FlowVariable(final String name, final String value) {
        this(name, VariableType.StringType.INSTANCE, value);
    }

    /** A number with a fraction. */
    public FlowVariable(final String name, final double value) {
        this(name, VariableType.DoubleType.INSTANCE, value);
    }

    /** A whole number. */
    public FlowVariable(final String name, final int value) {
        this(name, VariableType.IntType.INSTANCE, value);
    }

    /** Returns the name. */
    public String getName() {
        return m_name;
    }

    /** Whether it belongs to the platform. */
    public boolean isGlobalConstant() {
        return m_name.startsWith(GLOBAL_CONST_ID);
    }

    /** Returns the type for code that knows the old types only. */
    public Type getType() {
        return m_value instanceof String ? Type.STRING : m_value instanceof Integer ? Type.INTEGER
            : m_value instanceof Double ? Type.DOUBLE : Type.OTHER;
    }

    /** Returns the type. */
    public VariableType<?> getVariableType() {
        return m_type;
    }

    /** Returns the value as another type; whole numbers widen and everything becomes text. */
    public <T> T getValue(final VariableType<T> type) {
        final var wanted = type.getSimpleType();
        if (wanted.isInstance(m_value)) {
            return wanted.cast(m_value);
        }
        if (wanted == String.class && m_value != null) {
            return wanted.cast(m_value.toString());
        }
        if (wanted == Double.class && (m_value instanceof Integer || m_value instanceof Long)) {
            return wanted.cast(((Number)m_value).doubleValue());
        }
        if (wanted == Long.class && m_value instanceof Integer number) {
            return wanted.cast(number.longValue());
        }
        if (m_value == null) {
            return null;
        }
        throw new IllegalArgumentException("The flow variable \"" + m_name + "\" is of type " + m_type.getIdentifier()
            + ", which does not fit " + type.getIdentifier() + ".");
    }

    /** Returns the value of a text. */
    public String getStringValue() {
        return m_value instanceof String text ? text : null;
    }

    /** Returns the value of a number with a fraction, NaN for all others. */
    public double getDoubleValue() {
        return m_value instanceof Double number ? number : Double.NaN;
    }

    /** Returns the value of a whole number, 0 for all others. */
    public int getIntValue() {
        return m_value instanceof Integer number ? number : 0;
    }

    /** Returns the value written as text. */
    public String getValueAsString() {
        return String.valueOf(m_value);
    }

    /** Writes name, class and value. */
    public void save(final NodeSettingsWO settings) {
        settings.addString("name", m_name);
        settings.addString("class", m_type.getIdentifier());
        save(m_type, settings);
    }

    private <T> void save(final VariableType<T> type, final NodeSettingsWO settings) {
        type.save(settings, "value", type.getSimpleType().cast(m_value));
    }

    /** Reads what {@link #save} writes. */
    public static FlowVariable load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var name = settings.getString("name");
        final var identifier = settings.getString("class");
        for (final var type : TYPES) {
            if (type.getIdentifier().equals(identifier)) {
                return load(name, type, settings, "value");
            }
        }
        throw new InvalidSettingsException(
            "The flow variable \"" + name + "\" is of type \"" + identifier + "\", which this runtime does not have.");
    }

    private static <T> FlowVariable load(final String name, final VariableType<T> type, final ConfigBaseRO settings,
        final String key) throws InvalidSettingsException {
        return new FlowVariable(name, type, type.load(settings, key));
    }

    /** A variable with the value of a setting. */
    static FlowVariable exposed(final String name, final ConfigBaseRO settings, final String key)
        throws InvalidSettingsException {
        for (final var type : TYPES) {
            try {
                return load(name, type, settings, key);
            } catch (InvalidSettingsException e) { // the setting is of another type; the next one may fit
                continue;
            }
        }
        throw new InvalidSettingsException(
            "The setting \"" + key + "\" cannot be exposed as flow variable \"" + name + "\".");
    }

    /** The same value under another name. */
    public FlowVariable withNewName(final String name) {
        return renamed(name, m_type);
    }

    private <T> FlowVariable renamed(final String name, final VariableType<T> type) {
        return new FlowVariable(name, type, type.getSimpleType().cast(m_value));
    }

    /** Puts the value in the place of a setting. */
    void overwrite(final Config config, final String key) throws InvalidSettingsException {
        overwrite(m_type, config, key);
    }

    private <T> void overwrite(final VariableType<T> type, final Config config,
        final String key) throws InvalidSettingsException {
        type.overwrite(type.getSimpleType().cast(m_value), config, key);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FlowVariable that && m_name.equals(that.m_name) && m_type == that.m_type
            && Objects.equals(m_value, that.m_value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_value);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type.getIdentifier() + ": " + m_value + ")";
    }
}
