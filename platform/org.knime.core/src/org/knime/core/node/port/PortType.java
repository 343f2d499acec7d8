// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Which objects a port takes or gives; immutable. Made by {@link PortTypeRegistry}. */
public final class PortType {

    private static final String OBJECT_CLASS = "object_class";

    private final String m_name;

    private final Class<? extends PortObject> m_objectClass;

    private final Class<? extends PortObjectSpec> m_specClass;

    private final boolean m_optional;

    private final boolean m_hidden;

    PortType(final String name, final Class<? extends PortObject> objectClass,
        final Class<? extends PortObjectSpec> specClass, final boolean optional, final boolean hidden) {
        m_name = name;
        m_objectClass = objectClass;
        m_specClass = specClass;
        m_optional = optional;
        m_hidden = hidden;
    }

    /** The name for the user. */
    public String getName() {
        return m_name;
    }

    /** The class that every object is of. */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /** The class that every spec is of. */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    /** Whether the port may stay unconnected. */
    public boolean isOptional() {
        return m_optional;
    }

    /** Whether users do not get to choose this type. */
    public boolean isHidden() {
        return m_hidden;
    }

    /** Whether an input of this type can be connected to an output of the other. */
    public boolean isSuperTypeOf(final PortType type) {
        return m_objectClass.isAssignableFrom(type.m_objectClass) && m_specClass.isAssignableFrom(type.m_specClass);
    }

    /** Whether the spec is of the class. */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return m_specClass.isInstance(spec);
    }

    /** Whether objects of the class fit. */
    public boolean acceptsPortObjectClass(final Class<? extends PortObject> objectClass) {
        return m_objectClass.isAssignableFrom(objectClass);
    }

    /** Whether the object is of the class. */
    public boolean acceptsPortObject(final PortObject object) {
        return m_objectClass.isInstance(object);
    }

    /** Stores the class of the objects. */
    public void save(final ConfigWO config) {
        config.addString(OBJECT_CLASS, m_objectClass.getName());
    }

    /**
     * Reads a type that is not optional.
     *
     * @throws InvalidSettingsException if the key or the class is missing
     */
    public static PortType load(final ConfigRO config) throws InvalidSettingsException {
        final String className = config.getString(OBJECT_CLASS);
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        return registry.getPortType(registry.getObjectClass(className).orElseThrow(
            () -> new InvalidSettingsException("Port object class \"" + className + "\" is not available.")));
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof PortType && m_objectClass == ((PortType)object).m_objectClass
            && m_optional == ((PortType)object).m_optional;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode() + (m_optional ? 1 : 0);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_objectClass.getName() + (m_optional ? ", optional" : "") + ")";
    }
}
