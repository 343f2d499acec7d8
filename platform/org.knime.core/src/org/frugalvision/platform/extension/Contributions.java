// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.extension;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.RegistryFactory;

/** What plug-ins registered at an extension point; nothing in a JVM without an extension registry. */
public final class Contributions {

    private Contributions() {
    }

    /** Whether there is an extension registry, that is, whether this is more than a plain JVM. */
    public static boolean areAvailable() {
        return RegistryFactory.getRegistry() != null;
    }

    /** The elements registered at the point, in the order of the registry. */
    public static List<IConfigurationElement> of(final String pointId) {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        return registry == null ? List.of() : Arrays.asList(registry.getConfigurationElementsFor(pointId));
    }

    /**
     * The class that an attribute names, loaded by the contributing plug-in.
     *
     * @throws ClassNotFoundException if the plug-in has no such class, or it is no subclass of the type
     */
    public static <T> Class<? extends T> loadClass(final IConfigurationElement element, final String attribute,
        final Class<T> type) throws ClassNotFoundException {
        final String plugin = element.getContributor().getName();
        final String name = element.getAttribute(attribute);
        final Class<?> loaded = Platform.getBundle(plugin).loadClass(name);
        if (!type.isAssignableFrom(loaded)) {
            throw new ClassNotFoundException("Class " + name + " of plug-in " + plugin + " is no " + type.getName());
        }
        return loaded.asSubclass(type);
    }
}
