// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.frugalvision.platform.extension.Contributions;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * The port types that plug-ins register at the extension point org.knime.core.PortType. In a plain JVM, which has no
 * registry, every class counts as registered with its nested class Serializer.
 */
public final class PortTypeRegistry {

    private static final String POINT = "org.knime.core.PortType";

    private static final String GENERIC_NAME = "Generic Port";

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /** The only one. */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** All registered types. */
    public Collection<PortType> availablePortTypes() {
        return Contributions.of(POINT).stream().map(e -> registered(e, false)).toList();
    }

    /** The type of these objects; of any object if the class is not registered. */
    public PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /** The type of these objects; of any object if the class is not registered. */
    public PortType getPortType(final Class<? extends PortObject> objectClass, final boolean isOptional) {
        final Optional<IConfigurationElement> element = element("objectClass", objectClass.getName());
        if (element.isPresent()) {
            return registered(element.get(), isOptional);
        }
        final boolean isGeneric = objectClass == PortObject.class || Contributions.areAvailable();
        return isGeneric ? new PortType(GENERIC_NAME, PortObject.class, PortObjectSpec.class, isOptional, false)
            : new PortType(objectClass.getSimpleName(), objectClass, specClass(objectClass), isOptional, false);
    }

    /** The registered class of objects with this name. */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        return find("objectClass", className, PortObject.class);
    }

    /** The registered class of specs with this name. */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        return find("specClass", className, PortObjectSpec.class);
    }

    /** How the objects of a registered class are stored. */
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
        final Class<? extends PortObject> objectClass) {
        @SuppressWarnings("unchecked") // the registration promises that the serializer is for this class
        final Optional<PortObjectSerializer<PortObject>> serializer =
            serializer("object", objectClass, PortObjectSerializer.class)
                .map(s -> (PortObjectSerializer<PortObject>)s);
        return serializer;
    }

    /** How the specs of a registered class are stored. */
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
        final Class<? extends PortObjectSpec> specClass) {
        @SuppressWarnings("unchecked") // the registration promises that the serializer is for this class
        final Optional<PortObjectSpecSerializer<PortObjectSpec>> serializer =
            serializer("spec", specClass, PortObjectSpecSerializer.class)
                .map(s -> (PortObjectSpecSerializer<PortObjectSpec>)s);
        return serializer;
    }

    private static PortType registered(final IConfigurationElement element, final boolean isOptional) {
        return new PortType(element.getAttribute("name"), load(element, "objectClass", PortObject.class),
            load(element, "specClass", PortObjectSpec.class), isOptional,
            Boolean.parseBoolean(element.getAttribute("hidden")));
    }

    private static Optional<Object> serializer(final String kind, final Class<?> stored, final Class<?> type) {
        final String attribute = kind + "Serializer";
        if (!Contributions.areAvailable()) {
            return nested(stored, type);
        }
        return element(kind + "Class", stored.getName()).filter(e -> e.getAttribute(attribute) != null)
            .map(e -> instantiate(load(e, attribute, type)));
    }

    static <S> S instantiate(final Class<S> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (final ReflectiveOperationException ex) {
            throw new IllegalStateException(type.getName() + " needs a public constructor without arguments.", ex);
        }
    }

    /** The serializer of the type that the class holds as its nested class Serializer. */
    static Optional<Object> nested(final Class<?> stored, final Class<?> type) {
        return Arrays.stream(stored.getClasses())
            .filter(n -> n.getDeclaringClass() == stored && n.getSimpleName().equals("Serializer"))
            .filter(type::isAssignableFrom).findFirst().map(PortTypeRegistry::instantiate);
    }

    private static Class<? extends PortObjectSpec> specClass(final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (final NoSuchMethodException ex) {
            throw new IllegalStateException("Every port object has a spec.", ex);
        }
    }

    private static Optional<IConfigurationElement> element(final String attribute, final String value) {
        return Contributions.of(POINT).stream().filter(e -> value.equals(e.getAttribute(attribute))).findFirst();
    }

    private static <T> Class<? extends T> load(final IConfigurationElement element, final String attribute,
        final Class<T> type) {
        try {
            return Contributions.loadClass(element, attribute, type);
        } catch (final ClassNotFoundException ex) {
            throw new IllegalStateException("Port type \"" + element.getAttribute("name") + "\" is broken: "
                + ex.getMessage(), ex);
        }
    }

    private static <T> Optional<Class<? extends T>> find(final String attribute, final String className,
        final Class<T> type) {
        if (Contributions.areAvailable()) {
            return element(attribute, className).map(e -> load(e, attribute, type));
        }
        try {
            final Class<?> loaded = Class.forName(className, false, PortTypeRegistry.class.getClassLoader());
            return type.isAssignableFrom(loaded) ? Optional.of(loaded.asSubclass(type)) : Optional.empty();
        } catch (final ClassNotFoundException ex) { // the name comes from a file: nobody may know the class
            return Optional.empty();
        }
    }
}
