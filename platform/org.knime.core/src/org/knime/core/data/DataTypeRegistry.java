// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.frugalvision.platform.extension.Contributions;

/** The cell classes that plug-ins register at the extension point org.knime.core.DataType, and those of this bundle. */
public final class DataTypeRegistry {

    private static final String POINT = "org.knime.core.DataType";

    private static final DataTypeRegistry INSTANCE = new DataTypeRegistry();

    private DataTypeRegistry() {
    }

    /** The only one. */
    public static DataTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** The cell class with this name. */
    public Optional<Class<? extends DataCell>> getCellClass(final String className) {
        return load("cellClass", className, DataCell.class);
    }

    /** The value interface with this name. */
    public Optional<Class<? extends DataValue>> getValueClass(final String className) {
        final Optional<Class<? extends DataValue>> own = loadOwn(className, DataValue.class);
        return own.isPresent() ? own
            : Contributions.of(POINT).stream().map(type -> getCellClass(type.getAttribute("cellClass")))
                .flatMap(Optional::stream).flatMap(cell -> DataType.getType(cell).getValueClasses().stream())
                .filter(view -> view.getName().equals(className)).findFirst();
    }

    /** The serializer registered for the class, else the one of its static method getCellSerializer(). */
    public Optional<DataCellSerializer<DataCell>> getSerializer(final Class<? extends DataCell> cellClass) {
        final Optional<IConfigurationElement> element = elements("cellClass", cellClass.getName())
            .filter(e -> e.getAttribute("serializerClass") != null).findFirst();
        try {
            if (element.isPresent()) {
                return Optional.of(cast(Contributions.loadClass(element.get(), "serializerClass",
                    DataCellSerializer.class).getConstructor().newInstance()));
            }
            final boolean hasOwn = Arrays.stream(cellClass.getMethods())
                .anyMatch(m -> m.getName().equals("getCellSerializer") && m.getDeclaringClass() == cellClass);
            return hasOwn ? Optional.of(cast(cellClass.getMethod("getCellSerializer").invoke(null)))
                : Optional.empty();
        } catch (final ReflectiveOperationException ex) {
            throw new IllegalStateException("The serializer of " + cellClass.getName() + " cannot be created.", ex);
        }
    }

    @SuppressWarnings("unchecked") // a serializer is only asked for under the class it was made for
    private static DataCellSerializer<DataCell> cast(final Object serializer) {
        return (DataCellSerializer<DataCell>)serializer;
    }

    private static <T> Optional<Class<? extends T>> load(final String attribute, final String className,
        final Class<T> type) {
        final Optional<IConfigurationElement> element = elements(attribute, className).findFirst();
        if (element.isEmpty()) {
            return loadOwn(className, type);
        }
        try {
            return Optional.of(Contributions.loadClass(element.get(), attribute, type));
        } catch (final ClassNotFoundException ex) {
            throw new IllegalStateException("A registered data type is broken: " + ex.getMessage(), ex);
        }
    }

    private static <T> Optional<Class<? extends T>> loadOwn(final String className, final Class<T> type) {
        try {
            final Class<?> loaded = Class.forName(className, false, DataTypeRegistry.class.getClassLoader());
            return type.isAssignableFrom(loaded) ? Optional.of(loaded.asSubclass(type)) : Optional.empty();
        } catch (final ClassNotFoundException ex) { // the name comes from a file: nobody may know the class
            return Optional.empty();
        }
    }

    /** The elements, and their children, with this attribute. */
    private static Stream<IConfigurationElement> elements(final String attribute, final String value) {
        return Contributions.of(POINT).stream()
            .flatMap(e -> Stream.concat(Stream.of(e), Arrays.stream(e.getChildren())))
            .filter(e -> value.equals(e.getAttribute(attribute)));
    }
}
