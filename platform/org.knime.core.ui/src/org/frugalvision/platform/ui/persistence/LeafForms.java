// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import static java.util.Map.entry;

import java.lang.invoke.MethodType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** How values that are no groups are stored. */
final class LeafForms {
    /** How a value is stored, and what stands for an absent optional one. */
    private record Scalar<T>(KeyedPersistor.Saver<T> saver, KeyedPersistor.Loader<T> loader, T placeholder) {
    }

    /** How an array of values is stored. */
    private record Array<T>(KeyedPersistor.Saver<T> saver, KeyedPersistor.Loader<T> loader) {
    }

    private static final Map<Class<?>, Scalar<?>> SCALARS = Map.ofEntries( //
        entry(Integer.class, new Scalar<>(NodeSettingsWO::addInt, NodeSettingsRO::getInt, 0)),
        entry(Long.class, new Scalar<>(NodeSettingsWO::addLong, NodeSettingsRO::getLong, 0L)),
        entry(Double.class, new Scalar<>(NodeSettingsWO::addDouble, NodeSettingsRO::getDouble, 0.0)),
        entry(Float.class, new Scalar<>(NodeSettingsWO::addFloat, NodeSettingsRO::getFloat, 0f)),
        entry(Byte.class, new Scalar<>(NodeSettingsWO::addByte, NodeSettingsRO::getByte, (byte)0)),
        entry(Character.class, new Scalar<>(NodeSettingsWO::addChar, NodeSettingsRO::getChar, (char)0)),
        entry(Boolean.class, new Scalar<>(NodeSettingsWO::addBoolean, NodeSettingsRO::getBoolean, false)),
        entry(String.class, new Scalar<>(NodeSettingsWO::addString, NodeSettingsRO::getString, null)),
        entry(LocalDate.class, new Scalar<>(LeafForms::addDate, LeafForms::getDate, null)));

    private static final Map<Class<?>, Array<?>> ARRAYS = Map.of( //
        int[].class, new Array<>(NodeSettingsWO::addIntArray, NodeSettingsRO::getIntArray), //
        long[].class, new Array<>(NodeSettingsWO::addLongArray, NodeSettingsRO::getLongArray), //
        double[].class, new Array<>(NodeSettingsWO::addDoubleArray, NodeSettingsRO::getDoubleArray), //
        float[].class, new Array<>(NodeSettingsWO::addFloatArray, NodeSettingsRO::getFloatArray), //
        byte[].class, new Array<>(NodeSettingsWO::addByteArray, NodeSettingsRO::getByteArray), //
        char[].class, new Array<>(NodeSettingsWO::addCharArray, NodeSettingsRO::getCharArray), //
        boolean[].class, new Array<>(NodeSettingsWO::addBooleanArray, NodeSettingsRO::getBooleanArray), //
        String[].class, new Array<>(NodeSettingsWO::addStringArray, NodeSettingsRO::getStringArray), //
        DataType.class, new Array<>(NodeSettingsWO::addDataType, NodeSettingsRO::getDataType));

    private LeafForms() {
    }

    /** The persistor of a scalar, an enum or an array of scalars. */
    static Optional<FieldPersistor> persistor(final Class<?> type, final String key) {
        final var boxed = MethodType.methodType(type).wrap().returnType();
        if (SCALARS.containsKey(boxed)) {
            return Optional.of(scalar(SCALARS.get(boxed), key));
        }
        if (ARRAYS.containsKey(type)) {
            return Optional.of(array(ARRAYS.get(type), key));
        }
        return type.isEnum() ? Optional.of(EnumForm.persistor(type, key)) : Optional.empty();
    }

    /** The persistor of an optional scalar or enum. */
    static Optional<FieldPersistor> optionalPersistor(final Class<?> type, final String key) {
        if (SCALARS.containsKey(type)) {
            final var scalar = SCALARS.get(type);
            return Optional.of(new OptionalPersistor(key, scalar(scalar, key), scalar.placeholder()));
        }
        return type.isEnum() ? Optional.of(new OptionalPersistor(key, EnumForm.persistor(type, key), null))
            : Optional.empty();
    }

    private static <T> FieldPersistor scalar(final Scalar<T> form, final String key) {
        return new KeyedPersistor<>(key, form.saver(), form.loader());
    }

    private static <T> FieldPersistor array(final Array<T> form, final String key) {
        return new KeyedPersistor<>(key, form.saver(), form.loader());
    }

    private static void addDate(final NodeSettingsWO settings, final String key, final LocalDate date) {
        settings.addString(key, date == null ? null : date.toString());
    }

    private static LocalDate getDate(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        final var text = settings.getString(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (final DateTimeParseException e) {
            throw new InvalidSettingsException("\"%s\" must be a date such as 2026-01-31, but is \"%s\"."
                .formatted(key, text), e);
        }
    }
}
